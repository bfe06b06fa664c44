import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { planData } from '../../src/features/plan/plan-data.ts';
import { answers } from '../../src/planning/answers.ts';
import { type CalendarDay, calendar } from '../../src/planning/calendar.ts';
import { calendarDays } from '../../src/planning/calendar-days.ts';
import { lateIn, nextIn } from '../../src/planning/next.ts';
import { ownDates } from '../../src/planning/own-dates.ts';
import { picture } from '../../src/planning/picture.ts';
import { plan } from '../../src/planning/plan.ts';
import { shortOf } from '../../src/planning/shortfall.ts';
import { workPaper } from '../../src/planning/work-paper.ts';
import { linesNamed, misfitsIn, phasesIn, stepsOf, timeOf } from '../../src/planning/work-plan.ts';
import type { FormRow } from '../../src/schemas/saved-form.ts';
import { nationalLabels, stretch } from '../fixtures/work-plan.ts';

/* What leaves a plan, and what is drawn and said of it. */

const { plan: model } = loadLibrary('.');
const course = { events: model.events, periods: model.periods };
const { periods } = planData();

const told = (days: Record<string, string>) => new Map(Object.entries(days));

const usual = told({ begins: '2026-03-01', ends: '2029-02-28', running: '2027-08-31' });
const today = '2026-11-29';

const row = (cells: Record<string, string>, id = 'r'): FormRow => ({ id, cells });

const day = (over: Partial<CalendarDay>): CalendarDay => ({
	id: 'p.x',
	day: '2026-03-01',
	title: '开会',
	because: '细则',
	alarm: 1,
	...over,
});

const now = new Date('2026-11-29T03:04:05.678Z');

interface Read {
	uid: string;
	title: string;
	because: string;
	from: string;
	to: string;
	sequence: number;
	alarm: string;
}

/** By the first library. */
const byIcalJs = (text: string): Read[] =>
	new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
		const event = new ICAL.Event(component);
		return {
			uid: event.uid,
			title: event.summary,
			because: event.description,
			from: `${event.startDate}`,
			to: `${event.endDate}`,
			sequence: event.sequence,
			alarm: `${component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')}`,
		};
	});

