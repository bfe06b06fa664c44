/* Chinese numerals of dates in digits: 二〇二五年三月十五日 as 2025年3月15日. What is none stays as it is. */

const digits = '〇一二三四五六七八九';

/** A year is read figure by figure; its nought is written in several ways. */
const year = /[〇○零Oo0一二三四五六七八九]{4}(?=年)/g;

const upTo31 = /[一二三四五六七八九十]+(?=[月日号])/g;

const figure = (sign: string | undefined): number => digits.indexOf(sign ?? '');

/** 三, 十, 十五, 二十, 三十一. */
function small(text: string): string {
	const [, tens, ones] = /^(?:([二三]?)十)?([一二三四五六七八九]?)$/.exec(text) ?? [];
	if (tens === undefined) return ones ? `${figure(ones)}` : text;
	return `${(tens ? figure(tens) : 1) * 10 + (ones ? figure(ones) : 0)}`;
}

export const inDigits = (text: string): string =>
	text
		.replaceAll(year, (signs) => Array.from(signs, (sign) => Math.max(figure(sign), 0)).join(''))
		.replaceAll(upTo31, small);
