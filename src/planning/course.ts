import type { Span, Way } from '../dates/shift.ts';
import type { Bound, Period } from '../schemas/period.ts';

/* What is reckoned with: one event bound to another, once for each way its words can be taken. */

export interface Tie {
	/** The period, by its id. */
	period: string;
	/** The words say 一般. */
	usual: boolean;
	event: string;
	must: 'not-before' | 'not-after';
	than: string;
	/** So long after that or before it; its very day where there is none. */
	span: Span | undefined;
	way: Way;
}

/** Where the words allow two readings, the first or the second of each. */
export type Reading = 0 | 1;

export const readings: readonly Reading[] = [0, 1];

function tiesOf({ event, must, than, after, before }: Bound, { id, usual = false }: Period): Tie[] {
	const length = after ?? before;
	if (length && 'working-days' in length) return [];
	const tie = { period: id, usual, event, than, span: length, way: before ? 'before' : 'after' } as const;
	return must === 'exactly'
		? [
				{ ...tie, must: 'not-before' },
				{ ...tie, must: 'not-after' },
			]
		: [{ ...tie, must }];
}

/** Periods that are over bind nothing. */
export const tiesIn = (periods: readonly Period[], reading: Reading): Tie[] =>
	periods
		.filter(({ past }) => !past)
		.flatMap((period) =>
			(period.readings?.[reading].bounds ?? period.bounds ?? []).flatMap((bound) => tiesOf(bound, period)),
		);
