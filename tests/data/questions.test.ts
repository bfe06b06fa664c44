import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainStem } from '../../src/clauses/stem.ts';
import { checkQuestions } from '../../src/content/check-questions.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { checkIds } from '../../src/content/questions.ts';
import type { Bank } from '../../src/features/training/bank.ts';
import { clash, drawMock, shownOrder } from '../../src/features/training/draw.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import type { Question, Topic } from '../../src/schemas/question.ts';

const library = loadLibrary('.');
const { topics, documents, rubrics, links } = library;
const all = topics.flatMap(({ questions }) => questions);
const bank: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));

const count = <T>(list: readonly T[], key: (each: T) => string): Record<string, number> => {
	const out: Record<string, number> = {};
	for (const each of list) out[key(each)] = (out[key(each)] ?? 0) + 1;
	return out;
};

const documentOf = ({ clause }: Question) => clause.split('#')[0] ?? '';
const optionsOf = (question: Question) => ('options' in question ? question.options : []);
const length = (text: string) => text.replaceAll(/[^\u4e00-\u9fff\w]/g, '').length;

describe('the shape of the bank', () => {
	const singles = all.filter(({ kind }) => kind === 'single');
	const truths = all.flatMap((question) => (question.kind === 'truth' ? [question] : []));
	const byDocument = count(all, documentOf);
	const byKind = count(all, ({ kind }) => kind);

	test('there is enough of everything', () => {
		console.log(
			'questions',
			all.length,
			byDocument,
			byKind,
			count(all, ({ difficulty }) => `difficulty ${difficulty}`),
		);
		expect(all.length).toBeGreaterThanOrEqual(150);
		for (const { id } of documents) expect(byDocument[id], id).toBeGreaterThanOrEqual(15);
		expect(byDocument['xize-2013']).toBeGreaterThanOrEqual(50);
		for (const kind of ['single', 'multiple', 'truth', 'order', 'match']) expect(byKind[kind], kind).toBeGreaterThan(2);
		for (const level of [1, 2, 3]) {
			const share = all.filter(({ difficulty }) => difficulty === level).length / all.length;
			expect(share).toBeGreaterThan(0.1);
			expect(share).toBeLessThan(0.6);
		}
	});

	test('the key is the single longest option in at most 30 %', () => {
		const longest = singles.filter((question) => {
			const key = optionsOf(question).find(({ right }) => right)?.text ?? '';
			return optionsOf(question).every(({ right, text }) => right || length(text) < length(key));
		});
		console.log(`key the longest in ${longest.length} of ${singles.length}`);
		expect(longest.length / singles.length).toBeLessThanOrEqual(0.3);
	});

	test('45 to 55 % of the statements are true, at most 10 % of the stems negative', () => {
		const share = truths.filter(({ instead }) => !instead).length / truths.length;
		expect(share).toBeGreaterThanOrEqual(0.45);
		expect(share).toBeLessThanOrEqual(0.55);
		expect(all.filter(({ stem }) => stem.includes('*')).length / all.length).toBeLessThanOrEqual(0.1);
	});

	test('how many options are right varies, and a good part of the wrong ones is right elsewhere', () => {
		const multiples = all.filter(({ kind }) => kind === 'multiple');
		const right = count(multiples, (question) => String(optionsOf(question).filter((each) => each.right).length));
		expect(Object.keys(right).length).toBeGreaterThanOrEqual(3);
		for (const number of Object.values(right)) expect(number / multiples.length).toBeLessThan(0.7);
		const wrong = all.flatMap(optionsOf).filter((each) => !each.right);
		expect(wrong.filter(({ elsewhere }) => elsewhere).length / wrong.length).toBeGreaterThan(1 / 3);
	});

	test('the right option stands everywhere alike once shuffled', () => {
		const places = [0, 0, 0, 0];
		const asked = bank.questions.flatMap((question) =>
			question.kind === 'single' && question.options.length === 4 && !question.ordered ? [question] : [],
		);
		for (const question of asked)
			for (let seed = 0; seed < 40; seed += 1) {
				const at = shownOrder(question, `${seed}`).findIndex((place) => question.options[place]?.right);
				places[at] = (places[at] ?? 0) + 1;
			}
		const each = (asked.length * 40) / 4;
		for (const number of places) expect(Math.abs(number - each) / each).toBeLessThan(0.1);
		const ordered = bank.questions.flatMap((question) =>
			question.kind === 'single' && question.ordered ? [question.options.findIndex(({ right }) => right)] : [],
		);
		for (const at of [0, 1, 2, 3])
			expect(ordered.filter((place) => place === at).length / ordered.length).toBeLessThan(0.45);
	});

	test('every line of four points or more is asked about twice', () => {
		const asked = (place: string) =>
			all.filter((question) => [question, ...question.also].some(({ clause }) => clause === place)).length;
		const costly = rubrics.flatMap((rubric) =>
			criteriaOf(rubric)
				.filter(({ points }) => points >= 4)
				.map(({ id }) => `${rubric.document}#${rubric.anchor ? `${rubric.anchor}.` : ''}${id}`),
		);
		expect(costly.length).toBeGreaterThanOrEqual(17);
		expect(costly.filter((place) => asked(place) < 2)).toEqual([]);
	});

	test('no id tells the answer', () => {
		expect(all.filter(({ id }) => /-(true|false|right|wrong)\b/.test(id)).map(({ id }) => id)).toEqual([]);
	});

	test('mocks are whole: thirty questions, every document and kind, none that answers another', () => {
		for (let number = 1; number <= 60; number += 1) {
			const drawn = drawMock(bank.questions, number);
			expect(drawn).toHaveLength(30);
			expect(new Set(drawn.map(({ document }) => document)).size).toBe(documents.length);
			expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(5);
			for (const a of drawn) for (const b of drawn) expect(a === b || !clash(a, b), `${a.id} ${b.id}`).toBe(true);
		}
	});
});

