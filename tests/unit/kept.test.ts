import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonical } from '../../src/digest.ts';
import { bringIn, jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { type Before, lastImport, undo } from '../../src/features/takeaway/carry-out.ts';
import { homesOf, inHomes } from '../../src/features/takeaway/homes.ts';
import { type BroughtFile, readBytes } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { format as newestFile } from '../../src/kept/backup.ts';
import { absorbLastWords, keep } from '../../src/kept/engine.ts';
import { allKept, textOfAll } from '../../src/kept/everything.ts';
import { isShared, type Kind, read, type SharedKind } from '../../src/kept/kind.ts';
import { aside } from '../../src/kept/kinds/aside.ts';
import { fact } from '../../src/kept/kinds/fact.ts';
import { form as formKind } from '../../src/kept/kinds/form.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { newPilot } from '../../src/kept/kinds/pilot.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import { kinds } from '../../src/kept/kinds.ts';
import { join, openRivals, shared, written } from '../../src/kept/lineage.ts';
import { moves } from '../../src/kept/moves.ts';
import { upgraded as whatChanges } from '../../src/kept/upgraded.ts';
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
const check = { format: 2, id: 'abc', pilot: 'p', rubric: 'national', name: '自查', createdAt: at, updatedAt: at };

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
		around: [['pilot p', newPilot('p', at)]],
		scope: 'p ',
		id: 'training-2022#s8.1',
		first: { note: '甲' },
		second: { who: '王敏' },
		otherwise: { note: '乙' },
	},
	{
		kind: fact,
		around: [['pilot p', newPilot('p', at)]],
		scope: 'p ',
		id: 'unit-name',
		first: { said: '甲局' },
		second: { future: '以后的版本添的' },
		otherwise: { said: '乙局' },
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
	const { records } = JSON.parse(fixture('format-2', 'store.json'));
	const text = textOfAll(allKept(upgraded(records), allKinds));
	const { store } = brought([file('all.json', text)]);
	expect(textOfAll(allKept([...store], allKinds))).toBe(text);
});

// ── What earlier builds kept ──

const folder = 'tests/fixtures/kept';
const fixture = (format: string, name: string): string => readFileSync(`${folder}/${format}/${name}`, 'utf8');
const file = (name: string, words: string): BroughtFile => readBytes(name, new TextEncoder().encode(words));

/** What a database becomes when this build opens it. */
function upgraded(records: readonly [string, unknown][]): [string, unknown][] {
	const now = new Map(records);
	for (const [key, value] of whatChanges(records, kinds, moves))
		if (value === undefined) now.delete(key);
		else now.set(key, value);
	return [...now];
}

function brought(taken: readonly BroughtFile[], stored = new Map<string, unknown>()) {
	const files = inHomes(taken, homesOf(taken, stored));
	const given = { jobs: jobsOf(files, stored), others: othersOf(files, stored), choices: new Map(), now: new Date(at) };
	const { entries, ...outcome } = bringIn(stored, { ...given, here: 'me' });
	return { outcome, store: new Map([...stored, ...entries]) };
}

/** Every text in a value that somebody typed or chose. */
const textsIn = (value: unknown): string[] => {
	if (typeof value === 'string') return value === '' ? [] : [value];
	if (typeof value !== 'object' || value === null) return [];
	// A sum of what was said is nothing that anybody said, nor is the name by which a paper was known.
	const isPaper = 'kept' in value && 'number' in value;
	return Object.entries(value).flatMap(([field, inner]) =>
		field === 'version' || (isPaper && field === 'id') || (field === 'field' && `${inner}`.startsWith('paper '))
			? []
			: textsIn(inner),
	);
};

/** What was said is found again, wherever it has gone. */
const allIn = (entries: Iterable<readonly [string, unknown]>) =>
	new Set(textsIn(Array.from(entries, ([, value]) => value)));

