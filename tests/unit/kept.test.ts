import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonical } from '../../src/digest.ts';
import { bringIn, jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { type BroughtFile, readBytes } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { absorbLastWords, keep } from '../../src/kept/engine.ts';
import { allKept, textOfAll } from '../../src/kept/everything.ts';
import { isShared, type Kind, read, type SharedKind } from '../../src/kept/kind.ts';
import { aside } from '../../src/kept/kinds/aside.ts';
import { facts } from '../../src/kept/kinds/facts.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import { kinds } from '../../src/kept/kinds.ts';
import { join, openRivals, shared, written } from '../../src/kept/lineage.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';
import { sharedBy } from '../../src/schemas/saved-shared.ts';
import { only, text } from '../../src/schemas/sound.ts';
import { inMemory } from './in-memory.ts';

/* What is kept, whatever kind it is of: shipped, or defined here in one piece. */

interface Visit extends Shared {
	format: 3;
	guest: string;
	said: string;
}

/** A kind that no build ever shipped, in its third format: first a `name`, then a `guest`. */
const visit: SharedKind<Visit> = {
	name: 'visits',
	prefix: 'visit ',
	format: 3,
	is: sharedBy({ format: only(3), guest: text, said: text }) as (value: unknown) => value is Visit,
	upgrade: {
		1: ({ name, ...rest }: { name: string }) => ({ ...rest, format: 2, guest: name }),
		2: shared(3),
	},
	join,
	empty: () => ({ ...shared(3)({}), guest: '', said: '' }),
};

const withVisits = [...kinds, visit];

/** `localStorage` as a page has it. */
function localStorageOf(left: Map<string, string>) {
	const storage = {
		getItem: (key: string) => left.get(key) ?? null,
		setItem: (key: string, value: string) => left.set(key, value),
		removeItem: (key: string) => left.delete(key),
	};
	return new Proxy(storage, {
		ownKeys: () => [...left.keys()],
		getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
	});
}

const left = new Map<string, string>();
const leaving = new Set<() => void>();

beforeEach(() => {
	left.clear();
	leaving.clear();
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('localStorage', localStorageOf(left));
	vi.stubGlobal('addEventListener', (type: string, work: () => void) => type === 'pagehide' && leaving.add(work));
	vi.stubGlobal('removeEventListener', (type: string, work: () => void) => type === 'pagehide' && leaving.delete(work));
});
afterEach(() => void vi.unstubAllGlobals());

const leave = () => {
	for (const work of leaving) work();
};

/** Records whose disk answers only when it is let. */
function slow(values: Map<string, unknown>, of = withVisits) {
	const records = inMemory(values, { kinds: of });
	let open = true;
	const waiting: (() => void)[] = [];
	return {
		...records,
		change: async (...given: Parameters<typeof records.change>) => {
			if (!open) await new Promise<void>((done) => waiting.push(done));
			return records.change(...given);
		},
		stop: () => {
			open = false;
		},
	};
}

const settled = (done: () => boolean) => vi.waitFor(() => expect(done()).toBe(true), { interval: 1 });

interface Case {
	kind: SharedKind<Shared>;
	/** Records that must be there. */
	around: [string, unknown][];
	/** Where what is kept here begins, and one record in it. */
	scope: string;
	id: string;
	/** Two things that are said, each in a field of its own. */
	first: object;
	second: object;
	/** The first, said otherwise. */
	otherwise: object;
}

const at = '2026-11-20T01:02:03.000Z';
const check = { format: 1, id: 'abc', rubric: 'national', name: '自查', createdAt: at, updatedAt: at };

const cases: Case[] = [
	{
		kind: line,
		around: [['check abc', check]],
		scope: 'abc ',
		id: 'c1-1',
		first: { note: '甲' },
		second: { later: true },
		otherwise: { note: '乙' },
	},
	{
		kind: walk,
		around: [],
		scope: '',
		id: 'training-2022#s8.1',
		first: { note: '甲' },
		second: { who: '王敏' },
		otherwise: { note: '乙' },
	},
	{
		kind: facts,
		around: [],
		scope: '',
		id: '',
		first: { name: '甲局' },
		second: { from: '2026-01-01' },
		otherwise: { name: '乙局' },
	},
	{
		kind: visit,
		around: [],
		scope: '',
		id: 'v1',
		first: { said: '甲' },
		second: { guest: '客' },
		otherwise: { said: '乙' },
	},
];

describe.each(cases)('$kind.name', ({ kind, around, scope, id, first, second, otherwise }) => {
	const key = kind.prefix + scope + id;
	const start = () => new Map<string, unknown>(around);
	const storedIn = (values: Map<string, unknown>) => values.get(key) as Shared;

	test('what is said is stored, with its lineage, and found again', async () => {
		const values = start();
		const keeping = await keep(slow(values), kind, scope);
		keeping.edit(id, first);
		keeping.edit(id, second);
		await settled(() => keeping.$fates.get()[id]?.state === 'saved');
		expect(storedIn(values)).toMatchObject({
			...first,
			...second,
			format: kind.format,
			version: { sum: expect.anything() },
		});
		expect((await keep(slow(values), kind, scope)).of(id)).toMatchObject({ ...first, ...second });
		keeping.dispose();
	});

	test('two windows: each keeps what it said; what both said is set aside, not lost', async () => {
		const values = start();
		const [one, other] = [await keep(slow(values), kind, scope), await keep(slow(values), kind, scope)];
		one.edit(id, { ...first, ...second });
		await settled(() => one.$fates.get()[id]?.state === 'saved');
		other.edit(id, otherwise);
		await settled(() => other.$fates.get()[id]?.state === 'saved');
		expect(storedIn(values)).toMatchObject({ ...otherwise, ...second });
		expect(storedIn(values).setAside.map(({ value }) => value)).toEqual(Object.values(first));
	});

	test('a page that goes away while the disk does not answer: its words are stored by the next', async () => {
		const values = start();
		const disk = slow(values);
		const keeping = await keep(disk, kind, scope);
		disk.stop();
		keeping.edit(id, first);
		leave();
		expect(values.has(key)).toBe(false);
		expect(await absorbLastWords(inMemory(values, { kinds: withVisits }))).toBe(true);
		expect(storedIn(values)).toMatchObject(first);
		expect([...left.keys()]).toEqual([]);
	});

	test('last words wait where nothing outlives the page, and where what is stored cannot be read', async () => {
		const disk = slow(start());
		const keeping = await keep(disk, kind, scope);
		disk.stop();
		keeping.edit(id, first);
		leave();
		const before = [...left];
		expect(await absorbLastWords(inMemory(start(), { kinds: withVisits, memoryOnly: 'denied' }))).toBe(false);
		const broken = new Map<string, unknown>([...around, [key, { broken: true }]]);
		await absorbLastWords(inMemory(broken, { kinds: withVisits }));
		expect(broken.get(key)).toEqual({ broken: true });
		expect([...left]).toEqual(before);
	});

	test('a disposed page hears and says nothing more', async () => {
		const values = start();
		const disk = slow(values);
		const keeping = await keep(disk, kind, scope);
		keeping.dispose();
		expect(leaving.size).toBe(0);
	});

	test('what cannot be read is shown as such, never written over, and goes into the backup', async () => {
		const newer = { format: kind.format + 1, words: '将来的' };
		const values = new Map<string, unknown>([...around, [key, newer]]);
		const keeping = await keep(slow(values), kind, scope);
		expect(keeping.unreadable.get()[id]).toEqual({ state: 'newer', raw: newer });
		keeping.edit(id, first);
		await settled(() => keeping.$fates.get()[id]?.state === 'failed');
		expect(values.get(key)).toEqual(newer);
		const all = [...allKinds, visit] as Kind[];
		expect(textOfAll(allKept([...values], all))).toContain('将来的');
	});

	test('a full disk is said until there is room, and then everything is stored', async () => {
		const values = start();
		const records = inMemory(values, { kinds: withVisits });
		let full = true;
		let refused = 0;
		const keeping = await keep(
			{
				...records,
				change: async (...given) => {
					if (full) {
						refused += 1;
						throw new DOMException('full', 'QuotaExceededError');
					}
					return records.change(...given);
				},
			},
			kind,
			scope,
		);
		keeping.edit(id, first);
		await settled(() => refused === 1 && keeping.$fates.get()[id]?.state === 'failed');
		keeping.edit(id, second);
		expect(refused).toBe(2);
		// What was refused is given back before anything is tried again.
		await new Promise((done) => setImmediate(done));
		expect(keeping.of(id)).toMatchObject({ ...first, ...second });
		full = false;
		keeping.retry();
		await settled(() => keeping.$fates.get()[id]?.state === 'saved');
		expect(storedIn(values)).toMatchObject({ ...first, ...second });
	});

	test('the same upgraded apart by two is the same, and a version that was whole stays so', () => {
		const made = written(undefined, { ...kind.empty(), ...first }, 'office', 1000);
		expect(canonical(read(kind, made))).toBe(canonical({ state: 'good', value: made }));
		if (!kind.upgrade[1]) return;
		const { setAside: _, version: __, seen: ___, ...rest } = made;
		const old = { ...rest, ...(kind.name === 'visits' && { name: '客' }), format: 1 };
		const [a, b] = [read(kind, old), read(kind, structuredClone(old))];
		expect(a.state).toBe('good');
		expect(canonical(a)).toBe(canonical(b));
		if (a.state === 'good' && b.state === 'good') expect(openRivals(join(a.value, b.value))).toEqual([]);
	});
});

test('an upgrade takes lineage along, of rivals too', () => {
	const second = { format: 2, guest: '客', said: '甲', setAside: [], updatedAt: at } as unknown as Visit;
	const here = written(undefined, second, 'here', 1);
	const there = written(undefined, { ...second, said: '乙' }, 'there', 2);
	const both = join(here, there);
	const found = read(visit, both);
	if (found.state !== 'good') throw new Error(found.state);
	expect(found.value.format).toBe(3);
	const [rival] = openRivals(found.value);
	expect(rival).toMatchObject({ format: 3 });
	// Each is still known for the version that it was.
	const alone = [here, there].map((each) => read(visit, each));
	for (const each of alone)
		if (each.state === 'good') expect(canonical(join(found.value, each.value))).toBe(canonical(found.value));
});

test('a backup of every kind comes back elsewhere to the letter', () => {
	const { records } = JSON.parse(readFileSync('tests/fixtures/kept/format-1/store.json', 'utf8'));
	const text = textOfAll(allKept(upgraded(records), allKinds));
	const { store } = brought([file('all.json', text)]);
	expect(textOfAll(allKept([...store], allKinds))).toBe(text);
});

// ── Format 1 ──

const folder = 'tests/fixtures/kept/format-1';
const fixture = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const file = (name: string, words = fixture(name)): BroughtFile => readBytes(name, new TextEncoder().encode(words));

/** What a database becomes when this build opens it. */
const upgraded = (records: readonly [string, unknown][]): [string, unknown][] =>
	records.map(([key, value]) => {
		const kind = allKinds.find(({ prefix }) => key.startsWith(prefix));
		const found = kind && read(kind, value);
		return [key, found?.state === 'good' ? found.value : value];
	});

function brought(files: readonly BroughtFile[], stored = new Map<string, unknown>()) {
	const given = { jobs: jobsOf(files, stored), others: othersOf(files, stored), choices: new Map(), now: new Date(at) };
	const { entries, ...outcome } = bringIn(stored, { ...given, here: 'me' });
	return { outcome, store: new Map([...stored, ...entries]) };
}

/** Every text in a value that somebody typed or chose. */
const textsIn = (value: unknown): string[] => {
	if (typeof value === 'string') return value === '' ? [] : [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('format 1', () => {
	const { records } = JSON.parse(fixture('store.json')) as { records: [string, unknown][] };

	test('every record of the fixture is read, but for those that no build could', () => {
		const states = records.flatMap(([key, value]) => {
			const kind = allKinds.find(({ prefix }) => key.startsWith(prefix));
			return kind ? [[key, read(kind, value).state] as const] : [];
		});
		expect(states.length).toBeGreaterThan(50);
		expect(states.filter(([, state]) => state !== 'good')).toEqual([]);
		// What builds of format 1 kept.
		for (const kind of allKinds.filter((each) => each !== aside))
			expect(
				states.some(([key]) => key.startsWith(kind.prefix)),
				kind.name,
			).toBe(true);
	});

	test('nothing that was said is lost, nor anything unknown', () => {
		const after = new Map(upgraded(records));
		for (const [key, before] of records) {
			const now = textsIn(after.get(key));
			for (const words of textsIn(before)) expect(now, key).toContain(words);
		}
		const lineOf = (name: string) => [...after].find(([key]) => key.endsWith(` ${name}`))?.[1];
		expect(lineOf('b3')).toMatchObject({ future: { kept: true }, answer: { choice: '没有这个选项' } });
		expect(lineOf('b7')).toMatchObject({ setAside: [{ value: '甲窗口写的' }] });
		expect(openRivals(lineOf('b1') as Shared)).toHaveLength(1);
	});

	test.each(['check.json', 'all.json', 'part.json', 'part-filled.json', 'walk-record.json'])(
		'%s comes in whole',
		(name) => {
			const taken = file(name);
			expect(taken).toMatchObject({ broken: 0, othersBroken: [] });
			expect(taken.checks.flatMap(({ rejected }) => rejected)).toEqual([]);
			const { store } = brought([taken]);
			const now = textsIn([...store.values()]);
			const { format: _, app: __, ...said } = JSON.parse(fixture(name));
			expect(textsIn(said).filter((words) => !now.includes(words))).toEqual([]);
			expect(textsIn(said).length).toBeGreaterThan(5);
		},
	);

	test('the colleague’s part finds its lines again, also beside what has been upgraded', () => {
		const { outcome } = brought([file('part-filled.json')], new Map(upgraded(records)));
		const fates = outcome.jobs.flatMap(({ lines }) => lines);
		expect(fates.find(({ line: of }) => of === 'b2')?.fate).toBe('known');
	});

	test('what three pages said last is stored by this build', async () => {
		for (const [key, value] of Object.entries(JSON.parse(fixture('last-words.json')) as Record<string, string>))
			left.set(key, value);
		const values = new Map(upgraded(records));
		expect(await absorbLastWords(inMemory(values))).toBe(true);
		expect(left.size).toBe(0);
		expect(values.get('profile')).toMatchObject({ name: '走之前改的单位名', sector: '养老', from: '2024-03-01' });
		expect(values.get('walk training-2022#s8.6')).toMatchObject({ finding: 'mend', note: '走之前记的' });
		const b6 = [...values].find(([key]) => key.endsWith(' b6'))?.[1];
		expect(b6).toMatchObject({ note: '走之前最后写的', answer: { choice: '优秀' } });
	});

	test('of 1,000 states every text, answer and date is found again, once and the second time', () => {
		const words = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 8 }),
			fc.constantFrom('', '说明', '\u202e', '2026-01-31'),
		);
		const day = fc.oneof(
			fc.constant(''),
			fc.date({ min: new Date(0), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
		);
		const when = fc
			.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
			.map((date) => date.toISOString());
		const more = fc.dictionary(fc.constantFrom('future', 'x'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 });
		const unit = fc.record({ format: fc.constant(1), name: words, sector: words, from: day, to: day, running: day });
		const finding = fc.record({
			format: fc.constant(1),
			finding: fc.constantFrom('open', 'good', 'mend', 'skip'),
			who: words,
			due: day,
			note: words,
			updatedAt: when,
		});
		const states = fc.record({ unit, findings: fc.dictionary(fc.constantFrom('a#1', 'a#2', 'a#3'), finding), more });
		let tried = 0;
		fc.assert(
			fc.property(states, ({ unit: profile, findings, more: unknown }) => {
				const before: [string, unknown][] = [
					['profile', { ...unknown, ...profile }],
					...Object.entries(findings).map(([id, record]): [string, unknown] => [
						`walk ${id}`,
						{ ...unknown, ...record },
					]),
				];
				const once = upgraded(before);
				const now = new Map(once);
				for (const [key, was] of before) {
					const { format: _, ...said } = was as { format: number };
					expect(now.get(key), key).toMatchObject({ ...said, format: 2, setAside: [] });
				}
				expect(upgraded(once)).toEqual(once);
				tried += 1;
			}),
			{ numRuns: 1000 },
		);
		expect(tried).toBe(1000);
	});
});

test('every format that was ever shipped has a fixture, and a kind of more than one is known to every page', () => {
	const formats = readdirSync('tests/fixtures/kept').filter((name) => name.startsWith('format-'));
	expect(formats).toHaveLength(Math.max(...allKinds.map(({ format }) => format)) - 1);
	for (const kind of allKinds) {
		for (let from = 1; from < kind.format; from += 1)
			expect(kind.upgrade[from], `${kind.name} ${from}`).toBeTypeOf('function');
		if (kind.format > 1 || isShared(kind)) expect(kinds).toContain(kind);
	}
	const { records } = JSON.parse(fixture('store.json')) as { records: [string, { format?: number }][] };
	for (const { prefix } of kinds) expect(records.find(([key]) => key.startsWith(prefix))?.[1].format, prefix).toBe(1);
});
