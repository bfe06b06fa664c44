import { officialDate } from '../dates/official.ts';
import { isRolled } from '../dates/shift.ts';
import type { Bound, Length } from '../schemas/period.ts';
import type { Tie } from './course.ts';
import type { Next } from './next.ts';
import type { CitedPeriod } from './plan-data.ts';
import type { End, Step, Window } from './reckon.ts';

/* What was reckoned, in sentences. */

export const sayLength = (length: Length): string => {
	if ('years' in length) return `${length.years} 年`;
	if ('months' in length) return `${length.months} 个月`;
	return 'days' in length ? `${length.days} 天` : `${length['working-days']} 个工作日`;
};

/** A rule for days that do not exist, said where it was used. */
export const sayRolled = (day: string): string => `那个月没有 ${Number(day.slice(8))} 日，按最后一天算`;

const limit = ({ must }: Tie): string => (must === 'not-before' ? '不早于' : '不晚于');

/** One step of a chain, from the day before it. */
function sayStep({ tie, back, day }: Step, before: string, nameOf: (event: string) => string): string {
	const [event, than] = [nameOf(tie.event), nameOf(tie.than)];
	const { span, way } = tie;
	if (!span)
		return back
			? `${event}${limit(tie)}${than}，所以${than}${tie.must === 'not-before' ? '最晚' : '最早'}${officialDate(day)}`
			: `${event}${limit(tie)}${than}（${officialDate(before)}）`;
	const length = `${way === 'after' ? '满' : '前'} ${sayLength(span)}`;
	if (back)
		return `${event}${limit(tie)}${than}${length}；照${officialDate(before)}算，${than}${tie.must === 'not-before' ? '最晚' : '最早'}${officialDate(day)}`;
	const rolled = isRolled(before, span, way) ? `（${sayRolled(before)}）` : '';
	return `${than}${officialDate(before)}，${length}是${officialDate(day)}${rolled}`;
}

/** A chain step by step, each with the period it rests on; the day it begins with comes first. */
export function sayChain(
	{ from, told, steps }: End,
	nameOf: (event: string) => string,
): { period: string | undefined; says: string }[] {
	return [
		{ period: undefined, says: `${nameOf(from)}：${officialDate(told)}` },
		...steps.map((step, i) => ({
			period: step.tie.period,
			says: sayStep(step, steps[i - 1]?.day ?? told, nameOf),
		})),
	];
}

/** By which reading of the words one of two windows was reckoned. */
export function readingOf(windows: readonly Window[], which: number, periods: readonly CitedPeriod[]): string {
	const [own, ...others] = [windows[which], ...windows].map((window) => [
		...(window?.latest?.steps ?? []),
		...(window?.earliest?.steps ?? []),
	]);
	const [read] = [...(own ?? []), ...others.flat()].flatMap(
		({ tie }) => periods.find(({ id }) => id === tie.period)?.readings?.[which]?.says ?? [],
	);
	return read ? `按“${read}”理解` : which === 0 ? '一种理解' : '另一种理解';
}

/** What a period asks, without any day: 提出评估申请不早于标准体系开始运行满 6 个月. */
export function sayBound({ event, must, than, after, before, eve }: Bound, nameOf: (event: string) => string): string {
	const length = after ?? before;
	const span = length ? `${after ? '满' : '前'} ${sayLength(length)}` : '';
	const word = { 'not-before': '不早于', 'not-after': '不晚于', exactly: '就是' }[must];
	return `${nameOf(event)}${word}${nameOf(than)}${span}${eve ? '的最后一天' : '的那天'}`;
}

/** How far an event can go. */
export const sayWindow = ({ earliest, latest }: Window): string => {
	if (earliest && earliest.day === latest?.day) return officialDate(earliest.day);
	return [
		...(earliest ? [`最早${officialDate(earliest.day)}`] : []),
		...(latest ? [`最晚${officialDate(latest.day)}`] : []),
	].join('，');
};

/** One of the next days, in a line; of two readings both. */
export const sayNext = ({ name, by, planned, other, usual, own }: Next): string =>
	[
		planned ? `${officialDate(by)}：${name}` : `${name}，最晚${officialDate(by)}`,
		other && other < by ? `（文件的话有两种理解，按另一种，${officialDate(other)}就过了）` : '',
		other && other > by ? `（文件的话有两种理解，另一种是${officialDate(other)}）` : '',
		usual ? '（照文件说的“一般”推算）' : '',
		own ? `（文件之外，${own.because ? `依据：${own.because}` : '依据没有写'}）` : '',
	].join('');

/** What is late, where there is room for a line. */
export const sayLateInBrief = ({ name, by }: Next): string => `${name}，最晚是${officialDate(by)}，已经过了`;

/** What is late, behind its name; with what the words say follows. */
export function sayLate({ by, other, missed, own }: Next, periods: readonly CitedPeriod[]): string {
	if (own) return `定的最后一天是${officialDate(by)}，已经过了。办好了就打上勾。`;
	const period = periods.find(({ id }) => id === missed);
	const follows = period?.missed ? `${period.missed.because.place}：“${period.missed.because.quote}”。` : '';
	const both = other ? `（按另一种理解是${officialDate(other)}）` : '';
	return `最晚是${officialDate(by)}${both}，已经过了，也没有填办的日期。办过了就填上；没有办，文件没有写可以延期，请向主管部门核实。${follows}`;
}
