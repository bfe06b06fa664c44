import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { canonical } from '../../src/digest.ts';
import { jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { carryOut, lastImport, undo } from '../../src/features/takeaway/carry-out.ts';
import { type BroughtFile, NotTaken, readBytes } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { textOfCheck } from '../../src/kept/backup.ts';
import { keep } from '../../src/kept/engine.ts';
import { allKept, keptOf, textOfAll } from '../../src/kept/everything.ts';
import { read, type SharedKind } from '../../src/kept/kind.ts';
import { facts } from '../../src/kept/kinds/facts.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import { join, written } from '../../src/kept/lineage.ts';
import type { Check } from '../../src/schemas/saved-check.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';
import { SettleFacts, SettleLine, SettleWalk } from '../../src/settling/Settle.tsx';
import { buttonsIn } from './drawn.ts';
import { inMemory } from './in-memory.ts';

/* Files that are almost ours: read or refused in words, brought in, worked on and taken back, whatever they say. */

vi.mock('../../src/ui/use-store.ts', () => ({ useStore: () => {} }));

beforeAll(() => {
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('addEventListener', () => {});
	vi.stubGlobal('removeEventListener', () => {});
	vi.stubGlobal('BroadcastChannel', undefined);
});
afterAll(() => void vi.unstubAllGlobals());

const at = '2026-11-20T01:02:03.000Z';
const check: Check = { format: 1, id: 'abc', rubric: 'shenzhen-2022', name: '自查', createdAt: at, updatedAt: at };
const aside = (field: string, value: unknown) => ({ field, value, at });
const paper = { id: 'p1', name: '制度', number: '一', date: '2026-01-01', kept: '柜子', note: '' };

function recordOf<T extends Shared>(kind: SharedKind<T>, said: object, rival?: object): T {
	const made = (words: object, by: string, tick: number) =>
		written(undefined, { ...kind.empty(), updatedAt: at, ...words } as T, by, 1_700_000_000_000 + tick);
	const mine = made(said, 'office.a', 1);
	return rival ? join(mine, made(rival, 'colleague.b', 2)) : mine;
}

const here = new Map<string, unknown>([
	['check abc', check],
	['line abc b1', recordOf(line, { note: '本机', answer: { choice: '优秀' } })],
	['line abc b2', recordOf(line, { note: '甲', papers: [paper] }, { note: '乙', answer: { met: null } })],
	['line abc b3', recordOf(line, { note: '丙', setAside: [aside('note', '丁'), aside('paper p1', paper)] })],
	['profile', recordOf(facts, { name: '某局' }, { name: '另一局' })],
	['walk training-2022#s8.1', recordOf(walk, { finding: 'mend', note: '坏了' }, { finding: 'good' })],
]);

const theirs = new Map<string, unknown>([
	...here,
	['line abc b1', recordOf(line, { note: '同事', future: { more: [1, 2] }, answer: { counts: { 国家标准: 3 } } })],
	[
		'line abc b4',
		recordOf(line, { reason: '没有', answer: { notApplicable: true }, setAside: [aside('later', true)] }),
	],
	['line abc b5', recordOf(line, { answer: { parts: { 甲: true } } }, { papers: [paper, { ...paper, id: 'p2' }] })],
	['walk training-2022#s8.2', recordOf(walk, { finding: 'skip', who: '王', due: '2026-12-01' })],
	['profile', recordOf(facts, { name: '丙局', setAside: [aside('sector', '养老')] })],
]);

const fixture = (name: string) => readFileSync(`tests/fixtures/kept/format-1/${name}`, 'utf8');
const sound = [
	textOfAll(allKept([...theirs], allKinds)),
	textOfCheck(keptOf([...theirs], check), facts.empty()),
	textOfAll(allKept([...theirs], allKinds)),
	fixture('all.json'),
	fixture('check.json'),
].map((text) => JSON.parse(text));

// ── What is done to them ──

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

type Random = ReturnType<typeof numbers>;
type Node = { [key: string]: unknown };

const oneOf = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

/** Each place in a value where something stands. */
function placesIn(value: unknown, all: [Node, string][] = []): [Node, string][] {
	if (typeof value === 'object' && value !== null)
		for (const key of Object.keys(value)) {
			all.push([value as Node, key]);
			placesIn((value as Node)[key], all);
		}
	return all;
}

const odd: (() => unknown)[] = [
	() => null,
	() => true,
	() => 0,
	() => -1,
	() => 0.5,
	() => 2 ** 53,
	() => 2 ** 53 - 1,
	() => 1e308,
	() => Number.NaN,
	() => '',
	() => 'x'.repeat(3000),
	() => '\ud800',
	() => '<img src=x onerror=alert(1)>',
	() => '9999-12-31T23:59:59.999Z',
	() => '0000-01-01T00:00Z',
	() => '2026-02-31T00:00:00Z',
	() => '+275760-09-13T00:00:00.000Z',
	() => [],
	() => ({}),
	() => [null],
	() => ({ kept: 1 }),
	() => ({ choice: { a: 1 } }),
	() => ({ parts: null }),
	() => ({ counts: 5 }),
	() => ({ met: {} }),
	() => [[[]], { id: 5 }],
	() => ({ toString: 1 }),
	() => ({ toString: null, valueOf: null }),
];

const names = [
	'form',
	'main',
	'toString',
	'valueOf',
	'hasOwnProperty',
	'length',
	'',
	' ',
	'b9',
	'a b',
	'?',
	'x#y',
	'说明',
	'../x',
];
const barred = ['__proto__', 'constructor', 'prototype'];

const put = (node: Node, key: string, value: unknown) =>
	!(Array.isArray(node) && key === 'length') &&
	Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });

