import { sayMet } from '../checks/say-met.ts';
import { type Cell, headRow, mark, type Paperwork, paragraph } from '../paperwork/paperwork.ts';
import { sayGain } from '../rubric/explain.ts';
import { sayStep } from './gain-words.ts';
import type { Given } from './given.ts';
import { sayOrigin, sayStanding, sayWhose } from './opening.ts';
import type { FormLine } from './table-form.ts';

/* 整改清单: what stands in the way, then what can still gain points, most first. */

export function actionList(given: Given): Paperwork {
	const rows = [...obstacles(given), ...gains(given)];
	return {
		name: '整改清单',
		title: `${given.form.short}整改清单`,
		landscape: true,
		mark,
		blocks: [
			paragraph(sayWhose(given), 'centre'),
			paragraph(sayOrigin(given), 'small'),
			paragraph(sayStanding(given)),
			rows.length === 0
				? paragraph('没有要整改的项：每一项都填到了最好。')
				: {
						type: 'table',
						small: true,
						columns: [
							{ width: 4, align: 'centre' },
							{ width: 34, align: 'left' },
							{ width: 26, align: 'left' },
							{ width: 7, align: 'centre' },
							{ width: 10, align: 'centre' },
							{ width: 10, align: 'centre' },
							{ width: 9, align: 'centre' },
						],
						head: [headRow(['序号', '问题', '依据', '可得分', '责任人', '时限', '状态'])],
						body: rows.map((row, i) => [{ text: i + 1 }, ...row]),
					},
		],
	};
}

const restsOn = ({ place, clauses }: FormLine): string => [place, ...clauses].join('\n');

const row = (line: FormLine, problem: string, points: string | number, state: string): Cell[] =>
	[problem, restsOn(line), points, null, null, state].map((text) => ({ text }));

/** Vetoes and conditions that are not met or not yet said. */
const obstacles = ({ form, result }: Given): Cell[][] =>
	[
		{ lines: form.vetoLines, said: result.vetoes, kind: '一票否决' },
		{ lines: form.conditions, said: result.conditions, kind: '参评条件' },
	].flatMap(({ lines, said, kind }) =>
		said.flatMap(({ id, met }) => {
			const line = lines.find((each) => each.id === id);
			return met !== true && line ? [row(line, `${line.label}　${line.words}`, kind, sayMet(met))] : [];
		}),
	);

const gains = ({ form, result }: Given): Cell[][] =>
	result.gains.flatMap((gain) => {
		const line = form.lines.find(({ id }) => id === gain.id);
		if (!line) return [];
		const step = sayStep(gain);
		return [row(line, `${line.label}　${line.words}${step && `\n还差：${step}`}`, gain.gain, sayGain(gain))];
	});
