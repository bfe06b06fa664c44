import { fromHundredths, toHundredths } from './points.ts';
import type { Sums } from './score.ts';

/** What is not claimed of a whole: not answered yet, answered below its best, and what does not apply. */
export function leftOf({ claimed, reachable, most }: Sums, of: number): { open: number; raise: number; none: number } {
	const between = (low: number, high: number) => fromHundredths(toHundredths(high) - toHundredths(low));
	return { open: between(claimed, reachable), raise: between(reachable, most), none: between(most, of) };
}