const shares = ['setAside', 'rivals', 'seen', 'version', 'updatedAt', 'papers', 'answer'];

const changes: ((node: Node, key: string, random: Random) => void)[] = [
	(node, key, random) => put(node, key, oneOf(random, odd)()),
	(node, key, random) => put(node, key, oneOf(random, odd)()),
	(node, key) => Reflect.deleteProperty(node, key),
	(node, _, random) =>
		void (Array.isArray(node) || put(node, oneOf(random, [...names, ...shares]), oneOf(random, odd)())),
	(node, key, random) => {
		const value = node[key];
		Reflect.deleteProperty(node, key);
		put(node, oneOf(random, random(20) === 0 ? barred : names), value);
	},
	(node, key) => {
		const value = node[key];
		if (typeof value === 'object' && value !== null)
			put(node, key, Array.isArray(value) ? { ...value } : Object.values(value));
	},
	(node, key) => {
		const value = node[key];
		if (Array.isArray(value)) put(node, key, [...value, ...value]);
	},
];

const setAsideOf = (many: number) =>
	Array.from({ length: many }, (_, i) =>
		aside(
			oneOf(numbers(i), ['note', 'paper p1', 'papers', 'toString', 'constructor', 'setAside', 'paper ']),
			odd[i % odd.length]?.(),
		),
	);

/** What grows without end, in one of the records. */
const growths: ((record: Node, many: number) => void)[] = [
	(record, many) => put(record, 'setAside', setAsideOf(many)),
	(record, many) => {
		const { rivals: _, ...one } = record;
		put(
			record,
			'rivals',
			Array.from({ length: many }, (__, i) => ({ ...one, note: `${i}` })),
		);
	},
	(record, many) => put(record, 'seen', Object.fromEntries(Array.from({ length: many }, (_, i) => [`b${i}`, i]))),
	(record, many) => put(record, 'note', '长'.repeat(many * 20)),
	(record, many) =>
		put(
			record,
			'papers',
			Array.from({ length: many }, (_, i) => ({ ...paper, id: `p${i % 7}` })),
		),
	(record, many) => put(record, 'version', { by: 'office.a', at: 2 ** 53 - many, sum: 'x' }),
];

const bytes = (text: string) => new TextEncoder().encode(text);

const asText: ((text: string, random: Random) => Uint8Array)[] = [
	(text, random) => bytes(text.slice(0, random(text.length))),
	(text, random) => {
		const places = [...text.matchAll(/"[^"\n]*": ?[^{[\n]*,\n/g)];
		const place = oneOf(random, places);
		return bytes(place ? text.slice(0, place.index) + place[0] + text.slice(place.index) : text);
	},
	(text) => new Uint8Array(new Uint16Array(Array.from(text.slice(0, 3000), (c) => c.charCodeAt(0))).buffer),
	(text) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes(text)]),
	(text) => Uint8Array.from(bytes(text), (byte) => (byte > 0x7f ? 0xd7 : byte)),
	(text, random) =>
		bytes(
			text.replace(/"(note|name|value)": "[^"]*"/, (_, key) => `"${key}": ${'['.repeat(random(60))}${']'.repeat(60)}`),
		),
	(text, random) => bytes(text.replace(/: \{/, `: ${'{"a":'.repeat(random(60) + 1)}{`)),
	(text, random) => {
		const all = bytes(text);
		for (let i = 0; i < 3; i += 1) all[random(all.length)] = random(256);
		return all;
	},
];

const isRecord = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'updatedAt' in value && 'setAside' in value;

function fuzzed(seed: number): Uint8Array {
	const random = numbers(seed);
	const whole = { '': structuredClone(oneOf(random, sound)) };
	for (let i = random(4); i >= 0; i -= 1) {
		const places = placesIn(whole);
		const close = places.filter(([node, key]) => shares.includes(key) || isRecord(node));
		const [node, key] = oneOf(random, random(2) === 0 && close.length > 0 ? close : places.slice(1)) ?? [whole, ''];
		oneOf(random, changes)(node, key, random);
	}
	if (random(10) === 0) {
		const records = placesIn(whole).flatMap(([node, key]) => (isRecord(node[key]) ? [node[key]] : []));
		const record = oneOf(random, records);
		if (record) oneOf(random, growths)(record, oneOf(random, [3, 51, 60, random(20) === 0 ? 3000 : 200]));
	}
	const text = JSON.stringify(whole[''], null, '\t') ?? '';
	return random(8) === 0 ? oneOf(random, asText)(text, random) : bytes(text);
}

