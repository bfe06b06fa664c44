import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Answer, answerFurther, answerTo, type Means, saysDirectly } from '../../src/features/search/answer.ts';
import { prepareGaps } from '../../src/features/search/gaps.ts';
import { grouped } from '../../src/features/search/group.ts';
import { prepareLexicon } from '../../src/features/search/lexicon.ts';
import { addressOf, type Catalogue } from '../../src/features/search/passage.ts';
import { prepare } from '../../src/features/search/rank.ts';
import { soundsOf } from '../../src/features/search/sound.ts';
import { type Everyday, figures, half, percent, tables } from '../everyday.ts';

const data = (name: string) => JSON.parse(readFileSync(`tests/.out/root/data/${name}.json`, 'utf8'));

const { sources, passages }: Catalogue = data('search');
const entries = passages.map(prepare);
const everyday = prepareLexicon(data('lexicon'));
const gaps = prepareGaps(data('gaps'));
const sounds = soundsOf(data('sounds'));
const never = () => Promise.reject(new Error('left out'));

const all: Means = {
	find: async () => entries,
	sources,
	own: new Set(['docs/xize-2013/']),
	everyday,
	gaps: async () => gaps,
	sounds: async () => sounds,
};

/** The same without one of its parts, to see what each is worth. */
const without: Record<string, Means> = {
	'without questions': {
		...all,
		find: async () => bare,
	},
	'without the lexicon': { ...all, everyday: [] },
	'without sound': { ...all, sounds: never },
};
const bare = passages.map(({ asked: _, ...passage }) => prepare(passage));

const knownAnswers = new Map<string, Promise<Answer>>();

const answer = async (q: string, means: Means): Promise<Answer> => answerFurther(await answerTo(q, means), means);

/** With all there is each question is answered once. */
function wholeAnswer(q: string): Promise<Answer> {
	const known = knownAnswers.get(q) ?? answer(q, all);
	knownAnswers.set(q, known);
	return known;
}

const addresses = ({ ranking, question }: Answer): string[] =>
	grouped(ranking.hits, question.whole).map(({ hit }) => addressOf(hit.entry.passage).replace('/#', '#'));

async function measured(rows: readonly Everyday[], means: Means) {
	const asked = rows.filter(({ kind }) => kind !== 'none');
	return figures(
		await Promise.all(
			asked.map(async (row) => ({
				row,
				given: addresses(await (means === all ? wholeAnswer(row.q) : answer(row.q, means))),
			})),
		),
	);
}

interface Listed {
	id: string;
}

/** Every clause and every line that has an address. */
function known(): Set<string> {
	const clauses = data('documents').documents.flatMap(({ id, clauses: own }: Listed & { clauses: Listed[] }) =>
		own.map((clause) => `docs/${id}#${clause.id}`),
	);
	const lines = ['national', 'shenzhen-2022', 'jiguan-shiwu'].flatMap((id) =>
		Array.from(
			JSON.stringify(data(`rubrics/${id}`)).matchAll(/"id":"([abcn]\d[\d-]*)"/g),
			([, line]) => `rubrics/${id}#${line}`,
		),
	);
	return new Set([...clauses, ...lines]);
}

/** The closed half gave 79.9, 96.0 and 72.7 % when it was opened, on 2026-11-28, once the work on the open one was done; the later table 82.8, 97.0 and 88.5 %. */
const floors = {
	open: { first: 0.8, five: 0.95, said: 0.9 },
	closed: { first: 0.79, five: 0.95, said: 0.72 },
	later: { first: 0.8, five: 0.95, said: 0.85 },
};

const causes: { [cause: string]: string[] } = parse(readFileSync('tests/data/everyday-causes.yaml', 'utf8'));

/** Queries of the closed half that are missed without a cause being told. */
const unexplained = (queries: readonly string[]): string[] => {
	const told = new Set(Object.values(causes).flat());
	return queries.filter((q) => !told.has(q));
};

describe.each(tables)('the %s table', (name) => {
	const table = half(name);

	test('leads to what there is, each question once', () => {
		const there = known();
		expect(there.size).toBeGreaterThan(500);
		expect(new Set(table.map(({ q }) => q)).size).toBe(table.length);
		expect(table.length).toBeGreaterThanOrEqual(150);
		for (const { q, kind, expect: wanted, near = [] } of table) {
			expect(wanted.length > 0, q).toBe(kind !== 'none');
			for (const address of [...wanted, ...near]) expect(there.has(address), `${q}: ${address}`).toBe(true);
		}
	});

	test('asks in every way, and what has no answer too', () => {
		for (const kind of ['spoken', 'words', 'situation', 'officialese', 'sound', 'none'])
			expect(table.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(10);
	});

	test('is answered', async () => {
		const { first, five, misses, missed } = await measured(table, all);
		console.log(`${name} table: first ${percent(first)}, within five ${percent(five)}\n${misses.join('\n')}`);
		expect(first).toBeGreaterThanOrEqual(floors[name].first);
		expect(five).toBeGreaterThanOrEqual(floors[name].five);
		if (name === 'closed') expect(unexplained(missed)).toEqual([]);
	});

	test('that no text says it is said, and seldom where one does', async () => {
		const told = await Promise.all(
			table.map(async (row) => {
				const got = await wholeAnswer(row.q);
				const gap = got.gap?.about;
				return { row, said: gap !== undefined || !saysDirectly(got), gap };
			}),
		);
		const none = told.filter(({ row }) => row.kind === 'none');
		const wrongly = told.filter(({ row, gap }) => row.kind !== 'none' && gap);
		const said = none.filter((each) => each.said).length / none.length;
		console.log(
			`${name} table: told that no text says it ${percent(said)}\n${none
				.filter((each) => !each.said)
				.map(({ row }) => `  –  ${row.q}`)
				.join('\n')}\n  beside an answer ${wrongly.length} times of ${told.length - none.length}`,
		);
		expect(said).toBeGreaterThanOrEqual(floors[name].said);
		if (name === 'closed') expect(unexplained(none.filter((each) => !each.said).map(({ row }) => row.q))).toEqual([]);
		expect(wrongly.length / (told.length - none.length)).toBeLessThan(0.1);
	});
});

describe('each part is worth something', () => {
	let whole = 0;
	beforeAll(async () => {
		whole = (await measured(half('open'), all)).first;
	});

	test.each(Object.entries(without))('%s', async (name, means) => {
		const { first, five } = await measured(half('open'), means);
		console.log(`open half ${name}: first ${percent(first)}, within five ${percent(five)}`);
		expect(first).toBeLessThan(whole);
	});
});
