import { expect, test } from 'vitest';
import { compareVerbatim } from '../../src/clauses/verbatim.ts';
import { sample } from './sample.ts';

const compare = (
	body: string,
	captured: string,
	furniture: { text: string; times: number; 'keep-first': boolean }[] = [],
) => compareVerbatim(sample(body, { furniture: furniture.map((entry) => ({ ...entry, reason: '换页' })) }), captured);

test('layout, width of punctuation and declared marks may differ', () => {
	expect(
		compare('## 一、目标\n\n甲，乙（丙）。\n\n- 丁\n\n| 戊 | 己 |', '### 一、目标\n甲,\n\n乙 (丙)。\n--丁\n\t戊\n\t己'),
	).toBeUndefined();
	expect(compare('检查{repair: and→和 // 误}自我{restore: 评价 // 丢}', '检查and自我')).toBeUndefined();
});

test.each([
	['dropped', '甲乙丁', '甲乙丙丁'],
	['added', '甲乙丙丙丁', '甲乙丙丁'],
	['swapped', '甲丙乙丁', '甲乙丙丁'],
	['lost at the end', '甲乙丙', '甲乙丙丁'],
	['too much at the end', '甲乙丙丁戊', '甲乙丙丁'],
	['changed letter width', '甲乙ＡＢ', '甲乙AB'],
	['changed quotation marks', '甲"乙"', '甲“乙”'],
	['a mark that does not undo', '甲{repair: 丙→乙 // 误}', '甲乙'],
])('a character %s is a fault with both texts', (_, body, captured) => {
	const fault = compare(`第一条 ${body}`, `第一条 ${captured}`);
	expect(fault?.problem).toMatch(
		/^sample art-1: the text differs from the capture sample\.txt\. Captured “.*”, here “.*”\.$/,
	);
	expect(fault?.line).toBe(1);
});

test('furniture is taken out as often as declared, and any other number is a fault', () => {
	const page = { text: '表 头', times: 2, 'keep-first': true };
	expect(compare('表头甲乙', '表头甲\n表 头\n乙表头', [page])).toBeUndefined();
	expect(compare('表头甲乙', '表头甲\n表 头\n乙', [page])?.problem).toContain(
		'declared 2 times, and the captured text has it 1 times',
	);
	expect(compare('甲', '甲', [{ text: '<p>', times: 1, 'keep-first': false }])?.problem).toContain('has it 0 times');
});
