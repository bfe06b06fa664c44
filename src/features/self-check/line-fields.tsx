import { paperColumns } from '../../checks/saved.ts';
import type { Field, Group } from '../../fields/field.ts';
import { keyOf } from '../../rubric/rules/award.ts';
import type { Field as RuleField } from '../../rubric/rules/rule.ts';
import { dataOf } from '../../rubric/rules-data.ts';
import type { Award, Criterion, Rubric } from '../../schemas/rubric.ts';
import { sourceRuns } from '../../text/rubric-source.ts';
import { Label } from '../../text/Words.tsx';

/* What is asked about a line of a table, a veto or a condition. */

/** Its words hold no links, which would lead away instead of choosing. */
const words = (rubric: Rubric, { text, name }: Award) =>
	text ? <Label runs={sourceRuns(rubric, text)} /> : <>{name}</>;

const of = (points: number) => <span class="points">{points} 分</span>;

const yesOrNo = [
	{ value: 'yes', label: '做到了' },
	{ value: 'no', label: '没有' },
];

function askedField(rubric: Rubric, field: RuleField): Field {
	const { name } = field;
	switch (field.kind) {
		case 'choice':
			return {
				kind: 'choice',
				name,
				options: field.awards.map((award) => ({
					value: keyOf(award),
					label: words(rubric, award),
					beside: of(award.points),
				})),
			};
		case 'yes-no': {
			const { award } = field;
			const row = { label: words(rubric, award), beside: of(award.points), name: award.name };
			return { kind: 'choice', name, options: yesOrNo, row };
		}
		case 'count': {
			const { award } = field;
			const beside = <span class="points">每项 {award.points} 分</span>;
			return { kind: 'count', name, row: { label: words(rubric, award), beside, name: award.name }, unit: '项' };
		}
	}
}

/** What gives a line its points. */
export function ruleGroup(rubric: Rubric, { rule }: Criterion): Group {
	const { legend, fields } = dataOf(rule).asks(rule);
	return { legend, fields: fields.map((field) => askedField(rubric, field)) };
}

/** Whether a line that binds some sectors only applies at all. */
export const skipGroup = ({ applies = [] }: Criterion): Group => ({
	class: 'skip-line',
	fields: [
		{
			kind: 'flag',
			name: 'na',
			label: <>这一项不适用于本单位（仅针对{applies.map(({ sector }) => sector).join('、')}领域）</>,
		},
		{ kind: 'text', name: 'reason', label: '不适用的理由' },
	],
});

/** Asked about every line. */
export const lineFields = {
	note: { kind: 'long text', name: 'note', label: '自评说明', class: 'note', lines: 3 },
	papers: {
		kind: 'rows',
		name: 'papers',
		label: '佐证材料',
		class: 'papers',
		columns: paperColumns.map(([name, label]) => ({ name, label, kind: name === 'date' ? 'date' : 'text' })),
	},
	later: { kind: 'flag', name: 'later', label: '留到以后再看', class: 'later' },
} satisfies { [name: string]: Field };

/** A veto or a condition of entry: met, not met, or not yet known. */
export const metGroup: Group = {
	legend: '本单位',
	fields: [
		{
			kind: 'choice',
			name: '',
			options: [
				{ value: 'yes', label: '满足' },
				{ value: 'no', label: '不满足' },
				{ value: 'open', label: '不清楚，还要核实' },
			],
		},
	],
};

export const metNote: Field = { kind: 'long text', name: 'note', label: '说明', class: 'note', lines: 2 };
