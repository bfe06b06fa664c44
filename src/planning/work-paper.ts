import { type Block, headRow, type Paperwork, paragraph } from '../paperwork/paperwork.ts';
import type { FormRow } from '../schemas/saved-form.ts';
import { timeOf } from './work-plan.ts';

/* 工作计划 as a paper. */

interface Given {
	pilot: string;
	unit: string;
	begins: string;
	ends: string;
	rows: readonly FormRow[];
}

export function workPaper({ pilot, unit, begins, ends, rows }: Given): Paperwork {
	const period = timeOf({ from: begins, to: ends });
	const heads: Block[] = [
		...(unit.trim() ? [paragraph(unit.trim(), 'centre')] : []),
		...(period ? [paragraph(`试点时间：${period}`, 'small')] : []),
	];
	return {
		name: '工作计划',
		title: `${pilot.trim()}工作计划`,
		landscape: true,
		mark: '',
		blocks: [
			...heads,
			{
				type: 'table',
				small: true,
				columns: [
					{ width: 10, align: 'left' },
					{ width: 11, align: 'left' },
					{ width: 43, align: 'left' },
					{ width: 11, align: 'left' },
					{ width: 14, align: 'left' },
					{ width: 12, align: 'left' },
				],
				head: [headRow(['阶段', '时间', '任务', '负责单位', '参与单位', '对应评分项'])],
				body: rows.map(({ cells }) => {
					const { name = '', tasks = '', leads = '', partners = '', lines = '' } = cells;
					return [name, timeOf(cells).replace('—', '—\n'), tasks, leads, partners, lines].map((text) => ({
						text: text.trim() || null,
						flows: true as const,
					}));
				}),
			},
		],
	};
}
