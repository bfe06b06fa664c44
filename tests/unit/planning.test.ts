import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRolled, type Span, shift, unshift, type Way } from '../../src/dates/shift.ts';
import { squeezedIn } from '../../src/planning/conflicts.ts';
import { type Tie, tiesIn } from '../../src/planning/course.ts';
import { type Course, plan } from '../../src/planning/plan.ts';
import { circleIn, type End, reckon, type Windows } from '../../src/planning/reckon.ts';
import type { Period } from '../../src/schemas/period.ts';

const period = (id: string, ...bounds: NonNullable<Period['bounds']>): Period => ({
	id,
	name: id,
	because: [{ clause: 'xize-2013#art-1', quote: '甲' }],
	who: '单位',
	bounds,
});

const tie = (event: string, must: Tie['must'], than: string, span?: Span, way: Way = 'after'): Tie => ({
	period: `${event}-${than}`,
	usual: false,
	event,
	must,
	than,
	span,
	way,
	eve: false,
});

const days = (windows: Windows) =>
	Object.fromEntries([...windows].map(([event, { earliest, latest }]) => [event, [earliest?.day, latest?.day]]));

describe('a window', () => {
	test('goes both ways', () => {
		const ties = [tie('applied', 'not-before', 'running', { months: 6 })];
		expect(days(reckon(ties, new Map([['running', '2026-03-01']])))).toEqual({
			running: ['2026-03-01', '2026-03-01'],
			applied: ['2026-09-01', undefined],
		});
		expect(days(reckon(ties, new Map([['applied', '2026-08-31']])))).toEqual({
			running: [undefined, '2026-02-28'],
			applied: ['2026-08-31', '2026-08-31'],
		});
	});

	test('at the end of a month takes the last of the days that come to the same', () => {
		const ties = [tie('applied', 'not-before', 'running', { months: 6 })];
		// 28 to 31 August all lead to 28 February.
		expect(days(reckon(ties, new Map([['applied', '2026-02-28']]))).running).toEqual([undefined, '2025-08-31']);
		expect(days(reckon(ties, new Map([['applied', '2028-02-29']]))).running).toEqual([undefined, '2027-08-31']);
	});

	test('is told through what stands between', () => {
		const ties = [
			tie('ends', 'not-before', 'begins', { years: 2 }),
			tie('ends', 'not-after', 'begins', { years: 3 }),
			tie('applied', 'not-after', 'ends', { months: 3 }, 'before'),
			tie('applied', 'not-before', 'running', { months: 6 }),
			tie('running', 'not-before', 'built'),
		];
		const windows = reckon(ties, new Map([['begins', '2024-02-29']]));
		expect(days(windows)).toEqual({
			begins: ['2024-02-29', '2024-02-29'],
			ends: ['2026-02-28', '2027-02-28'],
			applied: [undefined, '2026-11-28'],
			running: [undefined, '2026-05-28'],
			built: [undefined, '2026-05-28'],
		});
		expect(windows.get('built')?.latest?.steps.map(({ tie: { period: id }, day }) => [id, day])).toEqual([
			['ends-begins', '2027-02-28'],
			['applied-ends', '2026-11-28'],
			['applied-running', '2026-05-28'],
			['running-built', '2026-05-28'],
		]);
	});
});

