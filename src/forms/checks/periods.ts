import { isBefore } from '../../dates/is-before.ts';
import { dayAfter, threeMonthsAfter, yearsAfter } from '../../dates/months.ts';
import { type DatePlace, dateAt, dateInWords, dayAt, reckonedInWords } from './date-places.ts';
import { inThreeMonths } from './three-months-before.ts';
import { type Found, type Rules, saidAt, type Told } from './told.ts';

/* Periods that the rules set, counted from the dates that are told. */

/** The day on which the three years end that a result is valid for, by the day on which it was published. */
const validUntil = (qualified: string): string => yearsAfter(qualified, 3);

/** That it was applied for, whether or not the day can be read, or must have been. */
const isSaid = (told: Told, ...places: DatePlace[]): boolean => places.some((place) => saidAt(told, place) !== '');

const reviewForms = ['review-self-inspection', 'review-application'];

const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Where a day is not known, only what no day could mend. */
function yearsByMonths(begins: string, ends: string): Found[] {
	const touched = monthsOf(ends) - monthsOf(begins) + 1;
	const misses = touched < 24 ? '不到 2 年' : touched - 2 > 36 ? '超过 3 年' : undefined;
	if (!misses) return [];
	const text = `试点从${dateInWords(begins)}到${dateInWords(ends)}，${misses}；细则写的是一般为 2 至 3 年。`;
	return [{ at: ['begins', 'ends'], text }];
}

export const periodRules: Rules = {
	'pilot-ends-after-it-begins': (told) => {
		const [begins, ends] = [dateAt(told, 'begins'), dateAt(told, 'ends')];
		if (!begins || !ends) return [];
		const isSameDay = begins === ends && begins.length === 10;
		if (!isSameDay && !isBefore(ends, begins)) return [];
		const text = `试点结束的日期（${dateInWords(ends)}）不在开始的日期（${dateInWords(begins)}）之后，请核对。`;
		return [{ at: ['begins', 'ends'], text }];
	},
	'pilot-years': (told) => {
		const [begins, ends] = [dateAt(told, 'begins'), dateAt(told, 'ends')];
		if (!begins || !ends || ends <= begins) return [];
		if (begins.length < 10 || ends.length < 10) return yearsByMonths(begins, ends);
		const [two, three] = [yearsAfter(begins, 2), yearsAfter(begins, 3)];
		// Its last day belongs to a period: 1 January to 31 December is a year.
		const misses = dayAfter(ends) < two ? '不到 2 年' : ends > three ? '超过 3 年' : undefined;
		if (!misses) return [];
		const text = `试点从${dateInWords(begins)}到${dateInWords(ends)}，${misses}；细则写的是一般为 2 至 3 年，也就是在${dateInWords(two)}到${dateInWords(three)}之间结束。`;
		return [{ at: ['begins', 'ends'], text }];
	},
	'evaluation-three-months': (told) => {
		const [end, applied] = [dayAt(told, 'ends'), dayAt(told, 'evaluation-applied')];
		if (!end || (!applied && isSaid(told, 'evaluation-applied', 'evaluated', 'qualified'))) return [];
		const ends = `试点到${dateInWords(end)}期满`;
		const period = { end, ends, word: '期满', applied, application: '评估申请', late: '请向主管部门核实。' };
		const text = inThreeMonths(period, told.today);
		return text ? [{ forms: ['evaluation-application'], at: ['ends', 'evaluation-applied'], text }] : [];
	},
	'qualified-three-years': (told) => {
		const qualified = dayAt(told, 'qualified');
		if (!qualified) return [];
		const end = validUntil(qualified);
		const text = `合格结果有效期 3 年，从${dateInWords(qualified)}算起，到${reckonedInWords(end, qualified)}届满${end < told.today ? '，已经过了' : ''}。文件没有说从哪一天算起，这里从确定为“试点合格单位”的日期算。`;
		return [{ forms: reviewForms, at: ['qualified'], text }];
	},
	'review-three-months': (told) => {
		const [qualified, applied] = [dayAt(told, 'qualified'), dayAt(told, 'review-application#applied')];
		if (!qualified || (!applied && isSaid(told, 'review-application#applied', 'review-report#reported'))) return [];
		const end = validUntil(qualified);
		const ends = `合格结果的有效期到${dateInWords(end)}届满`;
		const period = { end, ends, word: '届满', applied, application: '复查申请', late: '逾期不提交的视为自动放弃。' };
		const text = inThreeMonths(period, told.today);
		return text ? [{ forms: reviewForms, at: ['qualified', 'review-application#applied'], text }] : [];
	},
	'review-done-in-three-months': (told) => {
		const [applied, reported] = [dayAt(told, 'review-application#applied'), dayAt(told, 'review-report#reported')];
		if (!applied || !reported || reported <= threeMonthsAfter(applied)) return [];
		const text = `复查申请日期是${dateInWords(applied)}，复查日期是${dateInWords(reported)}，隔了 3 个月以上；复查要在收到申请材料之日起 3 个月内完成，收到的日期可能晚于申请日期，请核对。`;
		return [{ forms: ['review-report'], at: ['review-application#applied', 'review-report#reported'], text }];
	},
};
