import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/*
 * Tables of what people ask who have not read the texts, each written by a reader of the sources alone. Two halves were
 * written before the search was made to understand them, without knowing of each other: the open one was worked with,
 * the closed one looked at once, when that work was done. The later one was written when nothing was changed any more.
 */

export interface Everyday {
	q: string;
	kind: 'spoken' | 'words' | 'situation' | 'officialese' | 'sound' | 'none';
	/** Every address that is a right first answer; none where the documents have no answer. */
	expect: string[];
	/** What comes nearest where there is no answer. */
	near?: string[];
}

export const halves = ['open', 'closed'] as const;

export const tables = [...halves, 'later'] as const;

export const half = (name: (typeof tables)[number]): Everyday[] =>
	parse(readFileSync(`tests/data/everyday-${name}.yaml`, 'utf8'));

/** The same line stands in its table and in the annex of its document. */
const oneOf = (address: string): string =>
	address
		.replace('docs/baqiao-2021#annex.c', 'rubrics/national#c')
		.replace(/docs\/shenzhen-2022#annex-[12]\.([ab]\d)/, 'rubrics/shenzhen-2022#$1')
		.replace('docs/jiguan-shiwu#n', 'rubrics/jiguan-shiwu#n');

/** Where the first right answer stands among those that were given; -1 for nowhere. */
export const placeOf = (expected: readonly string[], given: readonly string[]): number => {
	const right = new Set(expected.map(oneOf));
	return given.findIndex((address) => right.has(oneOf(address)));
};

export interface Figures {
	first: number;
	five: number;
	misses: string[];
	/** The queries of the misses. */
	missed: string[];
}

/** How many questions are answered first and among the first five, and which are not. */
export function figures(asked: readonly { row: Everyday; given: readonly string[] }[]): Figures {
	const places = asked.map(({ row, given }) => ({ row, given, at: placeOf(row.expect, given.slice(0, 5)) }));
	const share = (fits: (at: number) => boolean) => places.filter(({ at }) => fits(at)).length / places.length;
	return {
		first: share((at) => at === 0),
		five: share((at) => at >= 0),
		missed: places.filter(({ at }) => at !== 0).map(({ row }) => row.q),
		misses: places
			.filter(({ at }) => at !== 0)
			.map(
				({ row, given, at }) =>
					`  ${at + 1 || '–'}  [${row.kind}] ${row.q} → ${given[0]}, wanted ${row.expect.join(' or ')}`,
			),
	};
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
