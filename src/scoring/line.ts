import type { Award, Criterion } from '../schemas/rubric.ts';
import { toHundredths } from './points.ts';
import type { Answer, Reading } from './situation.ts';

export type State = 'unanswered' | 'partly' | 'answered' | 'not-applicable';

/** One line's points, in hundredths. */
interface LinePoints {
	state: State;
	/** The most that the line can give. */
	best: number;
	claimed: number;
	/** Claimed, with everything not yet answered at its best. */
	reachable: number;
	/** What the next points would be earned with. */
	missing: string[];
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
	const value = ({ points, other = points }: Award) => toHundredths(reading === 'other' ? other : points);
	const { rule } = criterion;
	const best = bestOf(criterion, value);

	if (answer && 'notApplicable' in answer && maySkip(criterion, sector))
		return { state: 'not-applicable', best, claimed: 0, reachable: 0, missing: [] };

	switch (rule.kind) {
		case 'choice': {
			const chosen = answer && 'choice' in answer ? rule.options.find(({ name }) => name === answer.choice) : undefined;
			const claimed = chosen ? value(chosen) : 0;
			const top = rule.options.find((option) => value(option) === best);
			return {
				state: chosen ? 'answered' : 'unanswered',
				best,
				claimed,
				reachable: chosen ? claimed : best,
				missing: top && claimed < best ? [top.name] : [],
			};
		}
		case 'sum': {
			const said = answer && 'parts' in answer ? answer.parts : {};
			const sum = (keep: (met: boolean | undefined) => boolean) =>
				rule.parts.filter(({ name }) => keep(said[name])).reduce((total, part) => total + value(part), 0);
			return {
				state: stateOf(rule.parts, said),
				best,
				claimed: sum((met) => met === true),
				reachable: sum((met) => met !== false),
				missing: rule.parts.filter(({ name }) => said[name] !== true).map(({ name }) => name),
			};
		}
		case 'tally': {
			const said = answer && 'counts' in answer ? wholeCounts(answer.counts) : {};
			const counted = rule.works.reduce((total, work) => total + value(work) * (said[work.name] ?? 0), 0);
			const claimed = Math.min(counted, best);
			const state = stateOf(rule.works, said);
			return {
				state,
				best,
				claimed,
				reachable: state === 'answered' ? claimed : best,
				missing: claimed < best ? rule.works.map(({ name }) => name) : [],
			};
		}
	}
}

/** A count that is no whole number from 0 says nothing. */
export const wholeCounts = (counts: Readonly<Record<string, number>>): Record<string, number> =>
	Object.fromEntries(Object.entries(counts).filter(([, count]) => Number.isSafeInteger(count) && count >= 0));

function bestOf({ rule }: Criterion, value: (award: Award) => number): number {
	switch (rule.kind) {
		case 'choice':
			return Math.max(...rule.options.map(value));
		case 'sum':
			return rule.parts.reduce((total, part) => total + value(part), 0);
		case 'tally':
			return toHundredths(rule.cap);
	}
}

function stateOf(awards: readonly Award[], said: Readonly<Record<string, unknown>>): State {
	const answered = awards.filter(({ name }) => said[name] !== undefined).length;
	if (answered === 0) return 'unanswered';
	return answered < awards.length ? 'partly' : 'answered';
}
