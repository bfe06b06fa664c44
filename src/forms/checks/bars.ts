import { halfYearAfter } from '../../dates/months.ts';
import { dateInWords, dayAt, reckonedInWords } from './date-places.ts';
import type { Found, Rules, Told } from './told.ts';

/* What forbids to hand something in; told in the same words wherever it matters. */

export const barRules: Rules = {
	'running-half-a-year': (told) => {
		const [running, applied] = [dayAt(told, 'running'), dayAt(told, 'evaluation-applied')];
		if (!running) return [];
		const from = halfYearAfter(running);
		if ((applied ?? told.today) >= from) return [];
		const when = applied ? `到评估申请日期（${dateInWords(applied)}）` : '到今天';
		const text = `标准体系从${dateInWords(running)}开始运行，${when}未满半年，不得提出评估申请；从${reckonedInWords(from, running)}起可以申请。`;
		return [{ forms: ['evaluation-application'], at: ['running', 'evaluation-applied'], text, bars: true }];
	},
};

export const barsIn = (told: Told): (Found & { forms: readonly string[] })[] =>
	Object.values(barRules).flatMap((find) => find(told).map((found) => ({ ...found, forms: found.forms ?? [] })));
