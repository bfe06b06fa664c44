import { expect, test } from 'vitest';
import { akomaNtosoId, citation, fullLabel } from '../../src/clauses/citation.ts';
import { clauseText, walk } from '../../src/clauses/outline.ts';
import { sample } from './sample.ts';

const outline = (body: string) =>
	Array.from(walk(sample(body)), (visit) => [visit.clause.id, fullLabel(visit), akomaNtosoId(visit)]);

test('articles keep their numbers across chapters, with 款 and 项 below them', () => {
	expect(
		outline(`## 第一章 总则

第一条 甲。

第二条 乙：

（一）丙；

（二）丁。

## 第二章 附则

第三条 戊。

己。`),
	).toEqual([
		['ch-1', '第一章', 'chp_1'],
		['art-1', '第一条', 'art_1'],
		['art-2', '第二条', 'art_2'],
		['art-2.1', '第二条第（一）项', 'art_2__point_1'],
		['art-2.2', '第二条第（二）项', 'art_2__point_2'],
		['ch-2', '第二章', 'chp_2'],
		['art-3', '第三条', 'art_3'],
		['art-3.p1', '第三条第一款', 'art_3__para_1'],
		['art-3.p2', '第三条第二款', 'art_3__para_2'],
	]);
});

test('numbered headings give paths, and a rule leads back to the top', () => {
	expect(
		outline(`开头。

## 五、步骤

## （七）自评阶段

1. 甲。

2. 乙。

---

公开方式`),
	).toEqual([
		['p1', '第一段', 'para_1'],
		['s5', '五', 'sec_5'],
		['s5.7', '五、（七）', 'sec_5__point_7'],
		['s5.7.1', '五、（七）1', 'sec_5__point_7__subpoint_1'],
		['s5.7.2', '五、（七）2', 'sec_5__point_7__subpoint_2'],
		['p2', '第二段', 'para_2'],
	]);
});

test('annexes hold their own sections; one without a number is “annex”', () => {
	expect(
		outline(`## 附件 1
申请书

### 填写说明

1. 甲

## 一、信息

## 附件
计分表`),
	).toEqual([
		['annex-1', '附件 1', 'annex_1'],
		['annex-1.1', '附件 1 第1项', 'annex_1__subpoint_1'],
		['annex-1.s1', '附件 1 一', 'annex_1__sec_1'],
		['annex', '附件', 'annex'],
	]);
});

test('decimal labels belong to the section that they name', () => {
	expect(outline('## 八、问题\n\n8.1甲；\n\n8.18其他。').map(([id]) => id)).toEqual(['s8', 's8.1', 's8.18']);
	expect(() => outline('## 八、问题\n\n7.1甲')).toThrow('“7.1” stands under “八、”');
});

test('a restored label counts as a label', () => {
	expect(outline('## {restore: 一、 // 丢}思想').map(([id]) => id)).toEqual(['s1']);
	expect(() => outline('## {restore: 一、思 // 丢}想')).toThrow('must end where the label ends');
});

test.each([
	['第一条 甲。\n\n第一条 乙。', 'sample.md:3: the clause id “art-1” is taken already by line 1.'],
	['（一）孤项', 'sample.md:1: “（一）” stands under no article'],
	['## 无号标题', 'sample.md:1: this heading has no number.'],
	['#### 太深', 'sample.md:1: “####” is deeper'],
	['甲\n\n| 一 | 二 |\n| 三 |', 'sample.md:4: this row has 1 cells'],
	['| 一 | 二', 'sample.md:1: a line of a table must start and end'],
	['甲\n\n乙{note: 丙', 'sample.md:3: the mark at “{note: 丙” is not closed'],
])('%j stops with a message that names the line', (body, message) => {
	expect(() => sample(body)).toThrow(message);
});

test('a clause’s text is all that stands under it, its own label left out', () => {
	const [, article] = [...walk(sample('## 第一章 总则\n\n第一条 甲：\n\n（一）乙；\n\n| 丙 | 丁 |'))];
	expect(article && clauseText(article.clause)).toBe('甲：\n（一） 乙；\n丙 丁');
});

test('merged cells span rows and columns', () => {
	const [node] = sample('| 甲 | < | 乙 |\n| 丙 | 丁 | ^ |').content;
	expect(node?.type === 'table' && node.rows[0]?.map(({ colspan, rowspan }) => [colspan, rowspan])).toEqual([
		[2, 1],
		[1, 1],
		[1, 2],
	]);
});

test('a citation names title, number and clause', () => {
	expect(citation({ title: '办法', number: '样发〔2020〕1号' }, '第三条第二款')).toBe(
		'《办法》（样发〔2020〕1号）第三条第二款',
	);
	expect(citation({ title: '办法', number: undefined }, '附件')).toBe('《办法》附件');
});
