import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../src/digest.ts';
import { present } from '../../src/evidence/match.ts';
import { papersOf, registerIn, standsFor } from '../../src/evidence/papers.ts';
import { takenOver } from '../../src/evidence/register.ts';
import { missing, usesIn } from '../../src/evidence/uses.ts';
import { bringIn, jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { homesOf, inHomes } from '../../src/features/takeaway/homes.ts';
import { readBytes } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { allKept, textOfAll } from '../../src/kept/everything.ts';
import { isShared, type SharedKind } from '../../src/kept/kind.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { newPilot } from '../../src/kept/kinds/pilot.ts';
import { openRivals, written } from '../../src/kept/lineage.ts';
import type { Cite, LineRecord } from '../../src/schemas/saved-check.ts';
import type { EvidenceRecord } from '../../src/schemas/saved-evidence.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';
import { unsettled } from '../../src/settling/unsettled.ts';
import { thorough } from '../thorough.ts';

/*
 * Random histories of five browsers that fill one register and one check: papers are added, cited, put together and
 * apart, deleted and had back, and files go from one to the other. Then it is asked what everybody has.
 */

const at = '2026-11-01T00:00:00.000Z';
const places = ['c1-1', 'c1-2', 'c2-1'];

type Store = Map<string, unknown>;

const fresh = (): Store =>
	new Map<string, unknown>([
		['pilot p', newPilot('p', at)],
		['check abc', { format: 2, id: 'abc', pilot: 'p', rubric: 'national', name: '自查', createdAt: at, updatedAt: at }],
	]);

/** What a file brings in, record by record, as `bringIn` does; the whole way is tried below. */
function together(mine: Store, theirs: Store): Store {
	const both = new Map(mine);
	for (const [key, record] of theirs) {
		const kind = allKinds.find(({ prefix }) => key.startsWith(prefix)) as SharedKind<Shared>;
		const own = both.get(key) as Shared | undefined;
		both.set(key, own && isShared(kind) ? kind.join(own, record as Shared) : (own ?? record));
	}
	return both;
}

const wholeWay = (mine: Store, theirs: Store): Store => {
	const text = textOfAll(allKept([...theirs], allKinds));
	const taken = [readBytes('all.json', new TextEncoder().encode(text))];
	const files = inHomes(taken, homesOf(taken, mine));
	const given = { jobs: jobsOf(files, mine), others: othersOf(files, mine), choices: new Map(), now: new Date(at) };
	return new Map([...mine, ...bringIn(mine, { ...given, here: 'me' }).entries]);
};

/** What a browser holds, as one text. */
const told = (store: Store, which = /./): string =>
	canonical([...store].filter(([key]) => which.test(key)).sort(([a], [b]) => (a < b ? -1 : 1)));

interface History {
	stores: Store[];
	/** Deleted by someone, and had back by nobody. */
	dead: Set<string>;
}

type Step = readonly [what: number, who: number, which: number, where: number];

function play(steps: readonly Step[], carry = together): History {
	const stores = Array.from({ length: 5 }, fresh);
	const [deleted, hadBack] = [new Set<string>(), new Set<string>()];
	let now = Date.parse(at);
	let made = 0;
	// All begin with the same four papers.
	const begun: Step[] = [0, 1, 2, 3].map((i) => [0, 0, 0, i]);
	const sent: Step[] = [1, 2, 3, 4].map((to) => [7, 0, to, 0]);
	for (const [what, who, which, where] of [...begun, ...sent, ...steps]) {
		now += 1000;
		const store = stores[who] as Store;
		const register = registerIn([...store], 'p');
		const there = present(register);
		const put = <T extends Shared>(kind: SharedKind<T>, id: string, change: Partial<T>) => {
			const stored = store.get(kind.prefix + id) as T | undefined;
			const next = { ...(stored ?? kind.empty()), ...change, updatedAt: new Date(now).toISOString() };
			store.set(kind.prefix + id, written(stored, next, `browser ${who}`, now));
		};
		const entry = (id: string, change: Partial<EvidenceRecord>) => put(evidence, `p ${id}`, change);
		const papersAt = (place: string): Cite[] =>
			(store.get(`line abc ${place}`) as LineRecord | undefined)?.papers ?? [];
		const cite = (id: string) => {
			const place = places[where % places.length] as string;
			if (papersAt(place).every((each) => each.id !== id))
				put(line, `abc ${place}`, { papers: [...papersAt(place), { id, note: '' }] });
		};
		const one = there[which % Math.max(1, there.length)];
		const other = there[where % Math.max(1, there.length)];
		if (what === 0) {
			const id = `e${made++}`;
			entry(id, { name: `材料${id}` });
			cite(id);
		} else if (what === 1 && one) cite(one.id);
		else if (what === 2 && one) entry(one.id, { number: `${now}号` });
		else if (what === 3 && one) {
			entry(one.id, { gone: true });
			deleted.add(one.id);
		} else if (what === 4) {
			const gone = Object.entries(register).filter(([, each]) => each.gone);
			const [id] = gone[which % Math.max(1, gone.length)] ?? [];
			if (id) {
				entry(id, { gone: false });
				hadBack.add(id);
			}
		} else if (what === 5 && one && other && one !== other) {
			entry(one.id, takenOver(one.entry, other.entry));
			entry(other.id, { same: one.id });
		} else if (what === 6) {
			const joined = Object.entries(register).filter(([, each]) => each.same !== undefined);
			const [id] = joined[which % Math.max(1, joined.length)] ?? [];
			if (id) entry(id, { same: undefined });
		} else if (what >= 7) stores[which % 5] = carry(stores[which % 5] as Store, store);
	}
	return { stores, dead: new Set([...deleted].filter((id) => !hadBack.has(id))) };
}

const steps = fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.nat(9), fc.nat(9)), {
	minLength: 30,
	maxLength: 90,
	size: 'max',
});