// ── What becomes of them ──

/** Of this process alone, in milliseconds: other tests do not count. */
const spent = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

const slowest = { preview: 0, edit: 0 };
const timed = <T>(what: keyof typeof slowest, work: () => T): T => {
	const began = spent();
	const done = work();
	slowest[what] = Math.max(slowest[what], spent() - began);
	return done;
};

const places = [
	{ kind: line as unknown as SharedKind<Shared>, settle: SettleLine, field: 'note' },
	{ kind: facts as unknown as SharedKind<Shared>, settle: SettleFacts, field: 'name' },
	{ kind: walk as unknown as SharedKind<Shared>, settle: SettleWalk, field: 'note' },
];

const withoutName = (values: ReadonlyMap<string, unknown>) =>
	canonical([...values].filter(([key]) => key !== 'here').sort(([a], [b]) => (a < b ? -1 : 1)));

/** Works on some records as a page does; gives how many. */
async function workOn(values: Map<string, unknown>, keys: readonly string[]): Promise<number> {
	let worked = 0;
	for (const { kind, settle, field } of places) {
		const own = keys.filter((key) => key.startsWith(kind.prefix) && read(kind, values.get(key)).state === 'good');
		if (own.length === 0) continue;
		const keeping = await keep(inMemory(values), kind);
		for (const key of own) {
			const id = key.slice(kind.prefix.length);
			const edit = () => {};
			const given = { keeping: { ...keeping, edit, $arrived: { set: () => {} } }, id };
			for (const { press } of buttonsIn(settle(given as never))) press();
			const owned = kind.owner === undefined || values.has(`check ${id.split(' ')[0]}`);
			for (const words of ['又', '又改']) {
				const began = spent();
				keeping.edit(id, { [field]: words });
				for (let i = 0; i < 50 && keeping.$fates.get()[id]?.state === 'saving'; i += 1) await Promise.resolve();
				slowest.edit = Math.max(slowest.edit, spent() - began);
				expect(keeping.$fates.get()[id], key).toMatchObject({ state: owned ? 'saved' : 'failed' });
				if (owned) expect(values.get(key)).toMatchObject({ [field]: words });
			}
			worked += 1;
		}
		keeping.dispose();
	}
	return worked;
}

async function tryOut(content: Uint8Array): Promise<'refused' | 'same' | number> {
	let file: BroughtFile;
	const values = new Map(here);
	const records = inMemory(values);
	try {
		file = timed('preview', () => readBytes('a.json', content));
	} catch (error) {
		if (!(error instanceof NotTaken)) throw error;
		expect(error.message).toMatch(/[一-龥]{4}/);
		return 'refused';
	}
	const began = spent();
	const wanted = {
		files: ['a.json'],
		jobs: jobsOf([file], values),
		others: othersOf([file], values),
		choices: new Map(),
		shown: new Map(values),
	};
	const { entries } = await carryOut(records, wanted);
	slowest.preview = Math.max(slowest.preview, spent() - began);
	if (entries.length === 0) return 'same';
	const before = await lastImport(records);
	if (!before) throw new Error('nothing to undo');
	expect(await undo(records, before)).toEqual({ stayed: 0 });
	expect(withoutName(values)).toBe(withoutName(here));
	await carryOut(records, { ...wanted, shown: new Map(values) });
	// What nobody touched as well as what came.
	return workOn(values, [...entries.map(([key]) => key), 'line abc b3'].slice(-3));
}

/** Ten thousand take 40 s where nothing else runs: in a quick run the first of them. */
const many = process.env.THOROUGH === '1' ? 10_000 : 1500;

test('of 10,000 files that are almost ours each is refused in words, or can be worked on and taken back', {
	timeout: 600_000,
}, async () => {
	const sum = { files: 0, refused: 0, same: 0, worked: 0 };
	const began = performance.now();
	for (let seed = 1; seed <= many; seed += 1) {
		sum.files += 1;
		try {
			const done = await tryOut(fuzzed(seed));
			if (done === 'refused' || done === 'same') sum[done] += 1;
			else sum.worked += done;
		} catch (error) {
			throw new Error(`file ${seed}`, { cause: error });
		}
	}
	console.log(JSON.stringify(sum), JSON.stringify(slowest), Math.round(performance.now() - began));
	expect(sum.refused).toBeGreaterThan(sum.files / 20);
	expect(sum.worked).toBeGreaterThan(sum.files);
	expect(slowest.preview).toBeLessThan(2000);
	expect(slowest.edit).toBeLessThan(200);
});
