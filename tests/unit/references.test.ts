import { expect, test } from 'vitest';
import { linkDocuments } from '../../src/clauses/links.ts';
import { findReferences } from '../../src/clauses/references.ts';
import { findStandards, nameAfter, standardAnchor } from '../../src/clauses/standards.ts';
import { sample } from './sample.ts';

const shelves = [
	{ id: 'rules', meta: { aliases: [{ text: '《细则》' }, { text: '试点细则' }] } },
	{ id: 'plan', meta: { aliases: [{ text: '实施方案' }, { text: '计分表', anchor: 'annex' }] } },
];

const found = (text: string) =>
	findReferences(text, 'rules', shelves).map(({ start, end, target }) => [
		text.slice(start, end),
		target.type === 'standard' ? target.number : `${target.document}#${target.anchor ?? ''}`,
	]);

test.each([
	['依照第九条办理', [['第九条', 'rules#art-9']]],
	['依照第十八条第二款办理', [['第十八条第二款', 'rules#art-18.p2']]],
	['见《细则》第九条第（三）项', [['《细则》第九条第（三）项', 'rules#art-9.3']]],
	['《实施方案》第二部分所引', [['《实施方案》第二部分', 'plan#s2']]],
	['第四部分（三）作', [['第四部分（三）', 'rules#s4.3']]],
	['《标准化法》第五条', []],
	['申请表》（见附件 2），同时', [['附件 2', 'rules#annex-2']]],
	[
		'附件：计分表（试行）',
		[
			['附件', 'rules#annex'],
			['计分表', 'plan#annex'],
		],
	],
	['附件1', []],
	['对照试点细则评估', [['试点细则', 'rules#']]],
	['满足GB/T 24421等', [['GB/T 24421', 'GB/T 24421']]],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

test.each([
	['GB/T24421', 'GB/T 24421'],
	['GB/T 1.1', 'GB/T 1.1'],
	['GB/T1.1.文字', 'GB/T 1.1'],
	['GB/T32170.1-2015', 'GB/T 32170.1'],
	['GB 38600—2019', 'GB 38600'],
	['DB 4403/T 209-2021', 'DB4403/T 209'],
	['DB34/T1162.1-2010', 'DB34/T 1162.1'],
])('%s is the standard %s', (text, number) => {
	expect(findStandards(`按${text}执行`).map((found) => found.number)).toEqual([number]);
});

test('a standard’s anchor and name', () => {
	expect(standardAnchor('DB34/T 1162.1')).toBe('db34-t-1162.1');
	expect(nameAfter('GB/T 32170《工作指南》的要求', 10)).toBe('工作指南');
	expect(nameAfter('GB/T1.1-2020标准化工作导则 第1部分，其他', 12)).toBe('标准化工作导则 第1部分');
	expect(nameAfter('GB/T 24421等', 10)).toBeUndefined();
});

test('links lead between documents, and none leads to where one already is', () => {
	const rules = sample(
		'第一条 依《样例办法》和第二条。\n\n第二条 见附件 1。\n\n## 附件 1\n表（见附件 1）',
		{},
		'rules',
	);
	const links = linkDocuments([rules]);
	expect(links.faults).toEqual([]);
	expect(links.to('rules', 'art-2').map(({ visit }) => visit?.clause.id)).toEqual(['art-1']);
	expect(links.to('rules', 'annex-1').map(({ visit }) => visit?.clause.id)).toEqual(['art-2']);
	expect(links.to('rules')).toEqual([]);
});

test('a reference to nothing is a fault that names its line', () => {
	const { faults } = linkDocuments([sample('第一条 甲。\n\n第二条 依第九条。\n\n{note: 乙 // 见附件3}', {}, 'rules')]);
	expect(faults.map(({ file, line, problem }) => `${file}:${line} ${problem}`)).toEqual([
		'rules.md:3 “第九条” points to rules#art-9, which does not exist.',
		'rules.md:5 “附件3” points to rules#annex-3, which does not exist.',
	]);
});
