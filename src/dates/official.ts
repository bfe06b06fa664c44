/* A day as official papers write it. */

const isDay = /^(\d{4})-(\d\d)-(\d\d)$/;

/** 2025年1月15日, or its month alone; what is no day, as it is. */
export function officialDate(day: string, how: 'day' | 'month' = 'day'): string {
	const [, year, month, date] = isDay.exec(day) ?? [];
	if (!year) return day;
	const months = `${year}年${Number(month)}月`;
	return how === 'month' ? months : `${months}${Number(date)}日`;
}

const isMonth = /^(\d{4})-(\d\d)$/;
const isYear = /^(\d{4})$/;

function officialPoint(kept: string): string | undefined {
	if (isDay.test(kept)) return officialDate(kept);
	if (isMonth.test(kept)) return officialDate(`${kept}-01`, 'month');
	if (isYear.test(kept)) return `${kept}年`;
	return kept === '长期' ? kept : undefined;
}

/** A date as it is kept: a day, a month, a year, 长期, or a period of them; what is none of these, as it is. */
export function officialDates(kept: string): string {
	const points = kept.split('/').map(officialPoint);
	return points.every((point) => point !== undefined) ? points.join('至') : kept;
}