const dayIn = (date: Date): string =>
	[date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');

/** By the second. */
const byNodeIcal = (text: string): Read[] =>
	Object.values(ical.sync.parseICS(text)).flatMap((event) => {
		if (event?.type !== 'VEVENT') return [];
		const alarm = event.alarms?.[0] as { trigger?: unknown } | undefined;
		return [
			{
				uid: event.uid,
				title: `${event.summary}`,
				because: `${event.description}`,
				from: dayIn(event.start),
				to: dayIn(event.end as Date),
				sequence: Number(event.sequence),
				alarm: `${alarm?.trigger}`,
			},
		];
	});

describe('the calendar', () => {
	test('is read by two libraries of other authors, alike', () => {
		const days = [
			day({}),
			day({
				id: 'p.evaluation-applied.latest.1',
				day: '2028-02-29',
				title: '最晚：提出评估申请（按“到期满前 3 个月这一时点为止”理解）',
				because: '试点期满：2028年5月31日；\n“试点期满前 3 个月”，\\ 细则；第十八条, 第一款',
				alarm: 14,
			}),
			day({ id: 'p.phase', day: '2026-12-31', last: '2027-02-28', title: '标'.repeat(200) }),
		];
		const text = calendar({ name: '某试点 期限', days, now });
		const [first, second] = [byIcalJs(text), byNodeIcal(text)];
		expect(first).toEqual(second);
		expect(first.map(({ uid, title, because, from, to }) => ({ uid, title, because, from, to }))).toEqual(
			days.map(({ id, day: from, last = from, title, because }) => ({
				uid: `${id}@biaozhunhua-shidian`,
				title,
				because,
				from,
				to: new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10),
			})),
		);
		expect(first[1]?.alarm).toBe('-P14D');
	});

	test('every line is at most 75 bytes and ends as the format asks, whatever is written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 300 }), (title, because) => {
				const text = calendar({ name: title, days: [day({ title, because })], now });
				for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
				expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
				expect(byIcalJs(text)).toHaveLength(1);
			}),
		);
	});

	test('a second import changes and does not double: the same name for the same thing, and later is more', () => {
		const given = { pilot: 'p', phases: [], own: [], periods, today };
		const made = (ends: string) =>
			calendarDays({ ...given, plan: plan(course, told({ ends, running: '2027-08-31' }), today) });
		const before = calendar({ name: '某', days: made('2029-02-28'), now });
		const after = calendar({ name: '某', days: made('2029-06-30'), now: new Date(now.getTime() + 60_000) });
		const stored = new Map(byIcalJs(before).map((event) => [event.uid, event]));
		const count = stored.size;
		let moved = 0;
		for (const event of byIcalJs(after)) {
			const was = stored.get(event.uid);
			expect(was, event.uid).toBeDefined();
			expect(event.sequence).toBeGreaterThan(was?.sequence ?? 0);
			if (event.from !== was?.from) moved += 1;
			stored.set(event.uid, event);
		}
		expect(count).toBeGreaterThan(4);
		expect(stored.size).toBe(count);
		expect(moved).toBeGreaterThan(2);
		expect(new Set(byIcalJs(before).map(({ uid }) => uid)).size).toBe(count);
	});

	test('each day of the documents has its clause; the unit’s own says that it is its own', () => {
		const own = ownDates([
			row({ name: '督查', day: '2027-06-30', deadline: 'yes', because: '区府办〔2026〕8号' }),
			row({ name: '过了', day: '2026-01-01' }, 's'),
			row({ name: '办好了', day: '2027-01-01', done: 'yes' }, 't'),
		]).dates;
		const phases = phasesIn([row({ name: '运行', from: '2027-09', to: '2028-02' }, 'w')]);
		const days = calendarDays({ pilot: 'p', plan: plan(course, usual, today), phases, own, periods, today });
		const reckoned = days.filter(({ id }) => /\.(earliest|latest)/.test(id));
		expect(reckoned.length).toBeGreaterThan(3);
		for (const { because, id } of reckoned) expect(because, id).toMatch(/“.+”（细则 第.+条/);
		for (const each of days) expect((each.last ?? each.day) >= today, each.id).toBe(true);
		expect(days.filter(({ id }) => ['p.r', 'p.s', 'p.t'].includes(id))).toEqual([
			{
				id: 'p.r',
				day: '2027-06-30',
				title: '最晚：督查',
				because: '文件之外，自己写的。依据：区府办〔2026〕8号',
				alarm: 14,
			},
		]);
		expect(days.find(({ id }) => id === 'p.w')).toMatchObject({ day: '2027-09-01', last: '2028-02-29', title: '运行' });
	});
});

describe('questions', () => {
	test('each can be answered by what it says that it needs, and by nothing told is not', () => {
		const asked = course.events.flatMap(({ id, asks }) => asks.map((ask) => ({ id, ...ask })));
		expect(asked.length).toBeGreaterThanOrEqual(8);
		for (const { id, side, needs } of asked) {
			const [answer] = answers(course, told({ [needs]: '2026-06-15' }), today).filter(
				(each) => each.event.id === id && each.side === side,
			);
			expect(
				answer?.windows.some((window) => window[side]),
				`${id} ${side}`,
			).toBe(true);
		}
		for (const { windows } of answers(course, new Map(), today)) expect(windows).toEqual([]);
	});

	test('is answered as if its own day were not told', () => {
		const of = (days: Record<string, string>) =>
			answers(course, told(days), today).find(({ event, side }) => event.id === 'running' && side === 'latest');
		const ends = { ends: '2029-02-28' };
		const late = of({ ...ends, running: '2030-01-01' });
		expect(late?.windows.map(({ latest }) => latest?.day)).toEqual(['2028-05-28', '2028-08-31']);
		expect(late?.windows).toEqual(of(ends)?.windows);
		expect(late?.told).toBe('2030-01-01');
	});
});

