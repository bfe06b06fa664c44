import { chineseNumber, parseNumber } from '../../clauses/numerals.ts';

/*
 * Labels of clauses and lines as tokens, so that 第十八条第二款, 18条2款 and 十八条二款 are one.
 * Numbers are compared, units only where both give them.
 */

const units = ['条', '款', '项', '段', '章', '附件', '否决'];
const token = RegExp(`\\d+|${chineseNumber}|${units.join('|')}|^[a-z](?=\\d)`, 'g');

export interface Label {
	numbers: string;
	units: string;
	/** It can be nothing but a label, where a bare number could be anything. */
	sure: boolean;
}

const filler = /[第、.，,（）()\s/#-]/g;

/** A text that is nothing but a label; undefined for any other. */
export function readLabel(text: string): Label | undefined {
	const folded = text.normalize('NFKC').toLowerCase();
	const bare = folded.replace('部分', '').replace('一票否决', '否决').replace('指标', '');
	const tokens = bare.match(token) ?? [];
	if (bare.replaceAll(filler, '') !== tokens.join('')) return undefined;
	const values = tokens.map((each) => (units.includes(each) ? each : String(parseNumber(each) ?? each)));
	const numbers = values.filter((value) => !units.includes(value));
	// An annex may be the only one of its document.
	if (!numbers.some((value) => /^\d+$/.test(value)) && bare.trim() !== '附件') return undefined;
	return {
		numbers: numbers.join(' '),
		units: values.filter((value) => units.includes(value)).join(' '),
		sure: numbers.length > 1 || (numbers.length > 0 && values.length > numbers.length) || folded !== bare,
	};
}

const subsequence = (some: string, all: string): boolean => {
	const rest = all.split(' ');
	return some.split(' ').every((each) => each === '' || rest.splice(0, rest.indexOf(each) + 1).includes(each));
};

/** Whether someone who asks for one label may mean another: the same clause, or for C7 each line that stands in it. */
export const meansLabel = (asked: Label, label: Label): boolean =>
	subsequence(asked.units, label.units) &&
	(asked.numbers === label.numbers || (/^[a-z]/.test(asked.numbers) && label.numbers.startsWith(`${asked.numbers} `)));