/** A topic of one question. */
const topicOf = (question: Question): Topic[] => [{ id: 'bad', title: '坏题', order: 1, questions: [question] }];
const faults = (question: Question): string =>
	checkQuestions(topicOf(question), documents, links)
		.map(({ problem }) => problem)
		.join('\n');

describe('what makes a question unfair is found', () => {
	const find = (kind: Question['kind']) =>
		structuredClone(all.find((question) => question.kind === kind && !question.damage));
	const single = () => find('single') as Extract<Question, { kind: 'single' }>;
	const multiple = () => find('multiple') as Extract<Question, { kind: 'multiple' }>;
	const untrue = () =>
		structuredClone(all.find((question) => question.kind === 'truth' && question.instead)) as Extract<
			Question,
			{ kind: 'truth' }
		>;

	test.each<[string, () => Question, RegExp]>([
		[
			'two keys',
			() => ({ ...single(), options: single().options.map(({ text }) => ({ text, right: true as const })) }),
			/4 options are right|3 options are right/,
		],
		[
			'no key',
			() => ({ ...single(), options: single().options.map(({ text }) => ({ text, why: '错' })) }),
			/0 options are right/,
		],
		[
			'one right option of a multiple choice',
			() => ({
				...multiple(),
				options: multiple().options.map(({ text }, i) =>
					i === 0 ? { text, right: true as const } : { text, why: '错' },
				),
			}),
			/1 options are right/,
		],
		[
			'a wrong option without its reason',
			() => ({ ...single(), options: single().options.map(({ why: _, ...rest }) => rest) }),
			/does not say why/,
		],
		[
			'以上都对',
			() => ({ ...single(), options: [...single().options.slice(0, 2), { text: '以上都对', why: '错' }] }),
			/says nothing of its own/,
		],
		[
			'一律 that no source says',
			() => ({
				...single(),
				options: single().options.map((option) => (option.right ? option : { ...option, text: `一律${option.text}` })),
			}),
			/一律, which no source says/,
		],
		[
			'numbers out of order',
			() => ({
				...single(),
				options: ['3年', '1年', '2年'].map((text, i) =>
					i === 0 ? { text, right: true as const } : { text, why: '错' },
				),
			}),
			/do not ascend/,
		],
		[
			'an option twice',
			() => ({ ...single(), options: [...single().options.slice(0, 2), ...single().options.slice(0, 1)] }),
			/offered twice/,
		],
		[
			'words of stem and key alone',
			() => ({
				...single(),
				stem: '省级标准化行政主管部门负责什么？',
				options: [
					{ text: '由省级标准化行政主管部门审核', right: true },
					{ text: '由专家审核', why: '错' },
					{ text: '由单位自己审核', why: '错' },
				],
			}),
			/stands in the stem and in the right option alone/,
		],
		[
			'a negation that is not emphasised',
			() => ({ ...single(), stem: '下列不属于试点任务的是哪一项？' }),
			/not emphasised/,
		],
		['an emphasis that is no negation', () => ({ ...single(), stem: '下列*属于*试点任务的是哪一项？' }), /no negation/],
		['a quotation that is not there', () => ({ ...single(), quote: '这句话哪里也没有' }), /is not a phrase of/],
		['a clause that is not there', () => ({ ...single(), clause: 'xize-2013#art-99' }), /does not exist/],
		['a quotation that cuts a word', () => ({ ...single(), quote: single().quote.slice(1, -1) }), /is not a phrase of/],
		[
			'a false statement whose fact is not in the source',
			() => ({ ...untrue(), instead: { said: untrue().instead?.said ?? '', fact: '别的事' } }),
			/is not in its quotation/,
		],
		[
			'a false statement that says something else',
			() => ({ ...untrue(), instead: { said: '没有说过的话', fact: untrue().instead?.fact ?? '' } }),
			/0 times/,
		],
		['an explanation that says nothing', () => ({ ...single(), explanation: '见原文' }), /says too little/],
		[
			'damaged words',
			() => ({ ...single(), clause: 'training-2022#s8.8', quote: '窗口工作人员不清楚政务服务标准化发布及实施日期' }),
			/editorial mark/,
		],
	])('%s', (_, question, words) => {
		expect(faults(question())).toMatch(words);
	});

	test('an id taken twice', () => {
		const question = single();
		expect(checkIds([{ id: 'a', title: 'a', order: 1, questions: [question, question] }])).toHaveLength(1);
	});

	test('a clause that changes flags its questions', () => {
		const question = single();
		const [id = '', anchor = ''] = question.clause.split('#');
		const found = links.clause(id, anchor);
		if (!found) throw new Error('no clause');
		const rewritten = { clause: () => ({ ...found, clause: { ...found.clause, content: [] } }) };
		expect(checkQuestions(topicOf(question), documents, rewritten)[0]?.problem).toContain(question.id);
	});

	test('the bank itself has none, and every question was looked at', () => {
		expect(checkQuestions(topics, documents, links)).toEqual([]);
		expect(all.every(({ stem }) => plainStem(stem).length > 5)).toBe(true);
	});
});
