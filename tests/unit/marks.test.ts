import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedText, MarkError, markReader, shownText, splitRuns } from '../../src/clauses/marks.ts';

const read = (text: string) => markReader().read(text);

test.each([
	['检查{repair: and→和 // 误}自我', '检查and自我', '检查和自我'],
	['{restore: 一、 // 丢}指导', '指导', '一、指导'],
	['{lost: // 缺}公安厅', '公安厅', '公安厅'],
	['好{lost: □ // 缺}文', '好□文', '好□文'],
	['{note: 层析 // 疑}清晰', '层析清晰', '层析清晰'],
	['{repair: 表→ // 重}内容', '表内容', '内容'],
])('%s undoes to %s and shows %s', (text, captured, shown) => {
	const runs = read(text);
	expect(capturedText(runs)).toBe(captured);
	expect(shownText(runs)).toBe(shown);
});

test('marks are numbered through the document', () => {
	const { read: next, marks } = markReader();
	next('{note: 甲 // 一}');
	next('乙{note: 丙 // 二}{note: 丁 // 三}');
	expect(marks.map(({ number, captured }) => [number, captured])).toEqual([
		[1, '甲'],
		[2, '丙'],
		[3, '丁'],
	]);
});

test.each([
	['{note: 未完', 'not closed'],
	['前}后', 'not closed'],
	['{note: 没有理由}', 'not closed or not complete'],
	['{note: 空理由 // }', 'gives no reason'],
	['{fix: 甲 // 乙}', 'not a kind'],
	['{repair: 甲 // 乙}', 'captured→shown'],
	['{repair: 甲→甲 // 乙}', 'must differ'],
	['{repair: 甲→乙→丙 // 丁}', 'captured→shown'],
	['{restore: // 乙}', 'restores nothing'],
	['{note: // 乙}', 'which words'],
])('%s is refused', (text, message) => {
	expect(() => read(text)).toThrow(MarkError);
	expect(() => read(text)).toThrow(message);
});

test('text without braces comes back as it is', () => {
	fc.assert(
		fc.property(
			fc.string().filter((text) => !/[{}]/.test(text)),
			(text) => shownText(read(text)) === text,
		),
	);
});

test('runs split at any length outside marks, and never inside one', () => {
	const runs = read('甲乙{note: 丙丁 // 注}戊');
	expect(splitRuns(runs, 1)?.map(shownText)).toEqual(['甲', '乙丙丁戊']);
	expect(splitRuns(runs, 2)?.map(shownText)).toEqual(['甲乙', '丙丁戊']);
	expect(splitRuns(runs, 3)).toBeUndefined();
	expect(splitRuns(runs, 4)?.map(shownText)).toEqual(['甲乙丙丁', '戊']);
	expect(splitRuns(runs, 5)?.map(shownText)).toEqual(['甲乙丙丁戊', '']);
});
