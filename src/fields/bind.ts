import { countOf, type Form, type Values } from './values.ts';

/** Where the records are kept: an engine's, seen from the fields. */
export interface Keeping<R> {
	of: (id: string) => R;
	edit: (id: string, change: Partial<R>) => void;
	/** Records that came from storage or another window. */
	$arrived: { listen: (told: (ids: readonly string[]) => void) => () => void };
}

interface Binding<R> {
	root: HTMLElement;
	/** Each record's part of the page. */
	sections: ReadonlyMap<string, HTMLElement>;
	formOf: (id: string) => Form<R>;
	keeping: Keeping<R>;
}

export interface Bound {
	fill: (id: string) => void;
	/** What cannot be read is not written over. */
	shut: (id: string, shut: boolean) => void;
	dispose: () => void;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields to records on every input; records to fields when they come from elsewhere. */
export function bind<R>({ root, sections, formOf, keeping }: Binding<R>): Bound {
	const known = new Map<string, Input[]>();
	/** Found once: a key in a table of 500 lines stays cheap. */
	const inputsOf = (id: string): Input[] => {
		const inputs = known.get(id) ?? [...(sections.get(id)?.querySelectorAll<Input>('[name]') ?? [])];
		known.set(id, inputs);
		return inputs;
	};
	const fill = (id: string) => {
		const values = formOf(id).values(keeping.of(id));
		for (const input of inputsOf(id)) write(input, values[ownName(id, input)]);
	};
	const input = ({ target }: Event) => {
		const field = target as Input;
		const [id] = [...sections].find(([, section]) => section.contains(field)) ?? [];
		if (id === undefined || !field.name) return;
		keeping.edit(id, formOf(id).change(read(id, inputsOf(id)), ownName(id, field)));
		fill(id);
		if (field.type === 'number') judgeCount(field);
	};
	const submit = (event: Event) => event.preventDefault();
	root.addEventListener('input', input);
	root.addEventListener('submit', submit);
	const fillAll = (some: Iterable<string>) => {
		for (const id of some) fill(id);
	};
	fillAll(sections.keys());
	const stop = keeping.$arrived.listen(fillAll);
	return {
		fill,
		shut: (id, shut) => {
			for (const field of inputsOf(id)) field.disabled = shut;
		},
		dispose: () => {
			root.removeEventListener('input', input);
			root.removeEventListener('submit', submit);
			stop();
		},
	};
}

/** A field's name within its record. */
const ownName = (id: string, { name }: Input): string => name.slice(id.length).trimStart();

function read(id: string, inputs: readonly Input[]): Values {
	const values: { [name: string]: string | number | boolean | undefined } = {};
	for (const input of inputs) {
		const name = ownName(id, input);
		if (input.type === 'number') values[name] = countOf(input.value);
		else if (input.type === 'checkbox') values[name] = (input as HTMLInputElement).checked;
		else if (input.type !== 'radio' || (input as HTMLInputElement).checked) values[name] = input.value;
	}
	return values;
}

/** The one that is being typed in holds its value already, and is left alone. */
function write(input: Input, value: Values[string]): void {
	if (input.type === 'checkbox') (input as HTMLInputElement).checked = value === true;
	else if (input.type === 'radio') (input as HTMLInputElement).checked = input.value === value;
	else if ((input.type === 'number' ? countOf(input.value) : input.value) !== value) input.value = `${value ?? ''}`;
}

/** Says at a count whether it is one, so that what is not recorded does not look as if it were. */
function judgeCount(input: Input): void {
	const bad = countOf(input.value) === undefined && (input.value !== '' || input.validity.badInput);
	const fault = bad ? '要填 0 或正整数，现在的没有记下。' : '';
	const slot = input.parentElement?.querySelector('[data-slot="fault"]');
	input.setAttribute('aria-invalid', String(bad));
	if (slot && slot.textContent !== fault) slot.textContent = fault;
}