describe('what cannot be', () => {
	test('an event that two told days leave no day', () => {
		const ties = [
			tie('applied', 'not-before', 'running', { months: 6 }),
			tie('applied', 'not-after', 'ends', { months: 3 }, 'before'),
			tie('evaluated', 'not-before', 'applied'),
		];
		const windows = reckon(
			ties,
			new Map([
				['running', '2026-03-01'],
				['ends', '2026-10-31'],
			]),
		);
		const [found, ...others] = squeezedIn(windows);
		expect(others).toEqual([]);
		expect(found).toMatchObject({ event: 'applied', earliest: { day: '2026-09-01' }, latest: { day: '2026-07-31' } });
	});

	test('a circle, and not what only hangs on it', () => {
		const circle = [
			tie('a', 'not-before', 'b', { months: 3 }),
			tie('b', 'not-before', 'c'),
			tie('c', 'not-before', 'a', { days: 1 }),
		];
		const ties = [...circle, tie('d', 'not-before', 'a', { years: 1 }), tie('e', 'not-before', 'f', { years: 1 })];
		expect(circleIn(ties).sort()).toEqual(['a', 'b', 'c']);
		expect(circleIn(ties.slice(1))).toEqual([]);
		expect(
			days(
				reckon(
					ties,
					new Map([
						['a', '2026-01-01'],
						['f', '2026-01-01'],
					]),
				),
			),
		).toMatchObject({
			d: ['2027-01-01', undefined],
			e: ['2027-01-01', undefined],
		});
	});

	test('by one reading of the words alone', () => {
		const course: Course = {
			events: [],
			periods: [
				{
					...period('before-end', { event: 'x', must: 'not-after', than: 'y' }),
					bounds: undefined,
					readings: [
						{ says: '甲', bounds: [{ event: 'applied', must: 'not-after', than: 'ends', before: { months: 3 } }] },
						{ says: '乙', bounds: [{ event: 'applied', must: 'not-before', than: 'ends', before: { months: 3 } }] },
					],
				} as Period,
			],
		};
		const told = (day: string) =>
			new Map([
				['ends', '2026-12-31'],
				['applied', day],
			]);
		expect(plan(course, told('2026-09-30'), '2026-01-01').broken).toEqual([]);
		expect(plan(course, told('2026-10-01'), '2026-01-01').broken).toMatchObject([{ limit: '2026-09-30', by: [0] }]);
		expect(plan(course, told('2026-09-29'), '2026-01-01').broken).toMatchObject([{ limit: '2026-09-30', by: [1] }]);
	});
});

describe('a row', () => {
	const cited = { clause: 'xize-2013#art-1', quote: '甲' };
	const course: Course = {
		events: [
			{ id: 'applied', name: '申请', because: cited, asks: [], typed: 'somewhere' },
			{ id: 'begins', name: '开始', because: cited, asks: [], typed: 'somewhere' },
			{ id: 'ends', name: '期满', because: cited, asks: [], typed: 'somewhere' },
			{ id: 'ordered', name: '责令', because: cited, asks: [], typed: 'somewhere', happens: true },
			{ id: 'mended', name: '整改', because: cited, asks: [], typed: 'somewhere', happens: true },
			{ id: 'accident', name: '事故', because: cited, asks: [], typed: 'somewhere', happens: true },
		],
		periods: [
			period('order', { event: 'begins', must: 'not-before', than: 'applied' }),
			period('long', { event: 'ends', must: 'not-after', than: 'begins', after: { years: 3 } }),
			period('clean', { event: 'applied', must: 'not-before', than: 'accident', after: { years: 3 } }),
			period('mend', { event: 'mended', must: 'not-after', than: 'ordered', after: { months: 6 } }),
			period('after', { event: 'mended', must: 'not-before', than: 'ordered' }),
		],
	};
	const states = (told: Record<string, string>, today: string) =>
		Object.fromEntries(
			plan(course, new Map(Object.entries(told)), today).rows.map(({ event, state }) => [event.id, state]),
		);

	test('that what followed proves is no lateness; a limit that is past is', () => {
		expect(states({ begins: '2022-03-01' }, '2025-03-01')).toEqual({ applied: 'passed', begins: 'done', ends: 'open' });
		expect(states({ begins: '2022-03-01' }, '2025-03-02')).toMatchObject({ ends: 'late' });
		expect(states({ begins: '2027-03-01' }, '2025-03-01')).toMatchObject({ applied: 'open', begins: 'planned' });
		const shortly = {
			...course,
			periods: [period('shortly', { event: 'applied', must: 'not-before', than: 'ends', before: { months: 3 } })],
		};
		const [row] = plan(shortly, new Map([['applied', '2025-02-01']]), '2025-03-01').rows.filter(
			({ event }) => event.id === 'ends',
		);
		expect(row?.state, 'what may yet come is not past').toBe('open');
		expect(states({}, '2025-03-01')).toEqual({ applied: 'unknown', begins: 'unknown', ends: 'unknown' });
	});

	test('of what befalls only some is there where it befell, with what follows upon it', () => {
		expect(states({ ordered: '2025-01-31' }, '2025-08-01')).toMatchObject({ ordered: 'done', mended: 'late' });
		expect(states({ accident: '2020-01-31' }, '2025-08-01')).toMatchObject({ accident: 'done', applied: 'open' });
	});
});

