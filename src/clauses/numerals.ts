const digits = '零一二三四五六七八九';

/** Class of the characters that Chinese numbers below a thousand are written with. */
export const chineseNumber = '[零一二三四五六七八九十百]+';

const largest = 999;

export function toChinese(number: number): string {
	if (!Number.isInteger(number) || number < 1 || number > largest) throw new RangeError(`not from 1 to 999: ${number}`);
	const hundreds = Math.floor(number / 100);
	const tens = Math.floor((number % 100) / 10);
	const ones = number % 10;
	const leading = hundreds === 0;
	return [
		hundreds > 0 ? `${digits[hundreds]}百` : '',
		tens > 0 ? `${tens > 1 || !leading ? digits[tens] : ''}十` : '',
		!leading && tens === 0 && ones > 0 ? '零' : '',
		ones > 0 ? digits[ones] : '',
	].join('');
}

const values = new Map(Array.from({ length: largest }, (_, i) => [toChinese(i + 1), i + 1]));

/** The value of "十八" or "18"; undefined for anything that is not such a number. */
export function parseNumber(text: string): number | undefined {
	return /^[1-9]\d*$/.test(text) ? Number(text) : values.get(text);
}
