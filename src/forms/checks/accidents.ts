import { isBefore } from '../../dates/is-before.ts';
import { readDate } from '../../dates/written-date.ts';
import { dateInWords, dayAt } from './date-places.ts';
import { inBrief, plain, type Rules, type Told } from './told.ts';

/* What is said of accidents in the last three years. */

const denies = /^[^发]{0,12}?(无|没有|未|否|不存在)/;

const excepts = /^有(?!关)|但|除|仅|只有|[一两二三1-9]起/;

/** 截至2025年5月31日，…. */
const until = /^截[至止][^,]*,/;

/** What is said, unless it is that there was none. */
function accidentsIn({ fact }: Told): string | undefined {
	const said = plain(fact('accidents')).replace(until, '');
	return said === '' || (denies.test(said) && !excepts.test(said)) ? undefined : inBrief(fact('accidents').trim());
}

const written = /(?:19|20)\d\d(?:年|[-./])?(?:\d{1,2}(?:月|[-./])?(?:\d{1,2}[日号]?)?)?/g;

/** Whether every date that is written lies before a day, and there is one. */
function allBefore(text: string, day: string): boolean {
	const dates = (plain(text).match(written) ?? []).map(readDate);
	return dates.length > 0 && dates.every((date) => date && isBefore(date, day));
}

export const accidentRules: Rules = {
	'accidents-before': (told) => {
		const said = accidentsIn(told);
		if (!said) return [];
		const text = `近三年的事故一栏写的是“${said}”，看不出是没有发生；三年内未发生重大服务质量、安全、环境保护等事故，是试点单位应当具备的条件，请核对。`;
		return [{ at: ['accidents'], text }];
	},
	'accidents-during': (told) => {
		const [said, begins] = [accidentsIn(told), dayAt(told, 'begins')];
		if (!said || !begins || begins > told.today || allBefore(told.fact('accidents'), begins)) return [];
		const text = `近三年的事故一栏写的是“${said}”，试点从${dateInWords(begins)}开始；重大服务质量、安全、环保等事故如果发生在创建试点期间，应当终止其试点任务，请核对发生的时间。`;
		return [{ at: ['accidents', 'begins'], text }];
	},
};
