import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
	askedFindings,
	gapFindings,
	lexiconFindings,
	readSearchAids,
	sharedFindings,
} from '../../src/content/search-aids.ts';
import { lexicon } from '../../src/schemas/search-aids.ts';

/* Whether each check of what helps people find a clause finds what it is for; the content itself is checked as it is read. */

const { documents } = JSON.parse(readFileSync('tests/.out/root/data/documents.json', 'utf8')) as {
	documents: { id: string; clauses: { id: string; text: string }[] }[];
};
const aids = readSearchAids(
	'.',
	documents.map(({ id }) => id),
);

test.each(documents.map(({ id, clauses }) => [id, clauses] as const))(
	'every clause of %s is asked for',
	(id, clauses) => {
		const asked = aids.asked[id] ?? {};
		const count = Object.values(asked).flat().length;
		const covered = clauses.filter((clause) => (asked[clause.id]?.length ?? 0) >= 3).length;
		console.log(`${id}: ${count} questions to ${covered} of ${clauses.length} clauses`);
		expect(covered).toBe(clauses.length);
	},
);

test('there is much of everything', () => {
	console.log(
		`${aids.lexicon.length} rows with ${aids.lexicon.flatMap(({ say }) => say).length} everyday words, ${aids.gaps.length} gaps with ${aids.gaps.flatMap(({ asked }) => asked).length} questions`,
	);
	expect(aids.lexicon.length).toBeGreaterThan(400);
	expect(aids.gaps.length).toBeGreaterThan(200);
});

describe('what is wrong with questions to clauses is found', () => {
	const texts = new Map([
		['a', '试点单位应当成立领导小组由主要负责人任组长'],
		['b', '资料应当齐全'],
	]);
	const good = { a: ['一把手要不要挂帅', '谁牵头', '头儿不管行吗'], b: ['东西缺一样行吗', '要备哪些', '差什么'] };

	test('nothing is wrong with good ones', () => {
		expect(askedFindings(good, texts)).toEqual([]);
	});

	test.each([
		['a clause that nobody asks for', { a: good.a }, /nothing is asked of b/],
		['a clause that is not there', { ...good, c: ['一', '二', '三'] }, /no clause c/],
		['its own words', { ...good, a: ['领导小组', '谁牵头', '头儿不管行吗'] }, /stands in the clause/],
		['seven of its characters', { ...good, a: ['应当成立领导小组吗', '谁牵头', '头儿不管行吗'] }, /takes/],
		['too few', { ...good, a: ['谁牵头', '头儿不管行吗'] }, /2 questions/],
		['too many', { ...good, a: Array.from({ length: 9 }, (_, i) => `问${i}`) }, /9 questions/],
	])('%s', (_, asked, fault) => {
		expect(askedFindings(asked, texts).join()).toMatch(fault);
	});

	test('a question that two clauses answer is said to be', () => {
		const asked = { d: { ...good, b: ['谁牵头', '要备哪些', '差什么'] } };
		expect(sharedFindings({ asked, shared: [] }).join()).toMatch(/asked of two/);
		expect(sharedFindings({ asked, shared: ['谁牵头'] })).toEqual([]);
		expect(sharedFindings({ asked, shared: ['谁牵头', '差什么'] }).join()).toMatch(/not asked of two/);
		expect(sharedFindings({ asked, shared: ['谁牵头', '谁牵头'] }).join()).toMatch(/twice/);
	});
});

describe('what is wrong with everyday words is found', () => {
	const says = (word: string) => ['经费', '主要负责人'].includes(word);
	const rows = (text: string) => lexicon.parse(parse(text));

	test.each([
		['nothing', '[{ say: [钱, 票子], means: [经费] }]', /^$/],
		['a word in two rows', '[{ say: [钱], means: [经费] }, { say: [钱], near: [主要负责人] }]', /two rows/],
		['words that no text has', '[{ say: [钱], means: [银两] }]', /银两.*no text/],
		['a row that leads nowhere', '[{ say: [钱] }]', /nowhere/],
		['a word that leads to itself', '[{ say: [经费], means: [经费] }]', /itself/],
	])('%s', (_, text, fault) => {
		expect(lexiconFindings(rows(text), says).join()).toMatch(fault);
	});
});

describe('what is wrong with gaps is found', () => {
	const good = { id: 'extension', about: '能不能延期', absent: ['延期'], asked: ['能延期吗'], near: ['docs/a#b'] };
	const says = (word: string) => word === '期限';
	const known = new Set(['docs/a#b']);

	test.each([
		['nothing', [good], /^$/],
		['what a text does say', [{ ...good, absent: ['期限'] }], /does stand/],
		['an address that is not there', [{ ...good, near: ['docs/a#c'] }], /no docs\/a#c/],
		['an id that is taken', [good, { ...good, asked: ['可以拖吗'] }], /taken/],
		['a question that is asked twice', [good, { ...good, id: 'later' }], /asked twice/],
	])('%s', (_, gaps, fault) => {
		expect(gapFindings(gaps, says, known).join()).toMatch(fault);
	});
});
