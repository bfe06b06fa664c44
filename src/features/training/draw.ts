import type { BankQuestion, Kind } from './bank.ts';
import { chanceOf, shuffled } from './chance.ts';
import { placesOf } from './mark.ts';

/* Which questions a mock asks, and in which order their options stand. */

export const mockSize = 30;

export const highest = 99_999;

/** The number of a paper, whatever was typed for it. */
export const paperNumber = (typed: string): number => Math.min(highest, Math.max(1, Math.round(Number(typed)) || 1));

const letters = (text: string) => text.replaceAll(/[^\u4e00-\u9fff\w]/g, '');

/** What a question states to whoever reads it. */
const stated = (question: BankQuestion): string =>
	letters(
		[
			question.stem,
			...(question.kind === 'order' ? question.steps : []),
			...(question.kind === 'match' ? question.pairs.flatMap(({ left, right }) => [left, right]) : []),
		].join(),
	);

/** Few letters may stand anywhere; a number says what it says. */
const isTelling = (key: string): boolean => key.length >= (/\d/.test(key) ? 2 : 5);

/** Whether one question states the right answer of another. */
function tells(question: BankQuestion, other: BankQuestion): boolean {
	if (other.kind !== 'single' && other.kind !== 'multiple') return false;
	const said = stated(question);
	return other.options.some(({ right, text }) => right && isTelling(letters(text)) && said.includes(letters(text)));
}

/** Whether two questions should not stand in one paper: about one rule, or one gives the other away. */
export const clash = (a: BankQuestion, b: BankQuestion): boolean => a.rule === b.rule || tells(a, b) || tells(b, a);

/**
 * Draws a paper by its number: every document and every kind is there, each document by its share of
 * the bank, no two questions that clash.
 */
export function drawMock(questions: readonly BankQuestion[], number: number, size = mockSize): BankQuestion[] {
	const chance = chanceOf(`mock ${number}`);
	const order = shuffled(
		[...questions].sort((a, b) => (a.id < b.id ? -1 : 1)),
		chance,
	);
	const drawn: BankQuestion[] = [];
	const fits = (question: BankQuestion) => !drawn.some((other) => clash(question, other));
	const take = (wanted: (question: BankQuestion) => boolean) => {
		const found = order.find((question) => wanted(question) && fits(question));
		if (found) drawn.push(found);
		return found !== undefined;
	};
	for (const kind of ['order', 'match', 'truth', 'multiple', 'single'] satisfies Kind[])
		take((question) => question.kind === kind);
	const documents = [...new Set(order.map(({ document }) => document))].sort();
	for (const document of documents) {
		const share = order.filter((question) => question.document === document).length / order.length;
		const wanted = Math.max(2, Math.floor(share * size));
		while (
			drawn.length < size &&
			drawn.filter((question) => question.document === document).length < wanted &&
			take((question) => question.document === document && question.kind !== 'order' && question.kind !== 'match')
		);
	}
	while (drawn.length < size && take(({ kind }) => kind !== 'order' && kind !== 'match'));
	return shuffled(drawn.slice(0, size), chance);
}

/** In which order the options, steps or right sides are shown: places of the bank. */
export function shownOrder(question: BankQuestion, seed: string): number[] {
	const places = Array.from({ length: placesOf(question) }, (_, i) => i);
	if (question.kind === 'truth' || ('ordered' in question && question.ordered)) return places;
	const order = shuffled(places, chanceOf(`${seed} ${question.id}`));
	// Steps that happen to stand in their order would be no question.
	if (question.kind === 'order' && order.every((place, i) => place === i)) return order.reverse();
	return order;
}
