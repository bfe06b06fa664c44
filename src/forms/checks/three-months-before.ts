import { threeMonthsBefore } from '../../dates/months.ts';
import { dateInWords, reckonedInWords } from './date-places.ts';

/* 前 3 个月 in both readings: until that day, or from that day on. The rules leave it open. */

/** What is applied for 前 3 个月. */
interface Deadline {
	/** The day on which something ends. */
	end: string;
	/** What ends, with its day. */
	ends: string;
	/** 期满 or 届满. */
	word: string;
	applied: string | undefined;
	/** What the application is called. */
	application: string;
	/** What becomes of who is late. */
	late: string;
}

const unsaid = '文件没有说明是哪一种，请向主管部门核实。';

/** What is to be said of when it is applied for, or still is not; nothing where it fits either way. */
export function inThreeMonths(
	{ end, ends, word, applied, application, late }: Deadline,
	today: string,
): string | undefined {
	const point = threeMonthsBefore(end);
	const by = `到${word}前 3 个月为止，也就是到${reckonedInWords(point, end)}`;
	const within = `${word}前的最后 3 个月以内，也就是${dateInWords(point)}至${dateInWords(end)}`;
	if (!applied) {
		if (today <= point) return undefined;
		if (today > end) return `${ends}，已经过了，还没有写${application}日期。${late}`;
		return `${ends}，还没有写${application}日期。按“${by}”理解，已经晚了；按“${within}”理解，还来得及。${unsaid}`;
	}
	if (applied === point) return undefined;
	const is = `${ends}，${application}日期是${dateInWords(applied)}`;
	if (applied > end) return `${is}，两种理解都晚了。${late}`;
	return applied < point
		? `${is}。按“${by}”理解，合适；按“${within}”理解，早了。${unsaid}`
		: `${is}。按“${by}”理解，晚了；按“${within}”理解，合适。${unsaid}`;
}
