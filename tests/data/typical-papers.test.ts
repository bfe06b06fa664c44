import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { checkTypicalPapers } from '../../src/content/typical-papers.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { type TypicalPapers, typicalPapers } from '../../src/schemas/typical-papers.ts';

/* Whether each check of what the sources name as proof finds what it is for. */

const { links, rubrics, typical } = loadLibrary('.');

const found = (papers: TypicalPapers) =>
	checkTypicalPapers({ national: papers }, rubrics, links).map(({ problem }) => problem);

const paper = { name: '领导小组文件', clause: 'training-2022#s1', quote: '标准化建设工作领导小组及职责，正式发文为准' };

test('nothing is wrong with ours, and most lines have some', () => {
	expect(checkTypicalPapers(typical, rubrics, links)).toEqual([]);
	for (const rubric of rubrics) {
		const lines = Object.keys(typical[rubric.id] ?? {});
		console.log(`${rubric.id}: ${lines.length} of ${criteriaOf(rubric).length} lines`);
		expect(lines.length).toBeGreaterThan(20);
	}
	expect(found({ 'c1-1': [paper] })).toEqual([]);
});

test.each([
	['a line that is not there', { x1: [paper] }, /no line x1/],
	['a name twice', { 'c1-1': [paper, paper] }, /stands twice/],
	[
		'words that the clause does not have',
		{ 'c1-1': [{ ...paper, quote: '标准化建设工作领导小组的照片' }] },
		/is not a phrase/,
	],
	['a clause that is not there', { 'c1-1': [{ ...paper, clause: 'training-2022#s99' }] }, /does not exist/],
	[
		'words that the line does not have',
		{ 'c1-1': [{ name: '文件', line: true as const, quote: '不在这里的话' }] },
		/does not stand in the line/,
	],
])('%s is found', (_, papers, fault) => {
	expect(found(papers).join('\n')).toMatch(fault);
});

test('a name that is too long, or neither clause nor line, is none', () => {
	expect(typicalPapers.safeParse({ a: [{ ...paper, name: '字'.repeat(25) }] }).success).toBe(false);
	expect(typicalPapers.safeParse({ a: [{ name: '文件', quote: '文件' }] }).success).toBe(false);
	expect(typicalPapers.safeParse({ a: [{ ...paper, line: true }] }).success).toBe(false);
});
