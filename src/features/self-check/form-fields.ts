import type { Criterion } from '../../schemas/rubric.ts';
import type { LineRecord, SavedAnswer } from '../../schemas/saved-check.ts';

/* Between the fields of one line and its record. A line without a criterion is a veto or a condition. */

const fieldsIn = (section: Element) =>
	Array.from(section.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name], textarea[name]'));

const field = (section: Element, name: string) =>
	fieldsIn(section).find((each) => each.name === name) as HTMLInputElement | undefined;

const chosen = (section: Element, name: string): string | undefined =>
	(fieldsIn(section) as HTMLInputElement[]).find((each) => each.name === name && each.checked)?.value;

const filled = <T>(entries: [string, T | undefined][]): { [name: string]: T } | undefined => {
	const said = entries.filter((entry): entry is [string, T] => entry[1] !== undefined);
	return said.length > 0 ? Object.fromEntries(said) : undefined;
};

/** A count as typed: full-width digits and all; undefined for what is no count. */
function countOf(text: string): number | undefined {
	const count = Number(text.normalize('NFKC').trim() || Number.NaN);
	return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

export function readAnswer(section: Element, criterion: Criterion | undefined): SavedAnswer | undefined {
	const { id } = section;
	if (!criterion) {
		const met = chosen(section, id);
		return met === undefined ? undefined : { met: met === 'open' ? null : met === 'yes' };
	}
	if (field(section, `${id} na`)?.checked) return { notApplicable: true };
	const { rule } = criterion;
	switch (rule.kind) {
		case 'choice': {
			const choice = chosen(section, id);
			return choice === undefined ? undefined : { choice };
		}
		case 'sum': {
			const parts = filled(
				rule.parts.map(({ name }): [string, boolean | undefined] => {
					const said = chosen(section, `${id} part ${name}`);
					return [name, said === undefined ? undefined : said === 'yes'];
				}),
			);
			return parts && { parts };
		}
		case 'tally': {
			const counts = filled(
				rule.works.map(({ name }): [string, number | undefined] => [
					name,
					countOf(field(section, `${id} count ${name}`)?.value ?? ''),
				]),
			);
			return counts && { counts };
		}
	}
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

type Said<T> = { [name: string]: T };

/** Fills the fields of a line from its record; the one that is being typed in is left alone. */
export function fill(section: Element, record: LineRecord): void {
	const { id } = section;
	const { answer, note, reason, later } = record;
	for (const input of fieldsIn(section) as HTMLInputElement[]) {
		const { name } = input;
		if (name === `${id} note`) write(input, note);
		else if (name === `${id} reason`) write(input, reason);
		else if (name === `${id} later`) input.checked = later;
		else if (name === `${id} na`) input.checked = answer !== undefined && 'notApplicable' in answer;
		else if (name.startsWith(`${id} count `)) {
			const count =
				answer && 'counts' in answer ? (answer.counts as Said<number>)[name.slice(`${id} count `.length)] : undefined;
			if (countOf(input.value) !== count) input.value = count === undefined ? '' : String(count);
		} else if (name.startsWith(`${id} part `)) {
			const met =
				answer && 'parts' in answer ? (answer.parts as Said<boolean>)[name.slice(`${id} part `.length)] : undefined;
			input.checked = met !== undefined && input.value === (met ? 'yes' : 'no');
		} else if (name === id) {
			const value = answer && ('choice' in answer ? answer.choice : 'met' in answer ? metValue(answer.met) : undefined);
			input.checked = input.value === value;
		}
	}
}
