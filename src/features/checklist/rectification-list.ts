import { headRow, mark, type Paperwork, paragraph } from '../../paperwork/paperwork.ts';
import type { WalkRecord } from '../../schemas/saved-walk.ts';
import { longDate } from '../../text/dates.ts';
import type { WalkProblem } from './problems.ts';

/* 整改清单: what was found to be put right on the walk, in the order of the walk. */

interface Given {
	problems: readonly WalkProblem[];
	records: { readonly [clause: string]: WalkRecord };
	unit: string;
	today: string;
}

export function rectificationList({ problems, records, unit, today }: Given): Paperwork {
	const found = problems.flatMap((problem) => {
		const record = records[problem.clause];
		return record && record.finding !== 'open' ? [{ problem, record }] : [];
	});
	const toMend = found.filter(({ record }) => record.finding === 'mend');
	const sources = [...new Set(problems.map(({ document }) => document))].join('、');
	return {
		name: '整改清单',
		title: '现场检查整改清单',
		landscape: true,
		mark,
		blocks: [
			paragraph(`单位：${unit.trim() || '（没有填）'}`, 'centre'),
			paragraph(
				`${mark} · ${longDate(today)} · 问题出自${sources}，是讲课笔记，不是规定；评分项由本站按内容对上`,
				'small',
			),
			paragraph(`${problems.length} 个常见问题查了 ${found.length} 个，待整改 ${toMend.length} 个。`),
			toMend.length === 0
				? paragraph('没有待整改的问题。')
				: {
						type: 'table',
						small: true,
						columns: [
							{ width: 5, align: 'centre' },
							{ width: 29, align: 'left' },
							{ width: 11, align: 'left' },
							{ width: 23, align: 'left' },
							{ width: 9, align: 'centre' },
							{ width: 11, align: 'centre' },
							{ width: 12, align: 'left' },
						],
						head: [headRow(['序号', '问题', '依据', '危及的评分项', '责任人', '时限', '备注'])],
						body: toMend.map(({ problem, record: { who, due, note } }, i) =>
							[i + 1, problem.text, problem.source, problem.risks.join('\n'), who, due, note].map((text) => ({
								text: text === '' ? null : text,
							})),
						),
					},
		],
	};
}
