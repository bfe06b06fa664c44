import { plainStem } from '../../clauses/stem.ts';
import type { Data } from '../../paperwork/xlsx.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { explained, optionLines, printed, reasons } from './paper-text.ts';

/** As many columns as the question with the most options needs. */
const optionColumns = 10;

const fields: Data['fields'] = [
	{ head: '编号', width: 16 },
	{ head: '题型', width: 5 },
	{ head: '题干', width: 36 },
	...Array.from({ length: optionColumns }, (_, i) => ({ head: `选项${i + 1}`, width: 18 })),
	{ head: '答案', width: 8 },
	{ head: '解析', width: 50 },
	{ head: '错项说明', width: 50 },
	{ head: '题目分类', width: 12 },
	{ head: '难度', width: 5 },
];

/** The bank as a sheet of data, a question a row. */
export function bankSheet(questions: readonly BankQuestion[], bank: Pick<Bank, 'topics'>): Data {
	const topic = new Map(bank.topics.map(({ id, title }) => [id, title]));
	const rows = questions.map((question) => {
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
	});
	return { name: '题目', creator: '题目由学习网站编写，不是官方试题', fields, rows };
}
