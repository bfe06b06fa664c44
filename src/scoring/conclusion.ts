import type { Rubric } from '../schemas/rubric.ts';
import { toHundredths } from './points.ts';

/** Where a unit stands against the table's own threshold; what is open or failed comes before any score. */
export type Conclusion =
	| { kind: 'no-threshold' }
	| {
			kind: 'reached' | 'open' | 'impossible';
			/** Vetoes and conditions of entry that are not met, and those not yet said. */
			failed: string[];
			unsaid: string[];
			threshold: number;
			/** What the claimed points lack; 0 when they suffice. */
			lacking: number;
	  };

export function conclude(
	rubric: Pick<Rubric, 'threshold' | 'vetoes' | 'conditions'>,
	met: Readonly<Record<string, boolean>>,
	claimed: number,
	reachable: number,
): Conclusion {
	const { threshold, vetoes, conditions } = rubric;
	if (!threshold) return { kind: 'no-threshold' };
	const ids = [...conditions, ...(vetoes?.lines ?? [])].map(({ id }) => id);
	const failed = ids.filter((id) => met[id] === false);
	const unsaid = ids.filter((id) => met[id] === undefined);
	const line = toHundredths(threshold.points);
	const kind =
		failed.length > 0 || reachable < line ? 'impossible' : unsaid.length === 0 && claimed >= line ? 'reached' : 'open';
	return { kind, failed, unsaid, threshold: threshold.points, lacking: Math.max(0, line - claimed) / 100 };
}
