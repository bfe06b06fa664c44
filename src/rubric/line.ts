import type { Criterion } from '../schemas/rubric.ts';
import { toHundredths } from './points.ts';
import type { RulePoints, Value } from './rules/rule.ts';
import { kindOf } from './rules.ts';
import type { Answer, Reading } from './situation.ts';

/** One line's points, in hundredths. */
interface LinePoints extends RulePoints {
	/** The most that the line can give. */
	best: number;
}

/** Whether a unit may say that a line does not apply to it: never where the line names its sector. */
export const maySkip = ({ applies }: Criterion, sector: string | undefined): boolean =>
	applies !== undefined && !applies.some((bound) => sector?.includes(bound.sector));

export function scoreLine(
	criterion: Criterion,
	answer: Answer | undefined,
	reading: Reading,
	sector?: string,
): LinePoints {
	const value: Value = ({ points, other = points }) => toHundredths(reading === 'other' ? other : points);
	const { rule } = criterion;
	const kind = kindOf(rule);
	const best = kind.best(rule, value);
	if (answer && 'notApplicable' in answer && maySkip(criterion, sector))
		return { state: 'not-applicable', best, claimed: 0, reachable: 0, missing: [] };
	return { best, ...kind.score(rule, answer, value) };
}
