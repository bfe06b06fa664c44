import type { Award } from '../../schemas/rubric.ts';
import { fromHundredths, toHundredths } from '../points.ts';
import type { Answer } from '../situation.ts';
import { fieldOf, keyOf, saidIn, slimAward, stateOf, strangeIn, valuesFor } from './award.ts';
import type { RuleData, RuleKind, Value } from './rule.ts';

/** Counted works at so many points each, up to a cap. */
export interface TallyRule {
	kind: 'tally';
	works: Award[];
	cap: number;
}

const what = 'count';

/** A count that is no whole number from 0 says nothing. */
export const wholeCounts = (counts: Readonly<Record<string, number>>): Record<string, number> =>
	Object.fromEntries(Object.entries(counts).filter(([, count]) => Number.isSafeInteger(count) && count >= 0));

const saidOf = (answer: Answer | undefined): Record<string, number> =>
	answer && 'counts' in answer ? wholeCounts(answer.counts) : {};

const printed: Value = ({ points }) => toHundredths(points);

/** What is counted comes to, in hundredths, whatever the cap. */
const sumOf = ({ works }: TallyRule, said: Readonly<Record<string, number>>, value = printed): number =>
	works.reduce((total, work) => total + value(work) * (said[keyOf(work)] ?? 0), 0);

export const tally: RuleKind<TallyRule> = {
	kind: 'tally',
	awards: ({ works }) => works,
	best: ({ cap }) => toHundredths(cap),
	score(rule, answer, value) {
		const said = saidOf(answer);
		const best = tally.best(rule, value);
		const claimed = Math.min(sumOf(rule, said, value), best);
		const state = stateOf(rule.works, said);
		return {
			state,
			claimed,
			reachable: state === 'answered' ? claimed : best,
			missing: claimed < best ? rule.works.map(({ name }) => name) : [],
		};
	},
	explain(rule, answer, points) {
		const { works, cap } = rule;
		const said = saidOf(answer);
		const countOf = (work: Award) => said[keyOf(work)] ?? 0;
		const counted = works.filter((work) => countOf(work) > 0);
		if (Object.keys(said).length === 0) return [`还没有填，最多 ${points} 分`];
		if (counted.length === 0) return [`各项都是 0，得 0 分；最多 ${points} 分`];
		const sum = fromHundredths(sumOf(rule, said));
		const limit = sum > cap ? `以 ${cap} 分为限` : `最多 ${cap} 分`;
		const items = counted.map((work) => `“${work.name}” ${countOf(work)} 项，每项 ${work.points} 分`);
		return [...items, `合计 ${sum} 分，${limit}`];
	},
	bestAnswer({ works, cap }) {
		const [best] = [...works].sort((a, b) => b.points - a.points);
		const enough = best ? Math.ceil(cap / best.points) : 0;
		return { counts: Object.fromEntries(works.map((work) => [keyOf(work), work === best ? enough : 0])) };
	},
	misfits(rule, answer) {
		if (!('counts' in answer)) return ['unknown'];
		const { counts } = answer;
		const above = sumOf(rule, counts) > toHundredths(rule.cap);
		return [...strangeIn(counts, rule.works), ...(above ? (['above'] as const) : [])];
	},
	answer(values) {
		const counts = saidIn(what, values, Number);
		return counts && { counts };
	},
	values: (answer) => valuesFor(what, 'counts' in answer ? answer.counts : {}, (count) => count),
};

export const tallyData: RuleData<TallyRule> = {
	read: ({ tally: works, cap = 0 }) => (works ? [{ kind: 'tally', works, cap }] : []),
	asks: ({ works, cap }) => ({
		legend: `各有多少项，合计最多 ${cap} 分`,
		fields: works.map((award) => ({ kind: 'count', name: fieldOf(what, award), award })),
	}),
	slim: ({ works, cap }) => ({ kind: 'tally', works: works.map(slimAward), cap }),
	words: ({ cap }) => `按数累计，最多 ${cap} 分`,
	faults({ cap }, words) {
		const stated = /最高(?:分为)?\s*(\d+(?:\.\d+)?)\s*分/.exec(words)?.[1];
		return Number(stated) === cap ? [] : [[`the cap is ${cap}, its words say ${stated}.`, 'Make them agree.']];
	},
};
