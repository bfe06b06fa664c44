import { expect, test } from 'vitest';
import { parseNumber, toChinese } from '../../src/clauses/numerals.ts';

test('numbers from 1 to 999 survive the way to Chinese and back', () => {
	for (let number = 1; number <= 999; number += 1) expect(parseNumber(toChinese(number))).toBe(number);
});

test.each([
	['十', 10],
	['十八', 18],
	['二十', 20],
	['四十一', 41],
	['一百', 100],
	['一百零五', 105],
	['一百一十', 110],
	['三百二十一', 321],
	['7', 7],
])('%s is %i', (text, number) => expect(parseNumber(text)).toBe(number));

test.each(['', '十十', '二三', '0', '百', '1a', '零'])('“%s” is no number', (text) =>
	expect(parseNumber(text)).toBeUndefined(),
);

test.each([0, 1000, 1.5])('%d cannot be written', (number) => expect(() => toChinese(number)).toThrow(RangeError));
