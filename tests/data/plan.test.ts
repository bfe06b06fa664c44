import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { checkPlan, type PlanModel } from '../../src/content/plan.ts';
import { readings, tiesIn } from '../../src/planning/course.ts';
import { circleIn } from '../../src/planning/reckon.ts';
import { event, type Period, period } from '../../src/schemas/period.ts';

const { plan, facts, forms, links } = loadLibrary('.');

const found = (changed: Partial<PlanModel>) =>
	checkPlan({ ...plan, ...changed }, facts, forms, links)
		.map(({ problem }) => problem)
		.join('\n');

const [first, ...rest] = plan.periods as [Period, ...Period[]];
const [begin, ...others] = plan.events as [PlanModel['events'][number], ...PlanModel['events']];

test('nothing is wrong with ours', () => {
	expect(found({})).toBe('');
	expect(plan.periods.filter(({ past }) => !past).length).toBeGreaterThanOrEqual(20);
	expect(plan.events.length).toBeGreaterThanOrEqual(20);
	expect(plan.silences.length).toBeGreaterThanOrEqual(8);
});

test('each document has its periods: the rules for all, Shenzhen and Baqiao as what has been', () => {
	const ofEach = Map.groupBy(plan.periods, ({ only = 'all' }) => only);
	expect([...ofEach].map(([only, some]) => [only, some.length])).toEqual([
		['baqiao-2021', 4],
		['shenzhen-2022', 8],
		['all', 28],
	]);
	for (const { only, past, aside } of plan.periods) {
		expect(past ?? false).toBe(only !== undefined);
		if (past) expect(aside).toBeDefined();
	}
});

test('nothing is called silent that the periods say', () => {
	const names = plan.periods.map(({ name }) => name);
	for (const { asked, near } of plan.silences) {
		expect(asked.endsWith('？')).toBe(true);
		expect(names).not.toContain(asked);
		// The table of 机关事务 has no words that come near a date.
		if (near.length === 0) expect(asked).toContain('机关事务');
	}
});

test('the rules do not go round in a circle', () => {
	for (const reading of readings) expect(circleIn(tiesIn(plan.periods, reading))).toEqual([]);
});

test('two readings stand exactly where the documents say 前 3 个月', () => {
	const double = plan.periods.filter(({ readings: both }) => both).map(({ id }) => id);
	expect(double.sort()).toEqual(['evaluation-three-months', 'review-three-months', 'self-check-three-months']);
	for (const { because, readings: both } of plan.periods)
		expect(because.some(({ quote }) => /满前 ?3 ?个月/.test(quote))).toBe(both !== undefined);
});

test('no form is named as the plan keeps its own', () => {
	expect(forms.map(({ id }) => id)).not.toContain('plan');
});

test('what has been is not reckoned', () => {
	const past = new Set(plan.periods.filter((each) => each.past).map(({ id }) => id));
	for (const reading of readings)
		for (const { period: id } of tiesIn(plan.periods, reading)) expect(past.has(id)).toBe(false);
});

