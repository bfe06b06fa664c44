import { expect, test } from 'vitest';
import { clauseText, walk } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';

const { documents, links } = loadLibrary('.');

const idsOf = (id: string) => {
	const document = documents.find((candidate) => candidate.id === id);
	return document ? Array.from(walk(document), ({ clause }) => clause.id) : [];
};
const range = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
const matching = (id: string, pattern: RegExp) => idsOf(id).filter((anchor) => pattern.test(anchor));

test('the five documents are there', () => {
	expect(documents.map(({ id }) => id).sort()).toEqual([
		'baqiao-2021',
		'jiguan-shiwu',
		'shenzhen-2022',
		'training-2022',
		'xize-2013',
	]);
});

test('xize-2013 has 8 chapters, 40 articles and 6 annexes', () => {
	expect(matching('xize-2013', /^ch-\d+$/)).toEqual(range('ch-', 8));
	expect(matching('xize-2013', /^art-\d+$/)).toEqual(range('art-', 40));
	expect(matching('xize-2013', /^annex-\d+$/)).toEqual(range('annex-', 6));
});

test.each([
	['xize-2013', 'art-18.p2', '试点单位标准体系创建并运行未满半年的不得提出评估申请。'],
	['xize-2013', 'art-23.p2', '合格结果有效期 3 年。'],
	['xize-2013', 'art-9.3', '三年内未发生重大服务质量'],
	['xize-2013', 'art-15.5', '定期组织内部检查和自我评价'],
	['shenzhen-2022', 's6.2', '综合评分85分及以上'],
	['baqiao-2021', 's5.7.2', '《服务业标准化试点评估计分表》'],
	['training-2022', 's8.13', '不了解标准的编写规则'],
])('%s#%s holds “%s”', (document, anchor, words) => {
	const visit = links.clause(document, anchor);
	expect(visit && clauseText(visit.clause)).toContain(words);
});

test('the numbered parts of the other documents', () => {
	expect(matching('shenzhen-2022', /^s\d+$/)).toEqual(range('s', 9));
	expect(matching('shenzhen-2022', /^annex-\d+$/)).toEqual(['annex-1', 'annex-2']);
	expect(matching('baqiao-2021', /^s\d+$/)).toEqual(range('s', 6));
	expect(matching('baqiao-2021', /^s5\.\d+$/)).toEqual(range('s5.', 8));
	expect(matching('baqiao-2021', /^annex[^.]*$/)).toEqual(['annex']);
	expect(matching('training-2022', /^s\d+$/)).toEqual(range('s', 8));
	expect(matching('training-2022', /^s8\.\d+$/)).toEqual(range('s8.', 18));
	expect(matching('training-2022', /^s4\.\d+$/)).toEqual(range('s4.', 6));
});

test('the references between the documents that a reader would follow', () => {
	const to = (document: string, anchor?: string) => links.to(document, anchor).map((place) => place.document.id);
	expect(to('baqiao-2021', 'annex')).toContain('xize-2013');
	expect(to('xize-2013')).toContain('baqiao-2021');
	for (const n of [1, 2, 3, 4, 5, 6]) expect(to('xize-2013', `annex-${n}`)).toContain('xize-2013');
	expect(to('xize-2013', 'art-18.p2')).toContain('training-2022');
});
