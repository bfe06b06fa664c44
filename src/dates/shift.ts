import { addMonths } from './months.ts';

/* A day so long after another, or before it. */

export type Span = { days: number } | { months: number } | { years: number };

export type Way = 'after' | 'before';

/** Days of a day's own calendar; no clock and no time zone comes into it. */
export function addDays(day: string, days: number): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

export function shift(day: string, span: Span, way: Way): string {
	const sign = way === 'after' ? 1 : -1;
	if ('days' in span) return addDays(day, sign * span.days);
	return addMonths(day, sign * ('months' in span ? span.months : span.years * 12));
}

/** Whether the month had no such day, and its last was taken. */
export const isRolled = (day: string, span: Span, way: Way): boolean =>
	!('days' in span) && shift(day, span, way).slice(8) !== day.slice(8);

/** Several days shift to one at the end of a month: the first, or the last of those whose shift is not past `day`. */
export function unshift(day: string, span: Span, way: Way, end: 'first' | 'last'): string {
	const back = shift(day, span, way === 'after' ? 'before' : 'after');
	// A month's end moves a day by three at the most.
	const near = Array.from({ length: 9 }, (_, i) => addDays(back, i - 4));
	const fits =
		end === 'first'
			? near.filter((each) => shift(each, span, way) >= day)
			: near.filter((each) => shift(each, span, way) <= day);
	return (end === 'first' ? fits.at(0) : fits.at(-1)) ?? back;
}