/* Of whatever ties and days. */

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyDay = fc
	.integer({ min: 0, max: 7_600 })
	.map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const anySpan: fc.Arbitrary<Span | undefined> = fc.oneof(
	fc.constant(undefined),
	fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
	fc.record({ months: fc.constantFrom(1, 2, 3, 6, 13) }),
	fc.record({ years: fc.constantFrom(1, 2, 3) }),
);
/** Never in a circle: each event is bound to one before it. */
const anyTie = fc
	.record({
		at: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
		must: fc.constantFrom('not-before' as const, 'not-after' as const),
		span: anySpan,
		way: fc.constantFrom('after' as const, 'before' as const),
		eve: fc.boolean(),
	})
	.map(({ at, must, span, way, eve }) => {
		const [than = '', event = ''] = [...at].sort();
		return { ...tie(event, must, than, span, way), eve };
	});
const anyTold = fc
	.dictionary(fc.constantFrom(...names), anyDay, { maxKeys: 3 })
	.map((days) => new Map(Object.entries(days)));

const numRuns = process.env.THOROUGH ? 10_000 : 400;

/** The day that a chain comes to, step by step from what was told. */
function follow({ told, steps }: End, side: 'earliest' | 'latest'): string {
	return steps.reduce((day, { tie: one, back }) => {
		const { span, way, eve } = one;
		const whole = eve && back ? shift(day, { days: 1 }, 'after') : day;
		const moved = !span
			? whole
			: back
				? unshift(whole, span, way, side === 'latest' ? 'last' : 'first')
				: shift(whole, span, way);
		return eve && !back ? shift(moved, { days: 1 }, 'before') : moved;
	}, told);
}

test('every day that is stated has a chain that gives it', () => {
	fc.assert(
		fc.property(fc.array(anyTie, { maxLength: 8 }), anyTold, (ties, told) => {
			for (const [event, window] of reckon(ties, told))
				for (const side of ['earliest', 'latest'] as const) {
					const end = window[side];
					if (!end) continue;
					expect(told.get(end.from)).toBe(end.told);
					expect(follow(end, side)).toBe(end.day);
					const last = end.steps.at(-1);
					expect(last ? (last.back ? last.tie.than : last.tie.event) : end.from).toBe(event);
				}
		}),
		{ numRuns },
	);
});

test('relaxing a tie never narrows a window', () => {
	fc.assert(
		fc.property(fc.array(anyTie, { minLength: 1, maxLength: 8 }), anyTold, fc.nat(), (ties, told, at) => {
			const all = reckon(ties, told);
			const without = circleIn(ties).length > 0 ? all : reckon(ties.toSpliced(at % ties.length, 1), told);
			for (const [event, { earliest, latest }] of without) {
				const window = all.get(event);
				if (earliest) expect(window?.earliest && window.earliest.day >= earliest.day).toBe(true);
				if (latest) expect(window?.latest && window.latest.day <= latest.day).toBe(true);
			}
		}),
		{ numRuns },
	);
});

test('a day within a window keeps every tie to a told day; one beside it breaks one', () => {
	fc.assert(
		fc.property(anyTie, anyDay, (one, day) => {
			const windows = reckon([one], new Map([[one.than, day]]));
			const limit = (one.must === 'not-before' ? windows.get(one.event)?.earliest : windows.get(one.event)?.latest)
				?.day;
			const reached = (than: string) => {
				const there = one.span ? shift(than, one.span, one.way) : than;
				return one.eve ? shift(there, { days: 1 }, 'before') : there;
			};
			expect(limit).toBe(reached(day));
			const back = reckon([one], new Map([[one.event, day]])).get(one.than);
			const end = (one.must === 'not-before' ? back?.latest : back?.earliest)?.day ?? '';
			const next = shift(end, { days: 1 }, one.must === 'not-before' ? 'after' : 'before');
			if (one.must === 'not-before') expect(reached(end) <= day && reached(next) > day).toBe(true);
			else expect(reached(end) >= day && reached(next) < day).toBe(true);
		}),
		{ numRuns },
	);
});

test('no circle is found where there is none', () => {
	const forward = anyTie.map((each): Tie => ({ ...each, must: 'not-before', way: 'after', eve: false }));
	fc.assert(
		fc.property(fc.array(forward, { maxLength: 10 }), (ties) => circleIn(ties).length === 0),
		{ numRuns: 200 },
	);
});

test('that a month has no such day is known', () => {
	expect(isRolled('2026-08-31', { months: 6 }, 'before')).toBe(true);
	expect(isRolled('2026-08-28', { months: 6 }, 'before')).toBe(false);
	expect(isRolled('2024-02-29', { years: 1 }, 'after')).toBe(true);
	expect(isRolled('2026-08-31', { days: 180 }, 'before')).toBe(false);
	expect(tiesIn([period('x', { event: 'a', must: 'exactly', than: 'b', after: { years: 3 } })], 0)).toHaveLength(2);
});
