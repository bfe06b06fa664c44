import { sayDate } from '../dates/written-date.ts';
import { type Block, heading, headRow, mark, type Paperwork, paragraph } from '../paperwork/paperwork.ts';
import type { Given } from './given.ts';
import { sayOrigin, sayWhose } from './opening.ts';
import { filledIn } from './papers-in-cell.ts';
import type { FormLine } from './table-form.ts';

/* 迎评材料目录: every paper that is recorded, in the order of the table, and the lines that still lack one. */

const nameOf = ({ label, words }: FormLine): string => `${label}　${words}`;

export function evidenceList(given: Given): Paperwork {
	const { form } = given;
	return {
		name: '迎评材料目录',
		title: `${form.short}迎评材料目录`,
		landscape: true,
		mark,
		blocks: [
			paragraph(sayWhose(given), 'centre'),
			paragraph(sayOrigin(given), 'small'),
			register(given),
			...without(given),
		],
	};
}

function register({ form, lines }: Given): Block {
	const papers = [...form.conditions, ...form.vetoLines, ...form.lines].flatMap((line) =>
		filledIn(lines[line.id]?.papers ?? []).map((paper) => ({ line, paper })),
	);
	if (papers.length === 0) return paragraph('还没有登记佐证材料。');
	const coded = papers.some(({ paper }) => paper.code);
	return {
		type: 'table',
		small: true,
		columns: [
			{ width: 4, align: 'centre' },
			...(coded ? [{ width: 10, align: 'centre' as const }] : []),
			{ width: 20, align: 'left' },
			{ width: 24, align: 'left' },
			{ width: 14, align: 'left' },
			{ width: 12, align: 'centre' },
			{ width: 13, align: 'left' },
			{ width: 13, align: 'left' },
		],
		head: [headRow(['序号', ...(coded ? ['材料编号'] : []), '评分项', '材料名称', '文号', '日期', '存放处', '备注'])],
		body: papers.map(({ line, paper: { code, name, number, date, kept, note } }, i) => [
			{ text: i + 1 },
			...[...(coded ? [code] : []), nameOf(line), name, number, sayDate(date), kept, note].map((text) => ({
				text: text || null,
			})),
		]),
	};
}

/** Lines that claim points and have no paper to prove them. */
function without({ form, result }: Given): Block[] {
	const bare = result.trace.filter(({ claimed, backed }) => claimed > 0 && backed === 0);
	const title = heading('还没有佐证的项');
	if (bare.length === 0) return [title, paragraph('没有。')];
	return [
		title,
		{
			type: 'table',
			small: true,
			columns: [
				{ width: 4, align: 'centre' },
				{ width: 60, align: 'left' },
				{ width: 9, align: 'centre' },
			],
			head: [headRow(['序号', '评分项', '自评分'])],
			body: bare.map(({ id, claimed }, i) => {
				const line = form.lines.find((each) => each.id === id);
				return [{ text: i + 1 }, { text: line ? nameOf(line) : id }, { text: claimed }];
			}),
		},
	];
}
