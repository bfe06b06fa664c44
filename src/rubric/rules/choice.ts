import type { Award } from '../../schemas/rubric.ts';
import type { Answer } from '../situation.ts';
import { keyOf, slimAward } from './award.ts';
import type { RuleData, RuleKind } from './rule.ts';

/** Exactly one option, each with its points: 优秀 / 良好 / 一般 / 较差; 得 / 不得. */
export interface ChoiceRule {
	kind: 'choice';
	options: Award[];
}

/** The name of a line's single award, which says nothing by itself. */
export const wholeAward = '得分';

const chosenIn = ({ options }: ChoiceRule, answer: Answer | undefined): Award | undefined =>
	answer && 'choice' in answer ? options.find((option) => keyOf(option) === answer.choice) : undefined;

const reads = ({ name, other, points }: Award): string[] =>
	other === undefined || other === points ? [] : [`“${name}”按另一种读法是 ${other} 分`];

export const choice: RuleKind<ChoiceRule> = {
	kind: 'choice',
	awards: ({ options }) => options,
	best: ({ options }, value) => Math.max(...options.map(value)),
	score(rule, answer, value) {
		const chosen = chosenIn(rule, answer);
		const best = choice.best(rule, value);
		const claimed = chosen ? value(chosen) : 0;
		const top = rule.options.find((option) => value(option) === best);
		return {
			state: chosen ? 'answered' : 'unanswered',
			claimed,
			reachable: chosen ? claimed : best,
			missing: top && claimed < best ? [top.name] : [],
		};
	},
	explain(rule, answer, points) {
		const chosen = chosenIn(rule, answer);
		if (!chosen) return [`还没有填，最多 ${points} 分`];
		const top = rule.options.find((option) => option.points === points);
		const lacking = top && chosen.points < points ? [`“${top.name}”才得满分 ${points} 分`] : [];
		return [`选了“${chosen.name}”，得 ${chosen.points} 分`, ...lacking, ...reads(chosen)];
	},
	bestAnswer({ options }) {
		const [best] = [...options].sort((a, b) => b.points - a.points);
		return { choice: best ? keyOf(best) : '' };
	},
	misfits: (rule, answer) => (chosenIn(rule, answer) ? [] : ['unknown']),
	answer: ({ '': chosen }) => (chosen === undefined ? undefined : { choice: String(chosen) }),
	values: (answer) => ('choice' in answer ? { '': answer.choice } : {}),
};

export const choiceData: RuleData<ChoiceRule> = {
	read({ points, 'all-or-nothing': whole, choice: options }) {
		const allOrNothing = [
			{ name: wholeAward, points, text: whole },
			{ name: '不得分', points: 0 },
		];
		return [...(whole === undefined ? [] : [allOrNothing]), ...(options ? [options] : [])].map((each) => ({
			kind: 'choice',
			options: each,
		}));
	},
	asks: ({ options }) => ({ legend: '本单位属于', fields: [{ kind: 'choice', name: '', awards: options }] }),
	slim: ({ options }) => ({ kind: 'choice', options: options.map(slimAward) }),
	/** Options that only we list do not count. */
	words({ options }) {
		const printed = options.filter(({ text }) => text !== undefined).length;
		return printed === 1 ? '全得或不得' : `${printed} 档取一`;
	},
	faults: ({ options }) => [
		...(options.filter(({ points }) => points === 0).length === 1
			? []
			: [['a choice needs exactly one option that gives nothing.', 'Add or remove one with points: 0.'] as const]),
	],
};
