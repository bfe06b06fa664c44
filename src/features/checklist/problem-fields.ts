import type { Finding, WalkRecord } from '../../schemas/saved-walk.ts';

/* Between the fields of one problem and its record. A field is named by its clause and what it holds. */

type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldsIn = (section: Element) => Array.from(section.querySelectorAll<Field>('input[name], textarea[name]'));

/** What an edited field says. */
export function readField({ name, value }: Field): Partial<WalkRecord> {
	const [, holds = ''] = name.split(' ');
	return holds === 'finding' ? { finding: value as Finding } : { [holds]: value };
}

/** Fills the fields of a problem from its record. */
export function fillProblem(section: HTMLElement, { finding, ...words }: WalkRecord): void {
	for (const field of fieldsIn(section)) {
		const [, holds = ''] = field.name.split(' ');
		if (holds === 'finding') (field as HTMLInputElement).checked = field.value === finding;
		else {
			const said = String(words[holds as keyof typeof words]);
			if (field.value !== said) field.value = said;
			// Shown on paper instead of the field, which would cut it.
			if (field.parentElement) field.parentElement.dataset.said = said;
		}
	}
}
