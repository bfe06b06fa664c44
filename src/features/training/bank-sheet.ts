import { plainStem } from '../../clauses/stem.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { explained, optionLines, printed, reasons } from './paper-text.ts';

/** As many columns as the question with the most options needs. */
const optionColumns = 10;

const heads = [
	'编号',
	'题型',
	'题干',
	...Array.from({ length: optionColumns }, (_, i) => `选项${i + 1}`),
	'答案',
	'解析',
	'错项说明',
	'题目分类',
	'难度',
];

/** The bank as rows of a sheet, a question a row. */
export function bankRows(questions: readonly BankQuestion[], bank: Pick<Bank, 'topics'>): (string | number)[][] {
	const topic = new Map(bank.topics.map(({ id, title }) => [id, title]));
	return [
		heads,
		...questions.map((question) => {
			const { options, answer } = printed(question, undefined);
			const lines = optionLines(question, options);
			return [
				question.id,
				kindNames[question.kind],
				plainStem(question.stem),
				...Array.from({ length: optionColumns }, (_, i) => lines[i] ?? ''),
				answer,
				explained(question),
				reasons(question),
				topic.get(question.topic) ?? '',
				question.difficulty,
			];
		}),
	];
}
