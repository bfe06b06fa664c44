import { plainStem } from '../../clauses/stem.ts';
import type { BankQuestion } from './bank.ts';
import { explained } from './paper-text.ts';

/* Questions in Moodle's GIFT format. */

/** Signs that GIFT reads as its own. */
const escaped = (text: string): string => text.replaceAll(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ');

const share = (count: number): string => String(Math.round(10_000_000 / count) / 100_000);

function answers(question: BankQuestion): string[] {
	const general = `####${escaped(explained(question))}`;
	switch (question.kind) {
		case 'single':
			return [
				...question.options.map(
					({ text, right, why }) => `${right ? '=' : '~'}${escaped(text)}${why ? `#${escaped(why)}` : ''}`,
				),
				general,
			];
		case 'multiple': {
			const right = question.options.filter((option) => option.right).length;
			return [
				...question.options.map(
					({ text, right: is, why }) =>
						`~%${is ? share(right) : '-100'}%${escaped(text)}${why ? `#${escaped(why)}` : ''}`,
				),
				general,
			];
		}
		case 'truth':
			return [question.holds ? 'TRUE' : 'FALSE', general];
		case 'order':
			return [...question.steps.map((step, i) => `=第${i + 1}步 -> ${escaped(step)}`), general];
		case 'match':
			return [...question.pairs.map(({ left, right }) => `=${escaped(left)} -> ${escaped(right)}`), general];
	}
}

export function asGift(questions: readonly BankQuestion[]): string {
	return questions
		.map(
			(question) =>
				`::${question.id}::[plain]${escaped(plainStem(question.stem))} {\n${answers(question).join('\n')}\n}\n`,
		)
		.join('\n');
}
