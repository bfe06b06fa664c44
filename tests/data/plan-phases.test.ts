import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { checkPlanPhases } from '../../src/content/plan-phases.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { type PlanPhase, type PlanPhases, planPhases } from '../../src/schemas/plan-phases.ts';

const { plan, rubrics, links } = loadLibrary('.');
const model = plan.phases;
const { phases } = model;

const found = (changed: Partial<PlanPhases>) =>
	checkPlanPhases({ ...model, ...changed }, rubrics, links)
		.map(({ problem }) => problem)
		.join('\n');

/** The phases with one of them changed. */
const withOne = (id: string, change: (phase: PlanPhase) => Partial<PlanPhase>): PlanPhases['phases'] =>
	phases.map((phase) => (phase.id === id ? { ...phase, ...change(phase) } : phase));

test('nothing is wrong with ours', () => {
	expect(found({})).toBe('');
});

test('there are the eight phases of 灞桥, with every task that is printed', () => {
	expect(phases.map(({ name, dates, tasks }) => `${name}（${dates}）${tasks.length}`)).toEqual([
		'动员部署阶段（2021年4月—2021年11月）3',
		'调研培训阶段（2021年11月—2021年12月）5',
		'体系框架搭建阶段（2022年1月—2022年2月）2',
		'标准编制阶段（2022年2月—2022年8月）5',
		'体系整合优化阶段（2022年9月）2',
		'体系实施运行阶段（2022年10月—2023年4月）5',
		'改进和自评阶段（2023年5月—2023年10月）2',
		'验收评估阶段（2023年11月—2024年4月）2',
	]);
});

test('somebody leads each phase, and all 38 lines of the national table have one', () => {
	for (const { bodies } of phases) expect(bodies.some(({ part }) => part === 'leads')).toBe(true);
	const lines = phases.flatMap((phase) => phase.lines);
	const national = rubrics.find(({ id }) => id === 'national');
	expect(lines).toHaveLength(38);
	expect([...lines].sort()).toEqual((national ? criteriaOf(national) : []).map(({ id }) => id).sort());
});

test('the periods tell the same phases', () => {
	const told = plan.periods.find(({ id }) => id === 'baqiao-eight-phases')?.because;
	expect(told).toEqual(phases.map(({ name, dates, clause }) => ({ clause, quote: `${name}（${dates}）` })));
});

describe('is found:', () => {
	test.each<[string, Partial<PlanPhases>, RegExp]>([
		['a phase twice', { phases: [...phases, phases.at(-1) as PlanPhase] }, /accept: stands twice/],
		['a table that there is not', { table: 'city' }, /no table city/],
		[
			'a line that there is not',
			{ phases: withOne('survey', ({ lines }) => ({ lines: [...lines, 'c99-1'] })) },
			/survey: there is no line c99-1/,
		],
		[
			'a line in two phases',
			{ phases: withOne('survey', ({ lines }) => ({ lines: [...lines, 'c1-1'] })) },
			/survey: c1-1 has a phase already/,
		],
		['a line in none', { phases: withOne('survey', () => ({ lines: ['c1-1'] })) }, /^c2-2 has no phase/m],
		[
			'a name that is not printed',
			{ phases: withOne('run', () => ({ name: '体系试运行阶段' })) },
			/run: “体系试运行阶段” is not a phrase/,
		],
		[
			'dates that are not printed',
			{ phases: withOne('join', () => ({ dates: '2022年9月—2022年10月', to: '2022-10' })) },
			/join: “2022年9月—2022年10月” is not a phrase/,
		],
		[
			'months that are not those of the dates',
			{ phases: withOne('write', () => ({ to: '2022-09' })) },
			/write: “2022年2月—2022年8月” is not 2022-02 to 2022-09/,
		],
		[
			'a clause that is not there',
			{ phases: withOne('run', () => ({ clause: 'baqiao-2021#s5.9' })) },
			/s5\.9, which does not exist/,
		],
		['phases in the wrong order', { phases: phases.toReversed() }, /begins before the one before it ends/],
		['a phase left out at the end', { phases: phases.slice(0, -1) }, /do not go from its first month to its last/],
		[
			'days of the whole that are not printed',
			{ whole: { ...model.whole, to: '2024-04-11' } },
			/does not say 2021年4月10日至2024年4月11日/,
		],
		[
			'a task left out',
			{ phases: withOne('survey', ({ tasks }) => ({ tasks: tasks.slice(1) })) },
			/survey: its tasks are not those of baqiao-2021#s5\.2/,
		],
		[
			'tasks out of order',
			{ phases: withOne('survey', ({ tasks }) => ({ tasks: tasks.toReversed() })) },
			/survey: its tasks are not those/,
		],
		[
			'half a task',
			{ phases: withOne('mobilise', ({ tasks }) => ({ tasks: tasks.map((t) => ({ ...t, quote: '明确年度计划' })) })) },
			/s5\.1\.2 is not told whole/,
		],
		[
			'words that are not a body’s',
			{
				phases: withOne('accept', () => ({
					bodies: [
						{ name: '领导小组', part: 'leads', because: { clause: 'baqiao-2021#s5.8.2', quote: '由领导小组正式验收' } },
					],
				})),
			},
			/accept: “由领导小组正式验收” is not a phrase/,
		],
		[
			'a body that is not named there',
			{
				phases: withOne('accept', ({ bodies }) => ({ bodies: bodies.map((body) => ({ ...body, name: '区财政局' })) })),
			},
			/baqiao-2021#s4\.p4 does not name “区财政局”/,
		],
		[
			'a body with two parts',
			{ phases: withOne('accept', ({ bodies }) => ({ bodies: [...bodies, ...bodies] })) },
			/“领导小组” has two parts/,
		],
	])('%s', (_, changed, fault) => {
		expect(found(changed)).toMatch(fault);
	});

	test.each([
		['a month that there is not', { from: '2021-13' }],
		['a phase without tasks', { tasks: [] }],
		['a phase without lines', { lines: [] }],
		['a part that there is not', { bodies: [{ ...phases[0]?.bodies[0], part: 'watches' }] }],
		['a word that there is not', { due: '2021-11' }],
	])('%s', (_, bad) => {
		expect(planPhases.safeParse({ ...model, phases: [{ ...phases[0], ...bad }] }).success).toBe(false);
		expect(planPhases.safeParse(model).success).toBe(true);
	});
});