describe.each(['format-1', 'format-2', 'format-3'])('%s', (format) => {
	const { records } = JSON.parse(fixture(format, 'store.json')) as { records: [string, unknown][] };
	const after = new Map(upgraded(records));

	test('every record of the fixture is read, but for those that no build could', () => {
		const states = [...after].flatMap(([key, value]) => {
			const kind = allKinds.find(({ prefix }) => key.startsWith(prefix));
			return kind ? [[key, read(kind, value).state] as const] : [];
		});
		expect(states.length).toBeGreaterThan(50);
		expect(states.filter(([, state]) => state !== 'good')).toEqual([]);
		// Forms came after these formats.
		for (const kind of allKinds.filter((each) => each !== aside && each !== formKind))
			expect(
				states.some(([key]) => key.startsWith(kind.prefix)),
				kind.name,
			).toBe(true);
		expect([...after.keys()].filter((key) => key === 'profile' || /^walk \S+$/.test(key))).toEqual([]);
		expect(upgraded([...after])).toEqual([...after]);
	});

	test('nothing that was said is lost, nor anything unknown', () => {
		const now = allIn(after);
		// A field that was set aside is known by its place.
		const moved = ['name', 'from', 'to'];
		for (const [key, before] of records)
			if (key !== 'before' && !key.startsWith('backup '))
				for (const words of textsIn(before))
					if (!moved.includes(words)) expect(now, `${key}: ${words}`).toContain(words);
		const lineOf = (name: string) => [...after].find(([key]) => key.endsWith(` ${name}`))?.[1];
		expect(lineOf('b3')).toMatchObject({ future: { kept: true }, answer: { choice: '没有这个选项' } });
		expect(lineOf('b7')).toMatchObject({ setAside: [{ value: '甲窗口写的' }] });
		expect(openRivals(lineOf('b1') as Shared).length).toBeGreaterThan(0);
	});

	test.each(['check.json', 'all.json', 'part.json', 'part-filled.json', 'walk-record.json'])(
		'%s comes in whole',
		(name) => {
			const taken = file(name, fixture(format, name));
			expect(taken).toMatchObject({ broken: 0, othersBroken: [] });
			expect(taken.checks.flatMap(({ rejected }) => rejected)).toEqual([]);
			const { store } = brought([taken]);
			const now = allIn(store);
			const { format: _, app: __, build: ___, ...said } = JSON.parse(fixture(format, name));
			expect(
				textsIn(said).filter((words) => !now.has(words) && !['name', 'from', 'to', 'open'].includes(words)),
			).toEqual([]);
			expect(textsIn(said).length).toBeGreaterThan(5);
		},
	);

	test('its files find their places again beside what was upgraded', () => {
		for (const name of ['check.json', 'all.json', 'part.json', 'walk-record.json']) {
			const { outcome } = brought([file(name, fixture(format, name))], after);
			const fates = [...outcome.jobs.flatMap(({ lines }) => lines), ...outcome.others].map(({ fate }) => fate);
			expect(new Set(fates), name).toEqual(new Set(['known']));
		}
		const { outcome } = brought([file('part-filled.json', fixture(format, 'part-filled.json'))], after);
		const fates = outcome.jobs.flatMap(({ lines }) => lines);
		expect(fates.find(({ line: of }) => of === 'b2')?.fate).toBe(format === 'format-1' ? 'known' : 'newer');
	});

	test('two who upgraded apart have the same, and so has who brings both together', () => {
		const { store } = brought([file('all.json', fixture(format, 'all.json'))]);
		const kept = (all: Iterable<[string, unknown]>) => textOfAll(allKept([...all], allKinds));
		const alone = brought([file('all.json', kept(after))]).store;
		const both = brought([file('all.json', kept(after))], store).store;
		const [one, two, three] = [store, alone, both].map((all) =>
			// Builds of format 1 did not put the walk into a file of everything.
			[...all]
				.filter(([key]) =>
					(format === 'format-1' ? /^(fact|evidence|check|line) / : /^(fact|evidence|check|line|walk) /).test(key),
				)
				.sort(([a], [b]) => (a < b ? -1 : 1)),
		);
		expect(one?.map(([key]) => key)).toEqual(two?.map(([key]) => key));
		expect(one).toEqual(two);
		expect(three).toEqual(two);
	});

	test('what three pages said last is stored by this build', async () => {
		for (const [key, value] of Object.entries(JSON.parse(fixture(format, 'last-words.json')) as Record<string, string>))
			left.set(key, value);
		const values = new Map(upgraded(records));
		expect(await absorbLastWords(inMemory(values))).toBe(true);
		expect(left.size).toBe(0);
		const of = (end: string) => [...values].find(([key]) => key.endsWith(end))?.[1];
		const names = [...values].filter(([key]) => key.endsWith(' unit-name'));
		expect(JSON.stringify(names)).toContain('走之前改的');
		expect(of(' sector')).toMatchObject({ said: '养老' });
		expect(of(' begins')).toMatchObject({ said: '2024-03-01' });
		expect(of(' training-2022#s8.6')).toMatchObject({ finding: 'mend', note: '走之前记的' });
		expect(of(' b6')).toMatchObject({ note: '走之前最后写的', answer: { choice: '优秀' } });
	});

	test('the last import can still be undone', async () => {
		const values = new Map(upgraded(records));
		const store = inMemory(values);
		const before = await lastImport(store);
		expect(before?.changed.length).toBeGreaterThan(3);
		expect(before?.changed.some(({ key }) => key === 'profile' || /^walk \S+$/.test(key))).toBe(false);
		await undo(store, before as Before);
		const stored = new Map(records);
		const was = (stored.get('before') as Before).changed.find(({ key }) => key === 'profile')?.was as { name?: string };
		if (was?.name) {
			const name = [...values].find(([key]) => key.endsWith(' unit-name'))?.[1];
			// Written since in another window: it stays.
			expect(JSON.stringify(name)).toContain(was.name);
		}
	});
});

