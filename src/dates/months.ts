/* Months and days from a day on, as texts YYYY-MM-DD: no clock and no time zone comes into it. The day must be one that exists. */

const partsOf = (day: string): [year: number, month: number, date: number] => {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	return [year, month, date];
};

const lastDateOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (number: number): string => `${number}`.padStart(2, '0');

/** Where the month has no such day, its last: 31 August less six months is the last of February. */
export function addMonths(day: string, months: number): string {
	const [year, month, date] = partsOf(day);
	const counted = year * 12 + (month - 1) + months;
	const [y, m] = [Math.floor(counted / 12), (counted % 12) + 1];
	return `${y}-${two(m)}-${two(Math.min(date, lastDateOf(y, m)))}`;
}

export const halfYearAfter = (day: string): string => addMonths(day, 6);

export const threeMonthsAfter = (day: string): string => addMonths(day, 3);

export const threeMonthsBefore = (day: string): string => addMonths(day, -3);

export const yearsAfter = (day: string, years: number): string => addMonths(day, years * 12);

const instantOf = (day: string): number => {
	const [year, month, date] = partsOf(day);
	return Date.UTC(year, month - 1, date);
};

/** From one day to another, both counted. */
export const daysFromTo = (from: string, to: string): number => (instantOf(to) - instantOf(from)) / 86_400_000 + 1;

export const dayAfter = (day: string): string => new Date(instantOf(day) + 86_400_000).toISOString().slice(0, 10);
