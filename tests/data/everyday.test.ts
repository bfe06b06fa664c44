import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { grouped } from '../../src/features/search/group.ts';
import { addressOf, type Catalogue } from '../../src/features/search/passage.ts';
import { readQuestion } from '../../src/features/search/question.ts';
import { prepare, rank } from '../../src/features/search/rank.ts';

/*
 * Two tables of what people ask who have not read the texts, each written by a reader of the sources alone, before the
 * search was made to understand them and without knowing of the other. The open one is worked with; what stands in the
 * closed one is looked at once, when that work is done.
 */

interface Everyday {
	q: string;
	kind: 'spoken' | 'words' | 'situation' | 'officialese' | 'sound' | 'none';
	/** Every address that is a right first answer; none where the documents have no answer. */
	expect: string[];
	/** What comes nearest where there is no answer. */
	near?: string[];
}

const half = (name: 'open' | 'closed'): Everyday[] => parse(readFileSync(`tests/data/everyday-${name}.yaml`, 'utf8'));

const { sources, passages }: Catalogue = JSON.parse(readFileSync('tests/.out/root/data/search.json', 'utf8'));
const entries = passages.map(prepare);

const data = (name: string) => JSON.parse(readFileSync(`tests/.out/root/data/${name}.json`, 'utf8'));

interface Listed {
	id: string;
}

/** Every clause and every line that has an address. */
function addresses(): Set<string> {
	const clauses = data('documents').documents.flatMap(({ id, clauses: all }: Listed & { clauses: Listed[] }) =>
		all.map((clause) => `docs/${id}#${clause.id}`),
	);
	const lines = ['national', 'shenzhen-2022', 'jiguan-shiwu'].flatMap((id) =>
		Array.from(
			JSON.stringify(data(`rubrics/${id}`)).matchAll(/"id":"([abcn]\d[\d-]*)"/g),
			([, line]) => `rubrics/${id}#${line}`,
		),
	);
	return new Set([...clauses, ...lines]);
}

/** The same line stands in its table and in the annex of its document. */
const oneOf = (address: string): string =>
	address
		.replace('docs/baqiao-2021#annex.c', 'rubrics/national#c')
		.replace(/docs\/shenzhen-2022#annex-[12]\.([ab]\d)/, 'rubrics/shenzhen-2022#$1')
		.replace('docs/jiguan-shiwu#n', 'rubrics/jiguan-shiwu#n');

const answersTo = (q: string): string[] => {
	const question = readQuestion(q, sources);
	return grouped(rank(entries, question).hits, question.whole).map(({ hit }) =>
		oneOf(addressOf(hit.entry.passage).replace('/#', '#')),
	);
};

describe.each(['open', 'closed'] as const)('the %s half', (name) => {
	const table = half(name);

	test('leads to what there is, each question once', () => {
		const known = addresses();
		expect(known.size).toBeGreaterThan(500);
		expect(new Set(table.map(({ q }) => q)).size).toBe(table.length);
		expect(table.length).toBeGreaterThanOrEqual(150);
		for (const { q, kind, expect: wanted, near = [] } of table) {
			expect(wanted.length > 0, q).toBe(kind !== 'none');
			for (const address of [...wanted, ...near]) expect(known.has(address), `${q}: ${address}`).toBe(true);
		}
	});

	test('asks in every way, and what has no answer too', () => {
		for (const kind of ['spoken', 'words', 'situation', 'officialese', 'sound', 'none'])
			expect(table.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(10);
	});
});

test('of the open half as many are answered as before', () => {
	const asked = half('open').filter(({ kind }) => kind !== 'none');
	const ranks = asked.map(({ q, expect: wanted }) =>
		answersTo(q).findIndex((each) => wanted.map(oneOf).includes(each)),
	);
	const share = (most: number) => ranks.filter((at) => at >= 0 && at < most).length / ranks.length;
	console.log(`everyday queries: hit@1 ${share(1).toFixed(3)}, hit@5 ${share(5).toFixed(3)}`);
	// What the search of 2026-11-28 does; what understands more raises these.
	expect(share(1)).toBeGreaterThanOrEqual(0.23);
	expect(share(5)).toBeGreaterThanOrEqual(0.33);
});
