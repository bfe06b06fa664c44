import type { Block } from '../clauses/blocks.ts';
import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';
import { awardsOf } from './rules.ts';

/* A scoring table as the document prints it: the same rows of cells that a pipe table gives. */

type Table = Extract<Block, { type: 'table' }>;
type Holds = Rubric['columns'][number]['holds'];

/** The lines printed in the rule's cell. */
export const ruleLines = (criterion: Criterion): string[] =>
	[criterion.lead, ...awardsOf(criterion).map(({ text }) => text), criterion.tail].filter((text) => text !== undefined);

const merged = '^';

export function criteriaTable(rubric: Rubric, line: number): Table {
	const rows: Table['rows'] = [rubric.columns.map(({ head }) => head || '<')];
	const ids: NonNullable<Table['ids']> = [undefined];
	const inRows = rubric.columns.some(({ lines }) => lines === 'rows');

	const printCriterion = (criterion: Criterion, fresh: readonly (string | undefined)[]) => {
		const lines = ruleLines(criterion);
		const printed = inRows ? lines : [lines.join('<br>')];
		const cell = (holds: Holds): string => {
			switch (holds) {
				case 'level-1':
				case 'level-2':
				case 'level-3':
					return fresh[Number(holds.at(-1)) - 1] ?? merged;
				case 'number':
					return String(criterion.number ?? '');
				case 'points':
					return String(criterion.points);
				case 'matter':
				case 'look':
					return (criterion[holds] ?? '').replaceAll('\n', '<br>');
				case 'rule':
				case 'own-points':
				case 'own-note':
				case 'own-papers':
					return '';
			}
		};
		for (const [i, text] of printed.entries()) {
			ids.push(i === 0 ? { id: criterion.id, label: criterion.label } : undefined);
			rows.push(
				rubric.columns.map(({ holds }) => {
					if (holds === 'rule') return text;
					if (i > 0) return merged;
					return [cell(holds), criterion.strays?.[holds]].filter(Boolean).join(' ');
				}),
			);
		}
	};

	/** `labels` are those of the branches around whose cell has not been printed yet. */
	const printBranch = ({ label, parts, criteria }: Branch, labels: (string | undefined)[]) => {
		let fresh = [...labels, label];
		const print = (work: () => void) => {
			work();
			fresh = fresh.map(() => undefined);
		};
		for (const part of parts) print(() => printBranch(part, fresh));
		for (const criterion of criteria) print(() => printCriterion(criterion, fresh));
	};
	for (const section of rubric.sections) printBranch(section, []);

	if (rubric.foot) {
		rows.push(rubric.columns.map((_, i) => rubric.foot?.[i] ?? ''));
		ids.push(undefined);
	}
	return { type: 'table', rows, ids, head: 1, line };
}

export function vetoTable({ vetoes }: Rubric, line: number): Table | undefined {
	if (!vetoes) return undefined;
	const { caption, columns, lines } = vetoes;
	return {
		type: 'table',
		rows: [
			[caption, ...columns.slice(1).map(() => '<')],
			columns,
			...lines.map(({ number, text, box }) => [String(number), text, box]),
		],
		ids: [undefined, undefined, ...lines.map(({ id, number }) => ({ id, label: `第${number}项` }))],
		head: 2,
		line,
	};
}
