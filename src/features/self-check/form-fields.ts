import type { Values } from '../../rubric/rules/rule.ts';
import { kindOf } from '../../rubric/rules.ts';
import type { Answer } from '../../rubric/situation.ts';
import type { Criterion } from '../../schemas/rubric.ts';
import type { LineRecord, SavedAnswer } from '../../schemas/saved-check.ts';

/* Between the fields of one line and its record. A line without a criterion is a veto or a condition. */

const fieldsIn = (section: Element) =>
	Array.from(section.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name], textarea[name]'));

const field = (section: Element, name: string) =>
	fieldsIn(section).find((each) => each.name === name) as HTMLInputElement | undefined;

/** A count as typed: full-width digits and all; undefined for what is no count. */
function countOf(text: string): number | undefined {
	const count = Number(text.normalize('NFKC').trim() || Number.NaN);
	return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** A field's name within its line. */
const ownName = (section: Element, { name }: { name: string }): string => name.slice(section.id.length).trimStart();

/** What the fields that ask for a rule hold, by their own names. */
function valuesIn(section: Element): Values {
	const values: { [name: string]: string | number | undefined } = {};
	for (const input of fieldsIn(section) as HTMLInputElement[])
		if (input.type === 'number') values[ownName(section, input)] = countOf(input.value);
		else if (input.type === 'radio' && input.checked) values[ownName(section, input)] = input.value;
	return values;
}

export function readAnswer(section: Element, criterion: Criterion | undefined): SavedAnswer | undefined {
	if (field(section, `${section.id} na`)?.checked) return { notApplicable: true };
	const values = valuesIn(section);
	if (criterion) return kindOf(criterion.rule).answer(values) as SavedAnswer | undefined;
	const { '': met } = values;
	return met === undefined ? undefined : { met: met === 'open' ? null : met === 'yes' };
}

/** The change that an edited field makes to its line's record. */
export function readChange(section: Element, criterion: Criterion | undefined, name: string): Partial<LineRecord> {
	const { id } = section;
	const said = field(section, name);
	switch (name) {
		case `${id} note`:
			return { note: said?.value ?? '' };
		case `${id} reason`:
			return { reason: said?.value ?? '' };
		case `${id} later`:
			return { later: said?.checked ?? false };
		default: {
			// Whoever says how the line is met says that it applies.
			const skip = field(section, `${id} na`);
			if (skip && skip !== said) skip.checked = false;
			return { answer: readAnswer(section, criterion) };
		}
	}
}

/** Says at a count whether it is one, so that what is not recorded does not look as if it were. */
export function judgeCount(input: HTMLInputElement): void {
	const none = input.value === '' && !input.validity.badInput;
	const fault = none || countOf(input.value) !== undefined ? '' : '要填 0 或正整数，现在的没有记下。';
	const slot = input.parentElement?.querySelector('[data-slot="fault"]');
	input.setAttribute('aria-invalid', String(fault !== ''));
	if (slot && slot.textContent !== fault) slot.textContent = fault;
}

const write = (input: HTMLInputElement, value: string) => {
	if (input.value !== value) input.value = value;
};

const metValue = (met: unknown): string => (met === null ? 'open' : met ? 'yes' : 'no');

/** What an answer puts into fields, by their own names. */
function valuesOf(criterion: Criterion | undefined, answer: SavedAnswer | undefined): Values {
	if (!answer) return {};
	if ('met' in answer) return { '': metValue(answer.met) };
	return criterion ? kindOf(criterion.rule).values(answer as Answer) : {};
}

/** Fills the fields of a line from its record; the one that is being typed in is left alone. */
export function fill(section: Element, criterion: Criterion | undefined, record: LineRecord): void {
	const { answer, note, reason, later } = record;
	const values = valuesOf(criterion, answer);
	for (const input of fieldsIn(section) as HTMLInputElement[]) {
		const name = ownName(section, input);
		if (name === 'note') write(input, note);
		else if (name === 'reason') write(input, reason);
		else if (name === 'later') input.checked = later;
		else if (name === 'na') input.checked = answer !== undefined && 'notApplicable' in answer;
		else if (input.type === 'number') {
			const count = values[name];
			if (countOf(input.value) !== count) input.value = count === undefined ? '' : String(count);
		} else input.checked = input.value === values[name];
	}
}
