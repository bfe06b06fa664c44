import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyLine } from '../../src/checks/saved.ts';
import { canonical } from '../../src/digest.ts';
import { holds, join, openRivals, written } from '../../src/kept/lineage.ts';
import type { LineRecord } from '../../src/schemas/saved-check.ts';

const at = (tick: number) => new Date(Date.UTC(2026, 0, 1) + tick * 1000).toISOString();

const said = (note: string, tick: number): LineRecord => ({ ...emptyLine(), note, updatedAt: at(tick) });

/** What a browser makes of a record when someone writes a note. */
const edited = (stored: LineRecord | undefined, note: string, here: string, tick: number): LineRecord =>
	written(stored, { ...(stored ?? emptyLine()), note, updatedAt: at(tick) }, here, tick);

/** What a history of several browsers leaves: each step writes, sends to another, or settles a conflict. */
const histories = fc
	.array(
		fc.record({
			who: fc.nat(3),
			what: fc.constantFrom('write', 'write', 'send', 'settle', 'strip'),
			to: fc.nat(3),
			note: fc.constantFrom('甲', '乙', '丙', '丁'),
		}),
		{ minLength: 3, maxLength: 25 },
	)
	.map((steps) => {
		const held: (LineRecord | undefined)[] = [undefined, undefined, undefined, undefined];
		const sent: LineRecord[] = [];
		for (const [tick, { who, what, to, note }] of steps.entries()) {
			const mine = held[who];
			// Two browsers may write at the same moment.
			const now = Math.floor(tick / 2) + 1;
			if (what === 'write') held[who] = edited(mine, note, `b${who}`, now);
			if (!mine) continue;
			if (what === 'settle') held[who] = written(mine, { ...mine, rivals: [], updatedAt: at(now) }, `b${who}`, now);
			if (what === 'send' || what === 'strip') {
				const { version: _, seen: __, rivals: ___, ...bare } = mine;
				const record = what === 'strip' ? bare : mine;
				sent.push(record);
				const theirs = held[to];
				held[to] = theirs ? join(theirs, record) : record;
			}
		}
		return [...sent, ...held.flatMap((record) => record ?? [])];
	});

const all = (records: readonly LineRecord[]): LineRecord | undefined =>
	records.reduce<LineRecord | undefined>((sum, each) => (sum ? join(sum, each) : each), undefined);

describe('bringing records together', () => {
	test('gives the same in any order', () => {
		fc.assert(
			fc.property(
				histories.chain((records) =>
					fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
				),
				([records, shuffled]) => {
					expect(canonical(all(shuffled))).toBe(canonical(all(records)));
				},
			),
			{ numRuns: 500 },
		);
	});

	test('gives the same however it is grouped, and nothing new the second time', () => {
		fc.assert(
			fc.property(histories, fc.nat(20), (records, cut) => {
				const [left, right] = [records.slice(0, cut), records.slice(cut)];
				const [a, b] = [all(left), all(right)];
				const whole = all(records);
				if (a && b) expect(canonical(join(a, b))).toBe(canonical(whole));
				for (const each of records) {
					expect(whole && holds(whole, each)).toBe(true);
					expect(canonical(whole && join(whole, each))).toBe(canonical(whole));
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('loses nothing that nobody replaced', () => {
		const handed = edited(undefined, '原来的', 'office', 1);
		const notes = Array.from({ length: 20 }, (_, i) => `第${i + 1}位同事`);
		const parts = notes.map((note, i) => edited(handed, note, `b${i}`, 2));
		const whole = all([handed, ...parts]);
		expect([whole?.note, ...(whole?.rivals ?? []).map(({ note }) => note)].sort()).toEqual([...notes].sort());
	});
});

describe('who gives way', () => {
	const handed = edited(undefined, '发出去的', 'office', 1);
	const back = edited(handed, '同事改的', 'colleague', 2);

	test('the newer wins where the other did not change', () => {
		expect(join(handed, back).note).toBe('同事改的');
		expect(join(back, handed).note).toBe('同事改的');
		expect(openRivals(join(handed, back))).toEqual([]);
	});

	test('an older clock does not make an older version', () => {
		const early = edited(handed, '时钟慢的同事', 'slow', 0);
		expect(join(handed, early).note).toBe('时钟慢的同事');
	});

	test('where both changed, both are kept, and what is chosen stays chosen', () => {
		const here = edited(handed, '本机改的', 'office', 3);
		const both = join(here, back);
		expect(both.note).toBe('本机改的');
		expect(openRivals(both).map(({ note }) => note)).toEqual(['同事改的']);
		const settled = written(both, { ...both, rivals: [] }, 'office', 4);
		expect(settled.rivals).toBeUndefined();
		expect(holds(settled, back)).toBe(true);
		expect(holds(settled, handed)).toBe(true);
	});

	test('the same words written twice are no conflict, and go when one of them is replaced', () => {
		const here = edited(handed, '同事改的', 'office', 3);
		const both = join(here, back);
		expect(openRivals(both)).toEqual([]);
		expect(openRivals(edited(both, '再改', 'office', 4))).toEqual([]);
	});

	test('a record that does not say where it is from is never dropped for another', () => {
		const both = join(back, said('手里的旧备份', 1));
		expect(openRivals(both).map(({ note }) => note)).toEqual(['手里的旧备份']);
	});

	test('a file changed by hand is not taken for what it was', () => {
		const byHand = { ...handed, note: '用记事本改的' };
		expect(openRivals(join(back, byHand)).map(({ note }) => note)).toEqual(['用记事本改的']);
	});
});
