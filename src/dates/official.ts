/* A day as official papers write it. */

const isDay = /^(\d{4})-(\d\d)-(\d\d)$/;

/** 2025年1月15日, or its month alone; what is no day, as it is. */
export function officialDate(day: string, how: 'day' | 'month' = 'day'): string {
	const [, year, month, date] = isDay.exec(day) ?? [];
	if (!year) return day;
	const months = `${year}年${Number(month)}月`;
	return how === 'month' ? months : `${months}${Number(date)}日`;
}