/** Nothing that is cited anywhere is unknown there, and what is gone is told by its name. */
function citesWell(store: Store): void {
	const all = [...store] as [string, unknown][];
	const register = registerIn(all, 'p');
	for (const [key, record] of all.filter(([each]) => each.startsWith('line '))) {
		const { papers } = record as LineRecord;
		for (const { id } of papers) expect(register[id], `${key} ${id}`).toBeDefined();
		for (const paper of papersOf(papers, register)) expect(paper.name, key).toMatch(/^材料/);
	}
	const known = new Set(present(register).map(({ id }) => id));
	for (const id of Object.keys(register)) {
		const whole = standsFor(id, register);
		expect(known.has(whole) || register[whole]?.gone === true, id).toBe(true);
	}
	const uses = usesIn(all, 'p', register);
	for (const id of missing(uses, register)) expect(register[id]?.name).toMatch(/^材料/);
}

const counted = { histories: 0, dead: 0, rings: 0, rivals: 0 };

/** What is deleted stays so, or it is said that somebody wrote on it meanwhile. */
function staysDeleted(store: Store, dead: ReadonlySet<string>): void {
	for (const id of dead) {
		const record = store.get(`evidence p ${id}`) as EvidenceRecord | undefined;
		if (!record) continue;
		counted.dead += 1;
		const said = record.gone || (unsettled(record) && openRivals(record).some((rival) => rival.gone));
		expect(said, id).toBe(true);
	}
}

/** A quick run tries a tenth, the same each time: of so few another draw might have too little of what is rare. */
const many = thorough ? { numRuns: 1000 } : { numRuns: 100, seed: 2 };

test('of 1,000 histories of five browsers: any order, any grouping and any repetition gives the same', () => {
	fc.assert(
		fc.property(steps, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (each, order) => {
			const { stores, dead } = play(each);
			const [a, b, c, d, e] = stores as [Store, Store, Store, Store, Store];
			const all = together(together(together(together(a, b), c), d), e);
			const turned = order.map((i) => stores[i] as Store).reduce(together);
			const grouped = together(together(e, d), together(c, together(b, a)));
			const same = told(all);
			for (const other of [turned, grouped, together(all, all), ...stores.map((store) => together(all, store))])
				expect(told(other)).toBe(same);
			for (const store of [...stores, all]) citesWell(store);
			staysDeleted(all, dead);
			counted.histories += 1;
			const register = registerIn([...all] as [string, unknown][], 'p');
			counted.rings += Object.values(register).filter(({ same }) => same && register[same]?.same).length;
			counted.rivals += Object.values(register).filter(unsettled).length;
		}),
		many,
	);
	expect(counted.histories).toBe(many.numRuns);
	// What is asked was there to be asked.
	for (const [what, count] of Object.entries(counted)) expect(count, what).toBeGreaterThan(5);
});

test('by files, as people send them: nothing dangles, nothing deleted comes back unsaid', () => {
	fc.assert(
		fc.property(steps, (each) => {
			const { stores, dead } = play(each, wholeWay);
			const all = stores.reduce(wholeWay);
			for (const store of [...stores, all]) citesWell(store);
			staysDeleted(all, dead);
			const asRecords = stores.reduce(together);
			expect(told(all, /^(evidence|line) /)).toBe(told(asRecords, /^(evidence|line) /));
		}),
		{ numRuns: thorough ? 60 : 20 },
	);
});

test('a register in which what is deleted comes back unasked is found', () => {
	const bad = (mine: Store, theirs: Store): Store => {
		const both = together(mine, theirs);
		for (const [key, record] of theirs)
			if (key.startsWith('evidence ') && !(record as EvidenceRecord).gone) both.set(key, record);
		return both;
	};
	const found = fc.check(
		fc.property(steps, (each) => {
			const { stores, dead } = play(each, bad);
			staysDeleted(stores.reduce(bad), dead);
		}),
		{ numRuns: 300 },
	);
	expect(found.failed).toBe(true);
});
