import { readFileSync } from 'node:fs';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { textOfPilot } from '../../src/kept/backup.ts';
import { allKept, keptOf, textOfAll } from '../../src/kept/everything.ts';
import type { SharedKind } from '../../src/kept/kind.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { fact } from '../../src/kept/kinds/fact.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { newPilot } from '../../src/kept/kinds/pilot.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import { join, written } from '../../src/kept/lineage.ts';
import type { Check } from '../../src/schemas/saved-check.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';

/* Files that are almost ours, the same for the same seed. */

const at = '2026-11-20T01:02:03.000Z';
const check: Check = {
	format: 2,
	id: 'abc',
	pilot: 'p',
	rubric: 'shenzhen-2022',
	name: '自查',
	createdAt: at,
	updatedAt: at,
};
const aside = (field: string, value: unknown) => ({ field, value, at });
const paper = { id: 'p1', note: '第三页' };

function recordOf<T extends Shared>(kind: SharedKind<T>, said: object, rival?: object): T {
	const made = (words: object, by: string, tick: number) =>
		written(undefined, { ...kind.empty(), updatedAt: at, ...words } as T, by, 1_700_000_000_000 + tick);
	const mine = made(said, 'office.a', 1);
	return rival ? join(mine, made(rival, 'colleague.b', 2)) : mine;
}

/** What is stored where they are brought in. */
export const here = new Map<string, unknown>([
	['pilot p', newPilot('p', at)],
	['check abc', check],
	['line abc b1', recordOf(line, { note: '本机', answer: { choice: '优秀' } })],
	['line abc b2', recordOf(line, { note: '甲', papers: [paper] }, { note: '乙', answer: { met: null } })],
	['line abc b3', recordOf(line, { note: '丙', setAside: [aside('note', '丁'), aside('paper p1', paper)] })],
	['fact p unit-name', recordOf(fact, { said: '某局' }, { said: '另一局' })],
	['evidence p p1', recordOf(evidence, { name: '制度', number: '一' }, { name: '制度', number: '二' })],
	['walk p training-2022#s8.1', recordOf(walk, { finding: 'mend', note: '坏了' }, { finding: 'good' })],
]);

const theirs = new Map<string, unknown>([
	...here,
	['line abc b1', recordOf(line, { note: '同事', future: { more: [1, 2] }, answer: { counts: { 国家标准: 3 } } })],
	[
		'line abc b4',
		recordOf(line, { reason: '没有', answer: { notApplicable: true }, setAside: [aside('later', true)] }),
	],
	['line abc b5', recordOf(line, { answer: { parts: { 甲: true } } }, { papers: [paper, { ...paper, id: 'p2' }] })],
	['walk p training-2022#s8.2', recordOf(walk, { finding: 'skip', who: '王', due: '2026-12-01' })],
	['fact p unit-name', recordOf(fact, { said: '丙局' })],
	['fact p sector', recordOf(fact, { said: '养老', setAside: [aside('said', '社工')] })],
]);

const fixture = (name: string) => readFileSync(`tests/fixtures/kept/${name}`, 'utf8');
const sound = [
	textOfAll(allKept([...theirs], allKinds)),
	textOfPilot({ pilot: newPilot('p', at), checks: [keptOf([...theirs], check)] }),
	textOfAll(allKept([...theirs], allKinds)),
	fixture('format-1/all.json'),
	fixture('format-1/check.json'),
	fixture('format-2/all.json'),
	fixture('format-3/all.json'),
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

export function fuzzed(seed: number): Uint8Array {
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
