import type { Rule } from '../schemas/rubric.ts';
import { choiceData } from './rules/choice.ts';
import type { LineData, RuleData } from './rules/rule.ts';
import { sumData } from './rules/sum.ts';
import { tallyData } from './rules/tally.ts';

/* What kinds of rule know only where tables are read and built. */

export const rulesData = new Map<string, RuleData>([
	['choice', choiceData as RuleData],
	['sum', sumData as RuleData],
	['tally', tallyData as RuleData],
]);

/** All rules that a line states. */
export const rulesIn = (line: LineData): Rule[] => [...rulesData.values()].flatMap((data) => data.read(line));

export function dataOf({ kind }: Rule): RuleData {
	const known = rulesData.get(kind);
	if (!known) throw new Error(`no rule is called ${kind}`);
	return known;
}
