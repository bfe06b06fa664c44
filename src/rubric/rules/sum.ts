import type { Award } from '../../schemas/rubric.ts';
import type { Answer } from '../situation.ts';
import { fieldOf, keyOf, saidIn, slimAward, stateOf, strangeIn, valuesFor } from './award.ts';
import type { RuleData, RuleKind } from './rule.ts';

/** Independent parts, each with its points. */
export interface SumRule {
	kind: 'sum';
	parts: Award[];
}

const what = 'part';

const saidOf = (answer: Answer | undefined): Readonly<Record<string, boolean>> =>
	answer && 'parts' in answer ? answer.parts : {};

export const sum: RuleKind<SumRule> = {
	kind: 'sum',
	awards: ({ parts }) => parts,
	best: ({ parts }, value) => parts.reduce((total, part) => total + value(part), 0),
	score({ parts }, answer, value) {
		const said = saidOf(answer);
		const points = (keep: (met: boolean | undefined) => boolean) =>
			parts.filter((part) => keep(said[keyOf(part)])).reduce((total, part) => total + value(part), 0);
		return {
			state: stateOf(parts, said),
			claimed: points((met) => met === true),
			reachable: points((met) => met !== false),
			missing: parts.filter((part) => said[keyOf(part)] !== true).map(({ name }) => name),
		};
	},
	explain({ parts }, answer) {
		const said = saidOf(answer);
		return parts.map((part) => {
			const { name, points } = part;
			const met = said[keyOf(part)];
			if (met === undefined) return `“${name}”还没有填，${points} 分`;
			return met ? `“${name}”做到了，得 ${points} 分` : `“${name}”没有做到，少 ${points} 分`;
		});
	},
	bestAnswer: ({ parts }) => ({ parts: Object.fromEntries(parts.map((part) => [keyOf(part), true])) }),
	misfits: ({ parts }, answer) => ('parts' in answer ? strangeIn(answer.parts, parts) : ['unknown']),
	answer(values) {
		const parts = saidIn(what, values, (value) => value === 'yes');
		return parts && { parts };
	},
	values: (answer) => valuesFor(what, saidOf(answer), (met) => (met ? 'yes' : 'no')),
};

export const sumData: RuleData<SumRule> = {
	read: ({ sum: parts }) => (parts ? [{ kind: 'sum', parts }] : []),
	asks: ({ parts }) => ({
		legend: '逐条对照',
		fields: parts.map((award) => ({ kind: 'yes-no', name: fieldOf(what, award), award })),
	}),
	slim: ({ parts }) => ({ kind: 'sum', parts: parts.map(slimAward) }),
	words: ({ parts }) => `${parts.length} 部分相加`,
	faults: () => [],
};