describe('own dates', () => {
	test('are understood as other dates are, and named where they are none', () => {
		const { dates, unread } = ownDates([
			row({ name: '乙', day: '二〇二七年三月十五日' }, 'b'),
			row({ name: '', day: '2027.1.5', deadline: 'yes' }, 'a'),
			row({ name: '丙', day: '2027年2月' }, 'c'),
			row({ name: '丁', day: '6月31日' }, 'd'),
			row({ name: '空' }, 'e'),
		]);
		expect(dates.map(({ id, name, day: on, deadline }) => [id, name, on, deadline])).toEqual([
			['a', '没有写名称的一件事', '2027-01-05', true],
			['b', '乙', '2027-03-15', false],
		]);
		expect(unread.map(({ id, written }) => [id, written])).toEqual([
			['c', '2027年2月'],
			['d', '6月31日'],
		]);
	});

	test('stand among the next by their days, and late where they are deadlines not met', () => {
		const own = ownDates([
			row({ name: '早', day: '2026-11-30' }, 'a'),
			row({ name: '迟', day: '2026-11-28', deadline: 'yes' }, 'b'),
			row({ name: '开过的会', day: '2026-11-28' }, 'c'),
			row({ name: '迟了也办了', day: '2026-11-27', deadline: 'yes', done: 'yes' }, 'd'),
		]).dates;
		const made = plan(course, usual, today);
		expect(lateIn(made, own, today).map(({ name }) => name)).toEqual(['迟']);
		expect(nextIn(made, own, today, 2).map(({ name }) => name)).toEqual(['早', '标准体系建立']);
	});
});

describe('the picture', () => {
	const phases = phasesIn([row({ name: '运行', from: '2027-09', to: '2028-02' }, 'w')]);

	test('has all that has a day or a last day, each mark in its place', () => {
		const made = plan(course, usual, today);
		const drawn = picture(made, phases, [], today);
		expect(drawn?.from).toBe('2026-01-01');
		expect(drawn?.to).toBe('2029-12-31');
		expect(drawn?.lanes.map(({ key }) => key)).toEqual([
			'w',
			...made.rows
				.filter(({ told: on, state, windows }) => on || (state !== 'passed' && windows.some(({ latest }) => latest)))
				.map(({ event }) => event.id),
		]);
		// From 1 January 2026, of 1,461 days.
		expect(drawn?.lanes.find(({ key }) => key === 'begins')?.marks).toEqual([
			{ kind: 'day', at: 59 / 1461, day: '2026-03-01', over: true },
		]);
		expect(drawn?.lanes.find(({ key }) => key === 'evaluation-applied')?.marks).toMatchObject([
			{ kind: 'span', days: ['2028-02-29', '2028-11-28'] },
			{ kind: 'span', days: ['2028-11-28', '2029-02-28'] },
		]);
		expect(drawn?.today).toBeCloseTo(332 / 1461, 10);
	});

	test('is none where nothing is known, and is never wider than itself', () => {
		expect(picture(plan(course, new Map(), today), [], [], today)).toBeUndefined();
		const anyDay = fc
			.integer({ min: 0, max: 20_000 })
			.map((i) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('begins', 'ends', 'running', 'qualified'), anyDay),
				anyDay,
				(days, on) => {
					const drawn = picture(plan(course, told(days), on), phases, [], on);
					for (const { marks } of drawn?.lanes ?? [])
						for (const mark of marks)
							for (const at of mark.kind === 'span' ? [mark.from, mark.to] : [mark.at]) {
								expect(at).toBeGreaterThanOrEqual(0);
								expect(at).toBeLessThanOrEqual(1);
							}
				},
			),
		);
	});
});

describe('the phases of another plan', () => {
	const { whole, phases } = model.phases;

	test('over the same period are as they were', () => {
		expect(stretch(whole.from, whole.to).map(({ from, to }) => [from, to])).toEqual(
			phases.map(({ from, to }) => [from, to]),
		);
	});

	test('over any period begin and end with it, follow one another and are never before they begin', () => {
		const month = fc.integer({ min: 0, max: 600 });
		fc.assert(
			fc.property(month, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 28 }), (start, length, date) => {
				const at = (months: number) => `${2000 + Math.floor(months / 12)}-${`${(months % 12) + 1}`.padStart(2, '0')}`;
				const two = `${date}`.padStart(2, '0');
				const all = stretch(`${at(start)}-${two}`, `${at(start + length)}-${two}`);
				expect(all[0]?.from).toBe(at(start));
				expect(all.at(-1)?.to).toBe(at(start + length));
				for (const [i, { from, to }] of all.entries()) {
					expect(to >= from).toBe(true);
					expect(from >= (all[i - 1]?.from ?? '')).toBe(true);
				}
			}),
		);
	});

	test('give all 38 lines back as they are named', () => {
		const named = stretch('2026-03-01', '2029-02-28').map(({ lines }) => linesNamed(lines, nationalLabels));
		expect(named.flatMap(({ unknown }) => unknown)).toEqual([]);
		expect(named.flatMap(({ lines }) => lines)).toEqual(phases.flatMap(({ lines }) => lines));
		expect(linesNamed('Ｃ１５第 1 项，C99；', nationalLabels)).toEqual({ lines: ['c15-1'], unknown: ['C99'] });
	});
});

