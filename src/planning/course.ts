import { addDays, type Span, shift, unshift, type Way } from '../dates/shift.ts';
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
	/** The day before: the last of so long. */
	eve: boolean;
}

/** What of a period binds. */
export type Bounding = Pick<Period, 'id' | 'usual' | 'past' | 'until' | 'bounds' | 'readings'>;

/** Where the words allow two readings, the first or the second of each. */
export type Reading = 0 | 1;

export const readings: readonly Reading[] = [0, 1];

function tiesOf({ event, must, than, after, before, eve }: Bound, { id, usual }: Bounding): Tie[] {
	const length = after ?? before;
	if (length && 'working-days' in length) return [];
	const tie = {
		period: id,
		usual: usual === true,
		event,
		than,
		span: length,
		way: before ? 'before' : 'after',
		eve: eve === true,
	} as const;
	return must === 'exactly'
		? [
				{ ...tie, must: 'not-before' },
				{ ...tie, must: 'not-after' },
			]
		: [{ ...tie, must }];
}

const noDays: ReadonlyMap<string, string> = new Map();

/** What it counts from came only after what it would bind. */
const isBehind = ({ than, 'ahead-of': events = [] }: Bound, told: ReadonlyMap<string, string>): boolean => {
	const day = told.get(than);
	return day !== undefined && events.some((event) => (told.get(event) ?? '9999') <= day);
};

/** Periods that are over bind nothing; of others what the told days leave in force. */
export const tiesIn = (periods: readonly Bounding[], reading: Reading, told = noDays): Tie[] =>
	periods
		.filter(({ past, until }) => !past && !(until && told.has(until)))
		.flatMap((period) =>
			(period.readings?.[reading].bounds ?? period.bounds ?? [])
				.filter((bound) => !isBehind(bound, told))
				.flatMap((bound) => tiesOf(bound, period)),
		);

/** The day that a tie makes of the day of the event that it is bound to. */
export function reached({ span, way, eve }: Tie, than: string): string {
	const day = span ? shift(than, span, way) : than;
	return eve ? addDays(day, -1) : day;
}

/** The other way: of all days that reach no further than a day, or not less far, the last or the first. */
export function reachedBack({ span, way, eve }: Tie, event: string, end: 'first' | 'last'): string {
	const day = eve ? addDays(event, 1) : event;
	return span ? unshift(day, span, way, end) : day;
}
