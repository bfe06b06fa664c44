import { type Entry, goodOf, readAll } from '../kept/kind.ts';
import { evidence } from '../kept/kinds/evidence.ts';
import type { Cite, LineRecord } from '../schemas/saved-check.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';

/* What a line cites, as it is read. */

export type Register = { readonly [id: string]: EvidenceRecord };

/** A paper as it stands at a line. */
export interface Paper {
	id: string;
	name: string;
	number: string;
	date: string;
	kept: string;
	/** C1-1-01, where numbers were given. */
	code: string;
	note: string;
	/** It is in the register no more; its name is what it had there. */
	gone: boolean;
}

/**
 * The entry that stands for another, however often they were found to be the same. Two who put them together apart, each
 * in the other, have a ring: of it the first by its id stands for all.
 */
export function standsFor(id: string, register: Register): string {
	const way = [id];
	for (let next = register[id]?.same; next !== undefined && register[next]; next = register[next]?.same) {
		const met = way.indexOf(next);
		if (met >= 0) return way.slice(met).sort()[0] as string;
		way.push(next);
	}
	return way.at(-1) as string;
}

/** The papers of a line; one that was found to be another is that one, once. */
export function papersOf(cites: readonly Cite[], register: Register): Paper[] {
	const papers = new Map<string, Paper>();
	for (const { id: cited, note } of cites) {
		const id = standsFor(cited, register);
		const entry = register[id];
		const known = papers.get(id);
		papers.set(id, {
			id,
			name: entry?.name ?? '',
			number: entry?.number ?? '',
			date: entry?.date ?? '',
			kept: entry?.kept ?? '',
			code: entry?.code ?? '',
			note: [known?.note, note, known ? '' : entry?.note].filter(Boolean).join('；'),
			gone: entry === undefined || entry.gone === true,
		});
	}
	return [...papers.values()];
}

/** What people call an entry. */
export const nameOfEntry = ({ name, number }: Pick<EvidenceRecord, 'name' | 'number'>): string =>
	name.trim() || number.trim() || '没有名称的材料';

/** Whether a paper proves anything: it is there, and has a name or a number. */
export const proves = ({ name, number, gone }: Paper): boolean => !gone && (name.trim() !== '' || number.trim() !== '');

/** A line as it is read: with the papers that it cites. */
export type ReadLine = Omit<LineRecord, 'papers'> & { papers: Paper[] };

const known = new WeakMap<LineRecord, { register: Register; read: ReadLine }>();

function readLine(record: LineRecord, register: Register): ReadLine {
	const before = known.get(record);
	if (before?.register === register) return before.read;
	const read = { ...record, papers: papersOf(record.papers, register) };
	known.set(record, { register, read });
	return read;
}

export const readLines = (
	lines: { readonly [line: string]: LineRecord },
	register: Register,
): { [line: string]: ReadLine } =>
	Object.fromEntries(
		Object.entries(lines).flatMap(([id, record]) => (record ? [[id, readLine(record, register)]] : [])),
	);

/** A pilot's register, as it is stored. */
export const registerIn = (all: readonly Entry[], pilot: string): Register =>
	goodOf(readAll(evidence, all, `${evidence.prefix}${pilot} `));
