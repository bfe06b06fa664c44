import type { Given } from '../../schemas/saved-study.ts';
import type { BankQuestion } from './bank.ts';

/* What an answer is worth. Places are those of the bank. */

/** How many places a question has: options, steps or pairs. */
export const placesOf = (question: BankQuestion): number => {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return question.options.length;
		case 'truth':
			return 2;
		case 'order':
			return question.steps.length;
		case 'match':
			return question.pairs.length;
	}
};

/** Whether an answer has everything that it needs to be marked. */
export function isComplete(question: BankQuestion, given: Given | undefined): boolean {
	if (!given) return false;
	if ('chosen' in given) return given.chosen.length > 0;
	return given.placed.length === placesOf(question) && given.placed.every((place) => place >= 0);
}

/**
 * From 0 to 1. Of a multiple choice each right option gives its share, and nothing counts once a wrong
 * one is chosen; of a matching each pair gives its share; an order is right as a whole.
 */
export function worth(question: BankQuestion, given: Given | undefined): number {
	if (!given) return 0;
	switch (question.kind) {
		case 'single':
		case 'multiple': {
			if (!('chosen' in given)) return 0;
			const right = question.options.filter((option) => option.right).length;
			if (given.chosen.some((place) => !question.options[place]?.right)) return 0;
			return new Set(given.chosen).size / right;
		}
		case 'truth':
			return 'chosen' in given && given.chosen.length === 1 && (given.chosen[0] === 0) === question.holds ? 1 : 0;
		case 'order':
			return 'placed' in given && given.placed.length === question.steps.length && given.placed.every((p, i) => p === i)
				? 1
				: 0;
		case 'match':
			if (!('placed' in given)) return 0;
			return given.placed.filter((place, i) => place === i).length / question.pairs.length;
	}
}

export const isRight = (question: BankQuestion, given: Given | undefined): boolean => worth(question, given) === 1;

/** In hundredths, rounded down: a score is never more than was earned. */
export const hundredths = (worths: readonly number[]): number =>
	Math.floor(worths.reduce((sum, each) => sum + each, 0) * 100 + 1e-9);
