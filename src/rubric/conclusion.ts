import type { Rubric } from '../schemas/rubric.ts';
import { fromHundredths, toHundredths } from './points.ts';

/** A veto or a condition of entry, and whether it is met; undefined when not yet said. */
export interface Requirement {
	id: string;
	met: boolean | undefined;
}

/** Where a unit stands against the table's own threshold; what is open or failed comes before any score. */
export type Conclusion =
	| { kind: 'no-threshold' }
	| {
			kind: 'reached' | 'open' | 'impossible';
			/** Requirements not met, and those not yet said. */
			failed: string[];
			unsaid: string[];
			threshold: number;
			/** The clause that sets the threshold. */
			clause: string;
			/** What the claimed points lack, those with papers, and the most that can be reached; 0 when they suffice. */
			lacking: number;
			lackingBacked: number;
			lackingAtBest: number;
			/** With everything at its best. */
			lackingAtMost: number;
	  };

export const requirementsOf = (
	{ conditions, vetoes }: Pick<Rubric, 'conditions' | 'vetoes'>,
	met: Readonly<Record<string, boolean>>,
): { conditions: Requirement[]; vetoes: Requirement[] } => ({
	conditions: conditions.map(({ id }) => ({ id, met: met[id] })),
	vetoes: (vetoes?.lines ?? []).map(({ id }) => ({ id, met: met[id] })),
});

/** `sums` are in hundredths. */
export function conclude(
	{ threshold }: Pick<Rubric, 'threshold'>,
	requirements: readonly Requirement[],
	sums: { claimed: number; backed: number; reachable: number; most: number },
): Conclusion {
	if (!threshold) return { kind: 'no-threshold' };
	const failed = requirements.filter(({ met }) => met === false).map(({ id }) => id);
	const unsaid = requirements.filter(({ met }) => met === undefined).map(({ id }) => id);
	const line = toHundredths(threshold.points);
	const lacking = (points: number) => fromHundredths(Math.max(0, line - points));
	const impossible = failed.length > 0 || sums.reachable < line;
	const reached = unsaid.length === 0 && sums.claimed >= line;
	return {
		kind: impossible ? 'impossible' : reached ? 'reached' : 'open',
		failed,
		unsaid,
		threshold: threshold.points,
		clause: threshold.clause,
		lacking: lacking(sums.claimed),
		lackingBacked: lacking(sums.backed),
		lackingAtBest: lacking(sums.reachable),
		lackingAtMost: lacking(sums.most),
	};
}
