import type { FormRecord } from '../../schemas/saved-form.ts';

/* What the checks are told of a pilot, and what they find. */

export interface Told {
	/** What a fact of the pilot says, '' where nothing. */
	fact: (id: string) => string;
	/** A field of a form: undefined where nothing was ever said. */
	own: (form: string, field: string) => Pick<FormRecord, 'said' | 'rows'> | undefined;
	/** YYYY-MM-DD of the reader's day: the only clock. */
	today: string;
	/** Of the self-check that the reports speak of, where there is one: claimed points as text. */
	standing?: { claimed: string; total: string; done: number; lines: number };
}

export interface Found {
	/** Forms it concerns; none are all that ask for it. */
	forms?: readonly string[];
	/** Where to mend: a fact's id, or form#field. */
	at: readonly string[];
	/** One plain sentence with the values concerned. */
	text: string;
	/** As long as it is so, nothing may be handed in. */
	bars?: true;
}

/** Checks by their ids in content/form-checks.yaml. */
export type Rules = { readonly [check: string]: (told: Told) => readonly Found[] };

/** The forms that are printed, in which a fact may be said otherwise. */
export const printedForms = [
	'application',
	'evaluation-application',
	'evaluation-report',
	'review-self-inspection',
	'review-application',
	'review-report',
] as const;

/** What is said at a place: a fact's id, or form#field. */
export function saidAt({ fact, own }: Told, place: string): string {
	const [form = '', field] = place.split('#');
	return (field === undefined ? fact(form) : (own(form, field)?.said ?? '')).trim();
}

/** The forms of places; the pilot's facts are of none. */
export const formsOf = (places: readonly string[]): string[] =>
	Array.from(new Set(places.flatMap((place) => /^(.+)#/.exec(place)?.[1] ?? [])));

/** Rows in which something is written, and which one of the form it is. */
export const rowsAt = (
	{ own }: Told,
	form: string,
	field: string,
): { nth: number; cells: { [column: string]: string } }[] =>
	(own(form, field)?.rows ?? [])
		.map(({ cells }, i) => ({ nth: i + 1, cells }))
		.filter(({ cells }) => Object.values(cells).some((text) => text.trim() !== ''));

export interface Saying extends Pick<Found, 'forms'> {
	at: string;
	said: string;
}

/** Wherever a fact is said: of the pilot, and otherwise in single forms. */
export const everywhere = (told: Told, fact: string): Saying[] =>
	[
		{ at: fact, said: saidAt(told, fact) },
		...printedForms.map((form) => {
			const at = `${form}#own.${fact}`;
			return { at, forms: [form], said: saidAt(told, at) };
		}),
	].filter(({ said }) => said !== '');

/** Full-width letters and digits, and spaces that forms print between letters, make no difference. */
export const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** As it is repeated in a sentence. */
export const inBrief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text);

/** Several in one field: a line each, or with commas between. */
export const severalIn = (text: string): string[] =>
	text
		.split(/[、，,；;\n]/)
		.map((each) => each.trim())
		.filter((each) => each !== '');
