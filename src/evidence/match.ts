import { evidence } from '../kept/kinds/evidence.ts';
import { sameContent } from '../kept/lineage.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';
import { type Register, standsFor } from './papers.ts';

/* The entries that someone may mean who types a few characters. */

export interface Known {
	id: string;
	entry: EvidenceRecord;
}

/** Those that are there: not deleted, and not found to be another. */
export const present = (register: Register): Known[] =>
	Object.entries(register).flatMap(([id, entry]) =>
		entry && !entry.gone && standsFor(id, register) === id && !sameContent(entry, evidence.empty())
			? [{ id, entry }]
			: [],
	);

/** As names are compared: without what is typed or not, as one likes. */
export const bare = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[\s《》〈〉“”"'（）()〔〕[\]]/g, '');

interface Asked {
	/** Already cited, and so not offered. */
	cited: readonly string[];
	/** Cited near by: offered first. */
	near: readonly string[];
}

/** At most so many are offered. */
const most = 8;

const isDigit = (char: string | undefined) => /^\d$/.test(char ?? '');

/** A number begins where no digit stands before it: 1号 is not the end of 11号. */
function beginsIn(number: string, words: string): boolean {
	const at = number.normalize('NFKC').toLowerCase().indexOf(words);
	return at >= 0 && !(isDigit(words[0]) && isDigit(number[at - 1]));
}

/** Whether the few characters typed stand in a text in this order, others between them; who types more types a name. */
function isShortFor(text: string, words: string): boolean {
	let from = 0;
	return (
		words.length <= 4 &&
		[...words].every((char) => {
			from = text.indexOf(char, from) + 1;
			return from > 0;
		})
	);
}

/** How well an entry answers to what is typed, best is 0; undefined where it does not. */
function answers({ name, number }: EvidenceRecord, words: string): number | undefined {
	const [called, known] = [bare(name), bare(number)];
	if (called.startsWith(words) || beginsIn(number, words)) return 0;
	if (called.includes(words) || known.includes(words)) return 1;
	return isShortFor(called, words) ? 2 : undefined;
}

/** Those whose name or number has what is typed: what begins so first, and of those the near ones; with nothing typed, all. */
export function matching(register: Register, typed: string, { cited, near }: Asked): Known[] {
	const words = bare(typed);
	const taken = new Set(cited.map((id) => standsFor(id, register)));
	const close = new Map(near.map((id, i): [string, number] => [standsFor(id, register), i]));
	const found = present(register).flatMap((known) => {
		const how = answers(known.entry, words);
		if (taken.has(known.id) || how === undefined || !(known.entry.name || known.entry.number)) return [];
		return [{ known, how, near: close.get(known.id) ?? near.length, name: bare(known.entry.name) }];
	});
	return found
		.sort((a, b) => a.how - b.how || a.near - b.near || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
		.slice(0, most)
		.map(({ known }) => known);
}
