import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal } from '../../src/clauses/normal.ts';
import { excerpt } from '../../src/features/search/excerpt.ts';
import { grouped } from '../../src/features/search/group.ts';
import { meansLabel, readLabel } from '../../src/features/search/label.ts';
import { addressOf, type Kind, type Passage, type Source } from '../../src/features/search/passage.ts';
import { readQuestion } from '../../src/features/search/question.ts';
import { prepare, rank } from '../../src/features/search/rank.ts';
import { shorterWords } from '../../src/features/search/shorter.ts';

const sources: Source[] = [
	{ id: 'docs/a/', document: 'a', short: '办法', called: ['办法', '样例办法'] },
	{ id: 'docs/n/', document: 'n', short: '笔记', called: ['笔记'] },
	{ id: 'rubrics/t/', document: 'a', short: '评分表', called: ['评分表'] },
];

const passage = (source: string, id: string, label: string, text: string, more: Partial<Passage> = {}): Passage => ({
	kind: 'rule',
	source,
	id,
	label,
	text,
	...more,
});

const search = (typed: string, passages: Passage[]) => {
	const question = readQuestion(typed, sources);
	return rank(passages.map(prepare), question).hits.map(({ entry, why }) => `${why} ${addressOf(entry.passage)}`);
};

describe('text as it is compared', () => {
	test.each([
		['ＧＢ／Ｔ 24421.1—2009', 'gbt24421.1-2009'],
		['GB/T1.1.文字', 'gbt1.1文字'],
		['试点期限一般为 2 至 3 年。', '试点期限一般为2至3年'],
		['2～3年', '2-3年'],
		['24421.', '24421'],
		['.5 至 - 6', '5至6'],
		['“标准化”，工作！', '标准化工作'],
		['①㎡ ﬁ', '1m2fi'],
		['\ud800好🙂', '好'],
		['，。！', ''],
	])('%s is %s', (text, expected) => {
		expect(normal(text).text).toBe(expected);
	});

	test('every character knows where it comes from', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { text: compared, from } = normal(text);
				expect(from).toHaveLength(compared.length);
				for (const at of from) expect(at).toBeLessThan(text.length);
				expect(from).toEqual(from.toSorted((a, b) => a - b));
			}),
		);
	});

	test('a part of a text is a part of it as compared', () => {
		const piece = fc.constantFrom('标', '准', '2', '4', '1', '.', '-', '—', ' ', '，', 'G', 'Ｂ', '/', '第', '条');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 24 }), fc.nat(), fc.nat(), (pieces, a, b) => {
				const text = pieces.join('');
				const start = a % (text.length + 1);
				const part = text.slice(start, start + (b % (text.length + 1)));
				expect(normal(text).text).toContain(normal(part).text);
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('labels', () => {
	test.each([
		['第十八条', '第18条', '18条', '十八条', '第 18 条'],
		['第十八条第二款', '18条2款', '十八条二款', '第18条第2款', '18条2'],
		['第九条第（三）项', '九条三项', '9条（三）', '第九条第3项'],
		['附件 3', '附件3', '附件三'],
		['第五章', '5章', '五章'],
		['五、（七）2', '五（七）2', '5.7.2'],
		['8.13', '8.13'],
		['C7第2项', 'c7', 'C7第2项', 'c7 2'],
		['C6', 'c6', 'Ｃ６'],
		['第12项', '12项', '第十二项'],
		['否决第2项', '一票否决2', '否决第二项'],
		['二', '第二部分'],
	])('%s', (label, ...asked) => {
		const own = readLabel(label);
		for (const text of asked) {
			const read = readLabel(text.normalize('NFKC'));
			expect(own && read && meansLabel(read, own), text).toBe(true);
		}
	});

	test.each([
		['第十八条第二款', '第18条'],
		['第十八条第二款', '18条2项'],
		['第十八条', '第8条'],
		['C17', 'c1'],
		['第2项', '第12项'],
	])('%s is not meant by %s', (label, asked) => {
		const [own, read] = [readLabel(label), readLabel(asked)];
		expect(own && read && meansLabel(read, own)).toBe(false);
	});

	test.each(['三年内', '标准', 'gb/t 24421', '2至3年', '', '第条', '10分'])('%s is no label', (text) => {
		expect(readLabel(text)).toBeUndefined();
	});
});

describe('ranking', () => {
	const rule = passage('docs/a/', 'art-9', '第九条', '三年内未发生重大服务质量、安全、环境保护等事故。');
	const notes = passage('docs/n/', 's7.p1', '七、第一段', '三年内未发生重大服务质量、安全、环境保护等事故。', {
		kind: 'notes',
	});

	test('rules come before notes, however the notes say it', () => {
		expect(search('未发生重大服务质量', [notes, rule])).toEqual(['literal docs/a/#art-9', 'literal docs/n/#s7.p1']);
	});

	test('spaces, punctuation and width do not matter', () => {
		for (const typed of ['服务质量安全', '服务质量， 安全', '服 务 质 量、安 全', '“服务质量”安全'])
			expect(search(typed, [rule])).toEqual(['literal docs/a/#art-9']);
	});

	test('all words of the question before some of them', () => {
		const other = passage('docs/a/', 'art-2', '第二条', '服务质量应当评价。');
		expect(search('评价服务质量', [rule, other])[0]).toBe('words docs/a/#art-2');
	});

	test('a label leads to its clause, in the document that is named', () => {
		const line = passage('rubrics/t/', 't9', '第9项', '第九条的事。', { kind: 'line' });
		expect(search('9条', [notes, rule, line])[0]).toBe('label docs/a/#art-9');
		expect(search('评分表9', [rule, line])[0]).toBe('label rubrics/t/#t9');
		expect(search('办法第九条', [line, rule])[0]).toBe('label docs/a/#art-9');
		expect(search('第十条', [rule])).toEqual([]);
	});

	test('a label with words looks for the words there first', () => {
		const near = passage('docs/a/', 'art-3', '第三条', '未发生重大服务质量事故的单位。');
		expect(search('第九条 重大服务质量 事故 单位', [near, rule])[0]).toBe('words docs/a/#art-9');
	});

	test('standards are found in any spelling, and another number is another standard', () => {
		const standard = passage('docs/a/', 'art-1', '第一条', '按照GB/T 24421.1—2009等标准。');
		const whole = passage('docs/a/', 'art-2', '第二条', '符合GB/T 24421等要求。');
		for (const typed of ['GB/T24421', 'gb/t 24421', '24421', 'GBT 24421', '国标24421', 'gb24421', 'ＧＢ／Ｔ２４４２１'])
			expect(search(typed, [standard, whole])[0], typed).toMatch(/art-2$/);
		expect(search('GBT 24421.1', [whole, standard])[0]).toMatch(/art-1$/);
		const longer = passage('docs/a/', 'art-4', '第四条', '按照GB/T 1.1-2020编写。');
		expect(search('gb1.1', [standard, longer])[0]).toMatch(/art-4$/);
	});

	test('a question for a number prefers the passage that gives one', () => {
		const mention = passage('docs/a/', 'art-1', '第一条', '评估组成员由省级确定。');
		const number = passage('docs/a/', 'art-2', '第二条', '省级确定的评估组成员一般为5至7人。');
		expect(search('评估组成员有几个人', [mention, number])[0]).toBe('words docs/a/#art-2');
	});

	test('of a clause and its part, the part that says it all; the clause where it is spread over parts', () => {
		const whole = passage('docs/a/', 'art-1', '第一条', '应当：（一）制定计划；（二）保存记录。');
		const parts = ['制定计划；', '保存记录。'].map((text, i) =>
			passage('docs/a/', `art-1.${i + 1}`, `第一条第（${i + 1}）项`, text, { parent: 'art-1' }),
		);
		expect(search('制定计划', [whole, ...parts])).toEqual(['literal docs/a/#art-1.1']);
		expect(search('计划 记录', [whole, ...parts])[0]).toBe('words docs/a/#art-1');
	});

	test('of the parts of a clause none is lost, whichever of them answers best', () => {
		const whole = passage(
			'docs/a/',
			'art-1',
			'第一条',
			`提出评估申请的条件${'和总结报告的格式'.repeat(9)}；评估申请。`,
		);
		const parts = [`提出评估申请的条件${'和总结报告的格式'.repeat(9)}；`, '评估申请。'].map((text, i) =>
			passage('docs/a/', `art-1.p${i + 1}`, `第一条第${i + 1}款`, text, { parent: 'art-1' }),
		);
		expect(search('评估申请', [whole, ...parts]).sort()).toEqual([
			'literal docs/a/#art-1.p1',
			'literal docs/a/#art-1.p2',
		]);
	});

	test('a number is not found in a longer one before it is found by itself', () => {
		const longer = passage('docs/a/', 'art-1', '第一条', '综合评分85分及以上。');
		const itself = passage('rubrics/t/', 't1', '第1项', '每项得5分。', { kind: 'line' });
		expect(search('5分', [longer, itself])).toEqual(['literal rubrics/t/#t1', 'cut docs/a/#art-1']);
	});

	test('a name of a document by itself leads to the document; in a question it only favours it', () => {
		const all = passage('docs/n/', '', '', '培训笔记全文', { kind: 'notes' });
		expect(search('笔记', [notes, all])[0]).toBe('label docs/n/');
		const line = passage('rubrics/t/', 't2', '第2项', '写好笔记和记录。', { kind: 'line' });
		expect(search('写笔记记录', [notes, all, line])[0]).toBe('words rubrics/t/#t2');
	});

	test('a formal citation leads to its clause', () => {
		for (const typed of ['《样例办法》第九条', '《样例办法》（样发〔2020〕1号）第九条', '办法 第九条'])
			expect(search(typed, [notes, rule])[0], typed).toBe('label docs/a/#art-9');
	});

	test('words that people use for each other', () => {
		const steps = passage('docs/a/', 'art-5', '第五条', '评估应当按照下列程序进行。');
		expect(search('评估流程', [rule, steps])[0]).toBe('words docs/a/#art-5');
	});

	test('nothing for nothing, and never an error', () => {
		const odd = [
			'',
			' ',
			'，。',
			'的',
			'"',
			'“标准',
			'<b>标准</b>',
			'.*+?^$ {}()|[]\\',
			'🙂',
			'\ud800',
			'a'.repeat(10_000),
			'第条',
			'((((',
		];
		for (const typed of odd) expect(() => search(typed, [rule, notes]), typed).not.toThrow();
		expect(search('', [rule])).toEqual([]);
		expect(search('，。', [rule])).toEqual([]);
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void search(typed, [rule, notes])));
	});
});

