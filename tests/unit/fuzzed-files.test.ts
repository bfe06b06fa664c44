import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { canonical } from '../../src/digest.ts';
import { jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { carryOut, lastImport, undo } from '../../src/features/takeaway/carry-out.ts';
import { type BroughtFile, NotTaken, readBytes } from '../../src/features/takeaway/read-file.ts';
import { keep } from '../../src/kept/engine.ts';
import { read, type SharedKind } from '../../src/kept/kind.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { fact } from '../../src/kept/kinds/fact.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';
import { SettleEvidence, SettleFact, SettleLine, SettleWalk } from '../../src/settling/Settle.tsx';
import { thorough } from '../thorough.ts';
import { buttonsIn } from './drawn.ts';
import { fuzzed, here } from './fuzzed.ts';
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
	{ kind: fact as unknown as SharedKind<Shared>, settle: SettleFact, field: 'said' },
	{ kind: evidence as unknown as SharedKind<Shared>, settle: SettleEvidence, field: 'name' },
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
			const owned = kind.owner === undefined || values.has(kind.owner.kind.prefix + kind.owner.idOf(id));
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
const many = thorough ? 10_000 : 750;

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