test('of 1,000 states of the first edition every text, answer and date is found again, once and the second time', () => {
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
	const said = { name: words, sector: words, from: day, to: day, running: day };
	const units = {
		1: fc.record({ format: fc.constant(1), ...said }),
		2: fc
			.record({
				one: fc.record(said),
				other: fc.option(fc.record(said), { nil: undefined }),
				aside: words,
				updatedAt: when,
			})
			.map(({ one, other, aside: text, updatedAt }) => ({
				...one,
				format: 2,
				updatedAt,
				setAside: text ? [{ field: 'to', value: text, at: updatedAt }] : [],
				...(other && { rivals: [{ ...other, format: 2, updatedAt, setAside: [] }] }),
			})),
	};
	const finding = fc.record({
		format: fc.constant(1),
		finding: fc.constantFrom('open', 'good', 'mend', 'skip'),
		who: words,
		due: day,
		note: words,
		updatedAt: when,
	});
	// Few words, so that one paper stands in several places.
	const few = fc.constantFrom('', '通知', ' 通知 ', '某政发〔2025〕3号');
	const paper = fc.record({ name: fc.oneof(words, few), number: few, date: day, kept: few, note: words });
	const line = fc
		.record({ note: words, reason: words, papers: fc.array(paper, { maxLength: 4 }), updatedAt: when })
		.map(({ note, reason, papers, updatedAt }) => ({
			format: 1,
			note,
			reason,
			papers: papers.map((each, i) => ({ id: `p${i}`, ...each })),
			later: false,
			setAside: [],
			updatedAt,
		}));
	const states = fc.record({
		unit: fc.oneof(units[1], units[2]),
		findings: fc.dictionary(fc.constantFrom('a#1', 'a#2', 'a#3'), finding),
		lines: fc.dictionary(fc.constantFrom('b1', 'b2'), line),
		called: words,
		more,
	});
	let tried = 0;
	fc.assert(
		fc.property(states, ({ unit, findings, lines, called, more: unknown }) => {
			const before: [string, unknown][] = [
				['profile', { ...unknown, ...unit }],
				['check abc', { format: 1, id: 'abc', rubric: 'national', name: called, createdAt: at, updatedAt: at }],
				...Object.entries(lines).map(([id, record]): [string, unknown] => [`line abc ${id}`, record]),
				...Object.entries(findings).map(([id, record]): [string, unknown] => [`walk ${id}`, { ...unknown, ...record }]),
			];
			const once = upgraded(before);
			const now = allIn(once);
			// Blanks around what is said of a paper are no words; two notes on one paper stand one below the other.
			const told = new Set([...now].flatMap((text) => [text, ...text.split('\n')]).map((text) => text.trim()));
			// A date beside no word at all has nothing to be kept with.
			const dated = unit && 'updatedAt' in unit && textsIn({ ...unit, updatedAt: '' }).every((text) => !text.trim());
			const alone = dated ? [unit.updatedAt] : [];
			for (const text of textsIn(before.map(([, value]) => value)))
				if (text !== 'to' && text.trim() && !alone.includes(text)) expect(told).toContain(text.trim());
			for (const [id, record] of Object.entries(findings)) {
				const { format: _, ...content } = record;
				const [, kept] = once.find(([key]) => key.startsWith('walk ') && key.endsWith(` ${id}`)) ?? [];
				expect(kept).toMatchObject({ ...unknown, ...content, format: 3 });
			}
			const [, name] = once.find(([key]) => key.endsWith(' unit-name')) ?? [];
			if (Object.keys(unknown).length > 0) expect(name).toMatchObject(unknown);
			expect(upgraded(once)).toEqual(once);
			tried += 1;
		}),
		{ numRuns: 1000 },
	);
	expect(tried).toBe(1000);
});

test('every format that was ever shipped has a fixture, and a kind of more than one is known to every page', () => {
	const formats = readdirSync(folder).filter((name) => name.startsWith('format-'));
	expect(formats).toHaveLength(newestFile - 1);
	for (const kind of allKinds) {
		// The unit had one record, which is many now (first-edition.ts).
		for (let from = kind === fact ? kind.format : 1; from < kind.format; from += 1)
			expect(kind.upgrade[from], `${kind.name} ${from}`).toBeTypeOf('function');
		if (kind.format > 1 || isShared(kind)) expect(kinds).toContain(kind);
	}
	const { records } = JSON.parse(fixture('format-1', 'store.json')) as { records: [string, { format?: number }][] };
	for (const prefix of ['profile', 'check ', 'line ', 'walk '])
		expect(records.find(([key]) => key.startsWith(prefix))?.[1].format, prefix).toBe(1);
});