test.each<[string, Partial<PlanModel>, RegExp]>([
	['a period that stands twice', { periods: [first, ...plan.periods] }, /stands twice/],
	['an event that stands twice', { events: [begin, ...plan.events] }, /stands twice/],
	[
		'words that do not stand there',
		{ periods: [{ ...first, because: [{ clause: 'xize-2013#art-18.p1', quote: '试点期限为 5 年' }] }, ...rest] },
		/is not a phrase of/,
	],
	[
		'words cut off',
		{ periods: [{ ...first, because: [{ clause: 'xize-2013#art-18.p1', quote: '期限一般为 2 至' }] }, ...rest] },
		/is not a phrase of/,
	],
	[
		'a clause that is not there',
		{ periods: [{ ...first, because: [{ clause: 'xize-2013#art-99', quote: '三年内未发生' }] }, ...rest] },
		/art-99, which does not exist/,
	],
	[
		'an event that is not there',
		{ periods: [{ ...first, bounds: [{ event: 'nothing', must: 'not-before', than: 'begins' }] }, ...rest] },
		/no event nothing/,
	],
	[
		'working days that would be reckoned',
		{
			periods: [
				{ ...first, bounds: [{ event: 'ends', must: 'not-after', than: 'begins', after: { 'working-days': 5 } }] },
				...rest,
			],
		},
		/working days/,
	],
	['a 一般 that the words do not say', { periods: [{ ...first, usual: true }, ...rest] }, /say 一般/],
	[
		'words that say 一般 and a period that does not',
		{ periods: plan.periods.map(({ usual: _, ...each }) => each) },
		/two-to-three-years: is usual exactly/,
	],
	[
		'an event that only what has been binds',
		{
			periods: [
				...plan.periods,
				{ ...first, id: 'over', past: true, bounds: [{ event: 'alone', must: 'not-before', than: 'begins' }] },
			],
			events: [...plan.events, { ...begin, id: 'alone' }],
		},
		/alone: no period binds it/,
	],
	[
		'two readings of different things',
		{
			periods: [
				{
					...first,
					bounds: undefined,
					readings: [
						{ says: '甲', bounds: [{ event: 'ends', must: 'not-after', than: 'begins' }] },
						{ says: '乙', bounds: [{ event: 'mid-term', must: 'not-after', than: 'begins' }] },
					],
				},
				...rest,
			],
		},
		/readings bind different events/,
	],
	['a period of one city for all', { periods: plan.periods.map(({ only: _, ...each }) => each) }, /only for those/],
	[
		'a rule for all for one city',
		{ periods: [{ ...(plan.periods.at(-1) as Period), only: 'shenzhen-2022' }, ...rest] },
		/only for those/,
	],
	['an event that nothing binds', { events: [...plan.events, { ...begin, id: 'alone' }] }, /alone: no period binds it/],
	['a fact that is not there', { events: [{ ...begin, typed: 'nobody' }, ...others] }, /no fact or field nobody/],
	[
		'what follows, that is not said there',
		{
			periods: [
				{ ...first, missed: { says: '罚款', because: { clause: 'xize-2013#art-32', quote: '处以罚款' } } },
				...rest,
			],
		},
		/is not a phrase/,
	],
	[
		'words near a silence that do not stand there',
		{
			silences: plan.silences.map((each) => ({
				...each,
				near: [{ clause: 'xize-2013#art-1', quote: '可以申请延期' }],
			})),
		},
		/extension: “可以申请延期”/,
	],
])('%s is found', (_, changed, fault) => {
	expect(found(changed)).toMatch(fault);
});

describe('is refused', () => {
	const sound = { id: 'x', name: '某项', because: first.because, who: '单位' };
	const bounds = [{ event: 'ends', must: 'not-before', than: 'begins' }];
	test.each([
		['that binds nothing and says nothing', sound],
		['that has bounds and an aside', { ...sound, bounds, aside: { says: '某事' } }],
		['that rests on nothing', { ...sound, because: [], bounds }],
		['with one reading', { ...sound, readings: [{ says: '甲', bounds }] }],
		['of no length', { ...sound, bounds: [{ ...bounds[0], after: { months: 0 } }] }],
		['of half a month', { ...sound, bounds: [{ ...bounds[0], after: { months: 0.5 } }] }],
		['before and after', { ...sound, bounds: [{ ...bounds[0], after: { days: 1 }, before: { days: 1 } }] }],
		['bound to itself', { ...sound, bounds: [{ ...bounds[0], than: 'ends' }] }],
		['with a word that there is not', { ...sound, bounds, deadline: 'soon' }],
	])('a period %s', (_, bad) => expect(period.safeParse(bad).success).toBe(false));

	test('and a sound one is not', () => {
		expect(period.safeParse({ ...sound, bounds }).success).toBe(true);
		expect(event.safeParse({ id: 'x', name: '某事', because: first.because[0] }).success).toBe(true);
	});
});
