const digits = '零一二三四五六七八九';

/** Class of the characters that Chinese numbers below a hundred are written with. */
export const chineseNumber = '[一二三四五六七八九十]+';

export function toChinese(number: number): string {
	if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError(`not between 1 and 99: ${number}`);
	const tens = Math.floor(number / 10);
	const ones = number % 10;
	return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

const values = new Map(Array.from({ length: 99 }, (_, i) => [toChinese(i + 1), i + 1]));

/** The value of "十八" or "18"; undefined for anything that is not such a number. */
export function parseNumber(text: string): number | undefined {
	return /^[1-9]\d*$/.test(text) ? Number(text) : values.get(text);
}