describe('a work plan', () => {
	test('names what cannot be', () => {
		const rows = [
			row({ name: '甲', from: '2026-03', to: '2026-05' }, 'a'),
			row({ name: '乙', from: '2026-02-01', to: '2026-04' }, 'b'),
			row({ name: '丙', from: '2026年6月31日', to: '' }, 'c'),
			row({ name: '', from: '2026-08', to: '2026-07' }, 'd'),
			row({ name: '戊', from: '2026-09', to: '' }, 'e'),
			row({ name: '己', from: '二〇二六年十月', to: '2027-01' }, 'f'),
			row({ name: '空' }, 'g'),
		];
		expect(misfitsIn(rows, '2026-03-01', '2026-12-31', '某局').map(({ row: of, text }) => [of, text])).toEqual([
			['b', '乙：开始早于试点开始，请核对。'],
			['b', '乙：比排在它前面的开始得早，请核对先后。'],
			['c', '丙：“2026年6月31日”读不出日期，请写成 2026-03 或者 2026-03-15 这样。'],
			['d', '第 4 个阶段：结束早于开始，图上没有画它，请核对。'],
			['e', '戊：起止只写了一头，图上没有画它。'],
			['f', '己：结束晚于试点期满，请核对。'],
		]);
		expect(phasesIn(rows).map(({ id, first, last }) => [id, first, last])).toEqual([
			['a', '2026-03-01', '2026-05-31'],
			['b', '2026-02-01', '2026-04-30'],
			['f', '2026-10-01', '2027-01-31'],
		]);
	});

	test('names what still speaks of another place, but not of one’s own', () => {
		const rows = [row({ name: '动员', tasks: '成立灞桥区领导小组' }, 'a')];
		const copied = [{ row: 'a', text: '动员：里面还写着“灞桥”，请改成自己的单位。' }];
		expect(misfitsIn(rows, undefined, undefined, '某局')).toEqual(copied);
		expect(misfitsIn(rows, undefined, undefined, '西安市灞桥区行政审批局')).toEqual([]);
	});

	test('becomes the steps of an application and a paper, with nothing that was not written', () => {
		const rows = [
			row({ name: '动员', from: '2026-03', to: '2026-10', tasks: '成立小组\n开会', leads: '审批局', partners: '街道' }),
			row({ name: '验收', from: '2028-11-01', to: '2028-11-01' }),
		];
		expect(stepsOf(rows)).toEqual([
			{ when: '2026年3月—2026年10月', what: '动员：成立小组\n开会', who: '审批局，街道参与' },
			{ when: '2028年11月1日', what: '验收', who: '' },
		]);
		expect(timeOf({ from: '春天', to: '' })).toBe('春天');
		const paper = workPaper({ pilot: '某试点', unit: '某局', begins: '2026-03-01', ends: '2029-02-28', rows });
		expect(paper.title).toBe('某试点工作计划');
		const table = paper.blocks.find((block) => block.type === 'table');
		expect(table?.type === 'table' && table.body.map((cells) => cells.map(({ text }) => text))).toEqual([
			['动员', '2026年3月—\n2026年10月', '成立小组\n开会', '审批局', '街道', null],
			['验收', '2028年11月1日', null, null, null, null],
		]);
	});

	test('lines not met are those below their points; what does not apply is none', () => {
		const trace = (id: string, claimed: number, state: 'answered' | 'unanswered' | 'not-applicable') => ({
			id,
			claimed,
			of: 3,
			state,
			backed: 0,
			reachable: 3,
			because: '',
			missing: [],
			clause: '',
		});
		const all = [
			trace('a', 3, 'answered'),
			trace('b', 1, 'answered'),
			trace('c', 0, 'unanswered'),
			trace('d', 0, 'not-applicable'),
		] as unknown as Parameters<typeof shortOf>[1];
		expect(shortOf(['a', 'b', 'c', 'd', 'zz'], all)).toEqual([
			{ line: 'b', claimed: 1, of: 3, open: false },
			{ line: 'c', claimed: 0, of: 3, open: true },
		]);
	});
});
