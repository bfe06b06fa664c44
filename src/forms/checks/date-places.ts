import { officialDate } from '../../dates/official.ts';
import { readDate } from '../../dates/written-date.ts';
import { saidAt, type Told } from './told.ts';

/* Where dates are said, and how they are read, compared and repeated. */

/** What the date of each place is called in a sentence. */
export const dateNames = {
	'application#applied': '申请书上的申请年月',
	begins: '试点开始的日期',
	ends: '试点结束的日期',
	built: '标准体系建立的日期',
	running: '标准体系开始运行的日期',
	'evaluation-applied': '评估申请日期',
	'evaluation-report#reported': '评估报告上的评估日期',
	evaluated: '通过评估的日期',
	qualified: '确定为“试点合格单位”的日期',
	'review-self-inspection#inspected': '自检日期',
	'review-application#applied': '复查申请日期',
	'review-report#reported': '复查报告上的复查日期',
} as const;

export type DatePlace = keyof typeof dateNames;

export const datePlaces = Object.keys(dateNames) as DatePlace[];

/** Asked for by the month alone. */
export const isOfMonth = (place: DatePlace): boolean => place === 'application#applied';

/** A day or a month; undefined where nothing is said, or nothing that can be read as one. */
export function dateAt(told: Told, place: DatePlace): string | undefined {
	const date = readDate(saidAt(told, place));
	return date && /^\d{4}-\d\d(-\d\d)?$/.test(date) ? date : undefined;
}

export function dayAt(told: Told, place: DatePlace): string | undefined {
	const date = dateAt(told, place);
	return date?.length === 10 ? date : undefined;
}

/** 2025年3月1日, or 2025年3月 where no more is known. */
export const dateInWords = (date: string): string =>
	date.length === 10 ? officialDate(date) : officialDate(`${date}-01`, 'month');

/** A day that was reckoned from another; that its month lacks the day is said beside it. */
export const reckonedInWords = (day: string, from: string): string =>
	day.slice(8) === from.slice(8)
		? dateInWords(day)
		: `${dateInWords(day)}（这个月没有 ${from.slice(8)} 日，按最后一天算）`;
