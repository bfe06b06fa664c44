import type { Given, Mock } from '../../schemas/saved-study.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { drawMock } from './draw.ts';
import { hundredths, isRight, worth } from './mark.ts';

/* A mock test from its number to its result. Everything that happens to it is a step from one value to the next. */

export const minutes = 15;

const limit = minutes * 60 * 1000;

export const startMock = (bank: Bank, number: number, timed: boolean, id: string, now: string): Mock => ({
	format: 1,
	id,
	number,
	timed,
	questions: drawMock(bank.questions, number).map(({ id: question, version }) => ({ id: question, version })),
	given: {},
	flagged: [],
	guessed: [],
	at: 0,
	spent: 0,
	state: 'running',
	startedAt: now,
	step: 0,
});

type Change = Partial<Pick<Mock, 'given' | 'flagged' | 'guessed' | 'at' | 'spent' | 'state' | 'doneAt'>>;

/** One step; a mock that is done does not change any more. */
export const stepped = (mock: Mock, change: Change): Mock =>
	mock.state === 'done' ? mock : { ...mock, ...change, step: mock.step + 1 };

export const toggled = (list: readonly string[], id: string): string[] =>
	list.includes(id) ? list.filter((each) => each !== id) : [...list, id];

/** Time passes by a clock that nobody sets; at the end the paper is handed in. */
export function passed(mock: Mock, elapsed: number, now: string): Mock {
	if (mock.state !== 'running' || elapsed <= 0) return mock;
	const spent = mock.spent + elapsed;
	return mock.timed && spent >= limit
		? stepped(mock, { spent: limit, state: 'done', doneAt: now })
		: stepped(mock, { spent });
}

/**
 * Taken up after the page was gone: the second that had begun is spent, so that reloading gains nothing. What was
 * paused stays so.
 */
export const resumed = (mock: Mock, now: string): Mock => passed(mock, 1000, now);

export const remaining = (mock: Mock): number => Math.max(0, limit - mock.spent);

export const handedIn = (mock: Mock, now: string): Mock => stepped(mock, { state: 'done', doneAt: now });

interface Marked {
	question: BankQuestion;
	given: Given | undefined;
	guessed: boolean;
	worth: number;
	right: boolean;
}

interface MockResult {
	marked: Marked[];
	/** In hundredths of a question. */
	points: number;
	byDocument: { document: string; points: number; of: number }[];
	/** Questions that were changed or taken out of the bank since. */
	gone: number;
}

/** What a mock asks, by its entries; nothing where it was changed or taken out of the bank since. */
export function askedFrom({ questions }: Bank) {
	const known = new Map(questions.map((question) => [question.id, question]));
	return ({ id, version }: Mock['questions'][number]): BankQuestion | undefined => {
		const question = known.get(id);
		return question?.version === version ? question : undefined;
	};
}

export function resultOf(mock: Mock, bank: Bank): MockResult {
	const questionOf = askedFrom(bank);
	const marked = mock.questions.flatMap((entry): Marked[] => {
		const question = questionOf(entry);
		if (!question) return [];
		const { id } = question;
		const given = mock.given[id];
		return [
			{
				question,
				given,
				guessed: mock.guessed.includes(id),
				worth: worth(question, given),
				right: isRight(question, given),
			},
		];
	});
	const documents = bank.documents.filter(({ id }) => marked.some(({ question }) => question.document === id));
	return {
		marked,
		points: hundredths(marked.map((each) => each.worth)),
		byDocument: documents.map(({ id }) => {
			const of = marked.filter(({ question }) => question.document === id);
			return { document: id, points: hundredths(of.map((each) => each.worth)), of: of.length };
		}),
		gone: mock.questions.length - marked.length,
	};
}
