import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Bank, BankQuestion } from '../../src/features/training/bank.ts';
import { addDays, bookOf, dueIn } from '../../src/features/training/book.ts';
import { clash, drawMock, paperNumber, shownOrder } from '../../src/features/training/draw.ts';
import { hundredths, isComplete, worth } from '../../src/features/training/mark.ts';
import {
	askedFrom,
	handedIn,
	remaining,
	resultOf,
	resumed,
	startMock,
	stepped,
} from '../../src/features/training/mock.ts';
import { type NewEvent, openStudy } from '../../src/features/training/study.ts';
import type { StudyEvent } from '../../src/schemas/saved-study.ts';
import { inMemory } from './in-memory.ts';

const shared = (id: string, document = 'xize-2013') => ({
	id,
	version: 'v',
	topic: 't',
	rule: id,
	document,
	difficulty: 1 as const,
	stem: `${id}的题干`,
	explanation: '',
	sources: [],
	lines: [],
});

const single = (id: string, document?: string, ordered = false): BankQuestion => ({
	...shared(id, document),
	kind: 'single',
	options: [true, false, false, false].map((right, i) => ({ text: `${id}选项${i}`, right })),
	ordered,
});

const multiple = (id: string, right: readonly boolean[]): BankQuestion => ({
	...shared(id),
	kind: 'multiple',
	options: right.map((is, i) => ({ text: `${id}选项${i}`, right: is })),
	ordered: false,
});

const truth = (id: string, holds: boolean): BankQuestion => ({ ...shared(id), kind: 'truth', holds });
const order = (id: string): BankQuestion => ({ ...shared(id), kind: 'order', steps: ['甲', '乙', '丙'] });
const match = (id: string): BankQuestion => ({
	...shared(id),
	kind: 'match',
	pairs: ['一', '二', '三'].map((left) => ({ left, right: `${left}右` })),
});

describe('what an answer is worth', () => {
	test.each<[string, BankQuestion, Parameters<typeof worth>[1], number]>([
		['nothing given', single('a'), undefined, 0],
		['the right one', single('a'), { chosen: [0] }, 1],
		['a wrong one', single('a'), { chosen: [2] }, 0],
		['two of a single choice', single('a'), { chosen: [0, 1] }, 0],
		['all right ones', multiple('a', [true, true, false, true]), { chosen: [0, 1, 3] }, 1],
		['some right ones', multiple('a', [true, true, false, false]), { chosen: [1] }, 0.5],
		['a wrong one among right ones', multiple('a', [true, true, false, false]), { chosen: [0, 1, 2] }, 0],
		['one that is not there', multiple('a', [true, true, false, false]), { chosen: [0, 9] }, 0],
		['true, and so it is', truth('a', true), { chosen: [0] }, 1],
		['true, and it is not', truth('a', false), { chosen: [0] }, 0],
		['wrong, and so it is', truth('a', false), { chosen: [1] }, 1],
		['all in order', order('a'), { placed: [0, 1, 2] }, 1],
		['two exchanged', order('a'), { placed: [1, 0, 2] }, 0],
		['all pairs', match('a'), { placed: [0, 1, 2] }, 1],
		['one pair', match('a'), { placed: [0, 2, 1] }, 1 / 3],
		['an answer to another kind', order('a'), { chosen: [0] }, 0],
	])('%s', (_, question, given, expected) => {
		expect(worth(question, given)).toBeCloseTo(expected, 10);
	});

	test('is never rounded up, and is exact where it is whole', () => {
		expect(hundredths([1 / 3, 1 / 3, 1 / 3])).toBe(100);
		expect(hundredths([2 / 3])).toBe(66);
	});

	test('an order is complete when every place is filled', () => {
		expect(isComplete(order('a'), { placed: [0, 1] })).toBe(false);
		expect(isComplete(order('a'), { placed: [0, 1, 2] })).toBe(true);
		expect(isComplete(match('a'), { placed: [0, -1, 2] })).toBe(false);
		expect(isComplete(single('a'), { chosen: [] })).toBe(false);
	});
});

const bank = [
	...['xize-2013', 'shenzhen-2022', 'baqiao-2021', 'jiguan-shiwu', 'training-2022'].flatMap((document) =>
		Array.from({ length: 20 }, (_, i) => single(`${document}-${i}`, document)),
	),
	...Array.from({ length: 10 }, (_, i) => truth(`truth-${i}`, i % 2 === 0)),
	...Array.from({ length: 10 }, (_, i) => multiple(`multiple-${i}`, [true, true, false, false])),
	order('order-1'),
	match('match-1'),
];

