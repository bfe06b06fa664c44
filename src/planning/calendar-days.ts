import { officialDate } from '../dates/official.ts';
import type { CalendarDay } from './calendar.ts';
import type { OwnDate } from './own-dates.ts';
import type { Plan, Row } from './plan.ts';
import type { CitedPeriod } from './plan-data.ts';
import type { End } from './reckon.ts';
import { readingOf, sayChain } from './words.ts';
import type { Phase } from './work-plan.ts';

/* Which days of a plan go into a calendar: what is to come, with the words that it rests on. */

interface Given {
	pilot: string;
	plan: Plan;
	phases: readonly Phase[];
	own: readonly OwnDate[];
	periods: readonly CitedPeriod[];
	today: string;
}

/** How many days before a last day, and before any other, one is reminded. */
const alarms = { last: 14, other: 1 };

const ours = '按填写的日期推算，以主管部门的意见为准。';

export function calendarDays({ pilot, plan: { rows }, phases, own, periods, today }: Given): CalendarDay[] {
	const nameOf = (id: string) => rows.find(({ event }) => event.id === id)?.event.name ?? id;
	const because = (end: End): string =>
		sayChain(end, nameOf)
			.map(({ period, says }) => {
				const { quote, place } = periods.find(({ id }) => id === period)?.because[0] ?? {};
				return quote ? `${says}。“${quote}”（${place}）` : says;
			})
			.join('\n');
	const ofRow = ({ event, told, windows, state }: Row): CalendarDay[] => {
		if (told) {
			if (state !== 'planned') return [];
			return [{ id: `${pilot}.${event.id}`, day: told, title: event.name, because: '填写的日期', alarm: alarms.other }];
		}
		if (state !== 'open' && state !== 'late') return [];
		return windows.flatMap((window, which) => {
			const read = windows.length > 1 ? `（${readingOf(windows, which, periods)}）` : '';
			const reading = windows.length > 1 ? `.${which + 1}` : '';
			const { earliest, latest } = window;
			const isFixed = earliest?.day === latest?.day;
			return [
				...(earliest && !isFixed && event.asks.some(({ side }) => side === 'earliest') && earliest.day > today
					? [
							{
								id: `${pilot}.${event.id}.earliest${reading}`,
								day: earliest.day,
								title: `最早：${event.name}${read}`,
								because: `${because(earliest)}\n${ours}`,
								alarm: alarms.other,
							},
						]
					: []),
				...(latest && latest.day >= today
					? [
							{
								id: `${pilot}.${event.id}.latest${reading}`,
								day: latest.day,
								title: `${isFixed ? '' : '最晚：'}${event.name}${read}`,
								because: `${because(latest)}\n${ours}`,
								alarm: alarms.last,
							},
						]
					: []),
			];
		});
	};
	return [
		...rows.flatMap(ofRow),
		...phases
			.filter(({ last }) => last >= today)
			.map(({ id, name, first, last }) => ({
				id: `${pilot}.${id}`,
				day: first,
				last,
				title: name,
				because: `工作计划里的一个阶段，到${officialDate(last)}。`,
				alarm: alarms.other,
			})),
		...own
			.filter(({ day, done }) => !done && day >= today)
			.map(({ id, name, day, deadline, because: says }) => ({
				id: `${pilot}.${id}`,
				day,
				title: deadline ? `最晚：${name}` : name,
				because: `文件之外，自己写的。${says && `依据：${says}`}`,
				alarm: deadline ? alarms.last : alarms.other,
			})),
	];
}
