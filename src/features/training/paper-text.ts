import { plainStem } from '../../clauses/stem.ts';
import type { BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { shownOrder } from './draw.ts';

/* Questions as plain text, the way test systems in this country read them: A. …… 答案：…… 解析：…… */

const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** Options, or what stands for them, in the order shown, with what is right. */
export function printed(question: BankQuestion, seed: string | undefined): { options: string[]; answer: string } {
	const natural = (count: number) => Array.from({ length: count }, (_, i) => i);
	const order = (count: number) => (seed === undefined ? natural(count) : shownOrder(question, seed));
	switch (question.kind) {
		case 'single':
		case 'multiple': {
			const shown = order(question.options.length);
			const right = shown.flatMap((place, i) => (question.options[place]?.right ? [letterOf(i)] : []));
			return { options: shown.map((place) => question.options[place]?.text ?? ''), answer: right.join('') };
		}
		case 'truth':
			return { options: [], answer: question.holds ? '对' : '错' };
		case 'order': {
			const shown = shownOrder(question, seed ?? question.id);
			return {
				options: shown.map((place) => question.steps[place] ?? ''),
				answer: question.steps.map((_, step) => letterOf(shown.indexOf(step))).join(''),
			};
		}
		case 'match': {
			const shown = shownOrder(question, seed ?? question.id);
			return {
				options: [
					...question.pairs.map(({ left }, i) => `（${i + 1}）${left}`),
					...shown.map((place) => question.pairs[place]?.right ?? ''),
				],
				answer: question.pairs.map((_, i) => `${i + 1}${letterOf(shown.indexOf(i))}`).join(' '),
			};
		}
	}
}

/** Options as lines; the left sides of a matching carry no letter. */
export function optionLines(question: BankQuestion, options: readonly string[]): string[] {
	const lefts = question.kind === 'match' ? question.pairs.length : 0;
	return options.map((text, i) => (i < lefts ? text : `${letterOf(i - lefts)}. ${text}`));
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');

/** Why it is so, with the words and the place of the source. */
export const explained = ({ explanation, sources }: BankQuestion): string =>
	[explanation, ...sources.map(({ quote, citation }) => `“${oneLine(quote)}”（${citation}）`)].join('');

/** The reasons of the wrong options. */
export const reasons = (question: BankQuestion): string =>
	'options' in question
		? question.options.flatMap(({ text, right, why }) => (right ? [] : [`“${text}”：${why}`])).join('')
		: '';

export function asText(questions: readonly BankQuestion[]): string {
	return questions
		.map((question, i) => {
			const { options, answer } = printed(question, undefined);
			return [
				`${i + 1}. （${kindNames[question.kind]}题）${plainStem(question.stem)}`,
				...optionLines(question, options),
				`答案：${answer}`,
				`解析：${oneLine(explained(question) + reasons(question))}`,
				`编号：${question.id}`,
			].join('\r\n');
		})
		.join('\r\n\r\n')
		.concat('\r\n');
}
