import { canonical, digest } from '../digest.ts';
import type { SetAside, Shared } from '../schemas/saved-shared.ts';

/*
 * Until the register, a paper was typed anew for each line that it proves. What is the same but for its note is one
 * entry now, under an id that comes from what it says, so that whoever upgrades apart has the same; the note stays with
 * the line for which it was written.
 */

export interface FirstPaper {
	id: string;
	name: string;
	number: string;
	date: string;
	kept: string;
	note: string;
}

/** What is said of the paper itself, whichever line it is for. */
export function itself({ id: _, note: __, ...said }: FirstPaper): Omit<FirstPaper, 'id' | 'note'> {
	const trimmed = ['name', 'number', 'date', 'kept'].map((field) => [
		field,
		`${said[field as keyof typeof said]}`.trim(),
	]);
	return { ...said, ...Object.fromEntries(trimmed) };
}

/** Of a paper of which nothing is said, what is written beside it tells it from others. */
export const idOf = (paper: FirstPaper): string => {
	const said = itself(paper);
	const blank = ['name', 'number', 'date', 'kept'].every((field) => said[field as keyof typeof said] === '');
	const text = canonical(blank ? { ...said, note: paper.note } : said);
	// Twice, since a thousand of them meet under one of these sums in one browser of ten thousand.
	return `p${digest(text)}${digest(`.${text}`)}`;
};

/** A paper as a line cites it. */
export const citeOf = (paper: FirstPaper): { id: string; note: string } => ({ id: idOf(paper), note: paper.note });

/** Two papers of a line that are the same are cited once, with both their notes. */
export function citesOf(papers: readonly FirstPaper[]): { id: string; note: string }[] {
	const cites = new Map<string, string[]>();
	for (const { id, note } of papers.map(citeOf)) cites.set(id, [...(cites.get(id) ?? []), note]);
	return Array.from(cites, ([id, notes]) => ({ id, note: [...new Set(notes.filter(Boolean))].join('\n') }));
}

const isPaper = (value: unknown): value is FirstPaper =>
	typeof value === 'object' &&
	value !== null &&
	['id', 'name', 'number', 'date', 'kept', 'note'].every((field) => typeof value[field as keyof object] === 'string');

export interface FirstLine extends Shared {
	papers?: unknown;
}

/** A file may say anything. */
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every paper of a record as it was, of its versions and of what it has set aside. */
export function papersIn(record: FirstLine): FirstPaper[] {
	const aside = listed(record.setAside).map((each) => (each as SetAside | null)?.value);
	const rivals = listed(record.rivals).flatMap((rival) => papersIn({ ...(rival as FirstLine) }));
	return [...listed(record.papers), ...aside].filter(isPaper).concat(rivals);
}

/** One step of a line's upgrade. */
export const cited = (old: FirstLine): object => ({
	...old,
	format: 2,
	papers: citesOf(listed(old.papers).filter(isPaper)),
	setAside: (old.setAside ?? []).map((each) => {
		if (!each.field.startsWith('paper ') || !isPaper(each.value)) return each;
		const cite = citeOf(each.value);
		return { ...each, field: `paper ${cite.id}`, value: cite };
	}),
});