describe('what is shown', () => {
	const question = (typed: string) => readQuestion(typed, sources);
	const marked = (text: string, typed: string) =>
		excerpt(text, question(typed))
			.map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
			.join('');

	test('all that was typed is marked, across punctuation and width', () => {
		expect(marked('质量、安全等事故', '质量安全')).toBe('[质量、安全]等事故');
		expect(marked('按照ＧＢ／Ｔ 24421执行', 'gbt24421')).toBe('按照[ＧＢ／Ｔ 24421]执行');
	});

	test('else its words, but no character by itself', () => {
		expect(marked('评估组成员一般为5至7人', '评估组 几个人')).toBe('[评估组]成员一般为5至7人');
	});

	test('a long text is cut around what was found, at most a few lines long', () => {
		const text = `${'前'.repeat(300)}。这里有要找的话，后面还有。${'后'.repeat(300)}`;
		const shown = marked(text, '要找的话');
		expect(shown).toContain('…这里有[要找的话]');
		expect(shown.length).toBeLessThan(130);
	});

	test('an excerpt is always words of the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
				const shown = excerpt(text, question(typed))
					.map(({ text: piece }) => piece)
					.join('')
					.replace(/^…|…$/g, '');
				expect(text.replaceAll('\n', ' ')).toContain(shown);
			}),
		);
	});

	test('hits that say it in the same sentence stand under the first', () => {
		const texts = ['至少接受过10学时培训。甲', '乙。至少接受过 10 学时培训；', '至少接受过10学时的培训。'];
		const hits = rank(
			texts.map((text, i) => prepare(passage('docs/a/', `p${i}`, '', text))),
			question('接受过10学时'),
		).hits;
		const groups = grouped(hits, question('接受过10学时').whole);
		expect(groups.map(({ same }) => same.length).sort()).toEqual([0, 1]);
	});

	test('when nothing is found, the longest words that some text has', () => {
		const entries = [
			prepare(passage('docs/a/', 'art-1', '', '评估组成员')),
			prepare(passage('docs/a/', 'art-2', '', '评估组')),
		];
		expect(shorterWords(entries, question('量子评估组穿越'))).toEqual([{ words: '评估组', times: 2 }]);
		expect(shorterWords(entries, question('量子'))).toEqual([]);
	});
});

test.each<[Kind, Kind]>([
	['rule', 'line'],
	['line', 'problem'],
	['problem', 'notes'],
	['notes', 'standard'],
])('word for word alike, %s comes before %s', (first, second) => {
	const hits = search('工作经费', [
		passage('docs/a/', 'b', '', '工作经费', { kind: second }),
		passage('docs/a/', 'a', '', '工作经费若干', { kind: first }),
	]);
	expect(hits).toEqual(['literal docs/a/#a', 'literal docs/a/#b']);
});