describe('a mock', () => {
	test('is the same for the same number, whatever the order of the bank, and another for another', () => {
		const ids = (number: number, from = bank) => drawMock(from, number).map(({ id }) => id);
		expect(ids(7, [...bank].reverse())).toEqual(ids(7));
		expect(ids(8)).not.toEqual(ids(7));
	});

	test('has thirty questions, every kind and document, no two that clash', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
				const drawn = drawMock(bank, number);
				expect(drawn).toHaveLength(30);
				expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(5);
				expect(new Set(drawn.map(({ document }) => document)).size).toBe(5);
				for (const a of drawn) for (const b of drawn) expect(a === b || !clash(a, b)).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	test('takes one of siblings, and none that gives another away', () => {
		const one = { ...single('one'), rule: 'same' };
		const two = { ...single('two'), rule: 'same' };
		expect(clash(one, two)).toBe(true);
		const tells: BankQuestion = { ...single('three'), stem: '由部级联席会议办公室组织的评估' };
		const asks = single('four');
		if (asks.kind === 'single') asks.options[0] = { text: '部级联席会议办公室', right: true };
		expect(clash(tells, asks)).toBe(true);
	});

	test('shows options in an order of its own, numbers in theirs, and steps never in the right one', () => {
		expect(shownOrder(single('a'), '1')).toEqual(shownOrder(single('a'), '1'));
		expect(shownOrder(single('a', undefined, true), '5')).toEqual([0, 1, 2, 3]);
		for (let seed = 0; seed < 50; seed += 1) expect(shownOrder(order('a'), `${seed}`)).not.toEqual([0, 1, 2]);
	});

	test('puts the right option everywhere alike', () => {
		const places = [0, 0, 0, 0];
		for (let seed = 0; seed < 4000; seed += 1) {
			const at = shownOrder(single('a'), `${seed}`).indexOf(0);
			places[at] = (places[at] ?? 0) + 1;
		}
		for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(120);
	});

	test.each([
		['7', 7],
		['', 1],
		['-3', 1],
		['2.6', 3],
		['123456', 99_999],
	])('typed %j is paper %i', (typed, number) => expect(paperNumber(typed)).toBe(number));

	test('neither asks nor counts what was reworded since', () => {
		const before: Bank = { format: 1, topics: [], documents: [], names: [], questions: bank };
		const mock = startMock(before, 7, true, 'm', '2026-11-20T08:00:00.000Z');
		const [first, second] = mock.questions;
		const questions = bank.map((each) => (each.id === first?.id ? { ...each, version: 'w' } : each));
		const questionOf = askedFrom({ ...before, questions });
		expect(first && questionOf(first)).toBeUndefined();
		expect(second && questionOf(second)?.id).toBe(second?.id);
		expect(resultOf(mock, { ...before, questions })).toMatchObject({ gone: 1, marked: { length: 29 } });
	});
});

describe('a mock that is taken up again', () => {
	const none: Bank = { format: 1, topics: [], documents: [], names: [], questions: bank };
	const at = '2026-11-20T08:00:00.000Z';
	const running = startMock(none, 7, true, 'm', at);

	test('has lost a second where its clock ran', () => {
		expect(remaining(running) - remaining(resumed(running, at))).toBe(1000);
	});

	test('is as it was where it was paused or handed in', () => {
		for (const state of ['paused', 'done'] as const) {
			const left = stepped(running, { state });
			expect(resumed(left, at)).toEqual(left);
		}
	});
});

describe('what is kept', () => {
	/** A study in a page that stands still. */
	async function study() {
		vi.stubGlobal('document', new EventTarget());
		vi.stubGlobal('addEventListener', () => undefined);
		const values = new Map<string, unknown>();
		return { values, ...(await openStudy(inMemory(values))) };
	}
	const answered: NewEvent = { what: 'answered', question: 'q', version: 'v', right: true, guessed: false };
	const mock = startMock(
		{ format: 1, topics: [], documents: [], names: [], questions: bank },
		7,
		true,
		'm',
		'2026-11-20T08:00:00.000Z',
	);
	const at = '2026-11-20T08:10:00.000Z';

	test('a paper of which no question is left takes nothing from the answers before it', async () => {
		const { values, happened, beginMock, handIn } = await study();
		await happened([answered, answered]);
		await beginMock(mock);
		await handIn(handedIn(mock, at), []);
		await happened([answered]);
		expect([...values.keys()].filter((key) => key.startsWith('study '))).toHaveLength(3);
	});

	test('a paper that was handed in is not taken up again by a page that still works on it', async () => {
		const { values, $mocks, beginMock, handIn, keepMock } = await study();
		await beginMock(mock);
		await handIn(handedIn(mock, at), [answered]);
		await keepMock(stepped(mock, { at: 3 }), true);
		await handIn(handedIn(stepped(mock, { at: 3 }), at), [answered]);
		expect($mocks.get()).toMatchObject([{ state: 'done', at: 0 }]);
		expect([...values.keys()].filter((key) => key.startsWith('study '))).toHaveLength(1);
	});
});

describe('the wrong-answer book', () => {
	const day = '2026-11-20';
	const answered = (right: boolean, on = day, guessed = false): StudyEvent => ({
		what: 'answered',
		question: 'q',
		right,
		guessed,
		day: on,
	});
	const entry = (events: readonly StudyEvent[], exam?: string) => bookOf(events, exam).get('q');

	test('takes what was wrong or guessed, and not what was right', () => {
		expect(entry([answered(true)])).toBeUndefined();
		expect(entry([answered(false)])).toEqual({ state: 'wrong', streak: 0 });
		expect(entry([answered(true, day, true)])).toEqual({ state: 'wrong', streak: 0 });
	});

	test('three right in a row lead to review, a guess or an error starts anew', () => {
		const [no, yes, guess] = [answered(false), answered(true), answered(true, day, true)];
		expect(entry([no, yes, yes])).toEqual({ state: 'wrong', streak: 2 });
		expect(entry([no, yes, yes, guess])).toEqual({ state: 'wrong', streak: 0 });
		expect(entry([no, yes, yes, no, yes])).toEqual({ state: 'wrong', streak: 1 });
		expect(entry([no, yes, yes, yes])).toEqual({ state: 'review', step: 0, due: '2026-11-21', last: day });
	});

	test('comes back after one, three and seven days, and is known then', () => {
		const learned = [answered(false), answered(true), answered(true), answered(true)];
		const one = [...learned, answered(true, '2026-11-21')];
		expect(entry(one)).toEqual({ state: 'review', step: 1, due: '2026-11-24', last: '2026-11-21' });
		const two = [...one, answered(true, '2026-11-24')];
		expect(entry(two)).toEqual({ state: 'review', step: 2, due: '2026-12-01', last: '2026-11-24' });
		expect(entry([...two, answered(true, '2026-12-03')])).toEqual({ state: 'known' });
		expect(entry([...two, answered(false, '2026-12-03')])).toEqual({ state: 'wrong', streak: 0 });
	});

	test('makes one step a day at most, and none before its day', () => {
		const learned = [answered(false), answered(true), answered(true), answered(true)];
		expect(entry([...learned, answered(true), answered(true)])).toMatchObject({ step: 0, due: '2026-11-21' });
		const next = [...learned, answered(true, '2026-11-21'), answered(true, '2026-11-21')];
		expect(entry(next)).toMatchObject({ step: 1 });
		expect(entry([...next, answered(true, '2026-11-22')])).toMatchObject({ step: 1, due: '2026-11-24' });
	});

	test('comes back before the test', () => {
		const learned = [answered(false), answered(true), answered(true), answered(true)];
		const one = [...learned, answered(true, '2026-11-21')];
		expect(entry(one, '2026-11-22')).toMatchObject({ due: '2026-11-22' });
		expect(entry(one, '2026-11-19')).toMatchObject({ due: '2026-11-24' });
	});

	test('a clock that was set back hides nothing', () => {
		const learned = [answered(false), answered(true), answered(true), answered(true)];
		const book = bookOf(learned);
		expect(dueIn(book, day)).toEqual([]);
		expect(dueIn(book, '2026-11-21')).toEqual(['q']);
		expect(dueIn(book, '2020-01-01')).toEqual(['q']);
	});

	test('is changed by hand', () => {
		expect(entry([{ what: 'added', question: 'q', day }])).toEqual({ state: 'wrong', streak: 0 });
		expect(entry([answered(false), { what: 'removed', question: 'q', day }])).toBeUndefined();
		const right = ['2026-11-20', '2026-11-20', '2026-11-20', '2026-11-21', '2026-11-24', '2026-12-01'];
		const known = [answered(false), ...right.map((on) => answered(true, on))];
		expect(entry(known)).toEqual({ state: 'known' });
		expect(entry([...known, { what: 'added', question: 'q', day }])).toEqual({ state: 'wrong', streak: 0 });
	});

	test('days are counted over months and leap years', () => {
		expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
		expect(addDays('2028-02-28', 3)).toBe('2028-03-02');
	});
});
