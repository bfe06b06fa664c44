import { reached, reachedBack, type Tie } from './course.ts';

/* From the days that are known to the earliest and latest of all others. No clock comes into it. */

/** A day that a tie gave, from another. */
export interface Step {
	tie: Tie;
	/** Whether the tie was taken the other way round: from its event to the event that it is bound to. */
	back: boolean;
	day: string;
}

/** How far an event can go, and why: the day that was known first, and each step from there. */
export interface End {
	day: string;
	/** The event whose day was told. */
	from: string;
	told: string;
	steps: readonly Step[];
}

export interface Window {
	earliest?: End;
	latest?: End;
}

export type Windows = ReadonlyMap<string, Window>;

type Side = keyof Window;

/** What a tie says of one of its two events, from one side of the other. */
interface Arrow {
	tie: Tie;
	back: boolean;
	source: string;
	target: string;
	side: Side;
	reach: (day: string) => string;
}

function arrowsOf(tie: Tie): Arrow[] {
	const { event, than, must } = tie;
	const there = (day: string) => reached(tie, day);
	const backTo = (end: 'first' | 'last') => (day: string) => reachedBack(tie, day, end);
	const forward = { tie, back: false, source: than, target: event, reach: there };
	const back = { tie, back: true, source: event, target: than };
	return must === 'not-before'
		? [
				{ ...forward, side: 'earliest' },
				{ ...back, side: 'latest', reach: backTo('last') },
			]
		: [
				{ ...forward, side: 'latest' },
				{ ...back, side: 'earliest', reach: backTo('first') },
			];
}

const isTighter = (side: Side, day: string, than: string | undefined): boolean =>
	than === undefined || (side === 'earliest' ? day > than : day < than);

/** Ends as they tighten; what is told stays as it is. Gives the events that never came to rest. */
function settle(windows: Map<string, Window>, told: ReadonlyMap<string, string>, ties: readonly Tie[]): string[] {
	const arrows = ties.flatMap(arrowsOf).filter(({ target }) => !told.has(target));
	const rounds = new Set(ties.flatMap(({ event, than }) => [event, than])).size + 1;
	const restless = new Set<string>();
	// Without a circle all have come to rest after as many rounds as there are events; with one, each of it moves again.
	for (let round = 0; round < 2 * rounds; round += 1) {
		let moved = false;
		for (const { tie, back, source, target, side, reach } of arrows) {
			const from = windows.get(source)?.[side];
			if (!from) continue;
			const day = reach(from.day);
			if (!isTighter(side, day, windows.get(target)?.[side]?.day)) continue;
			const end = { ...from, day, steps: [...from.steps, { tie, back, day }] };
			windows.set(target, { ...windows.get(target), [side]: end });
			moved = true;
			if (round >= rounds) restless.add(target);
		}
		if (!moved) break;
	}
	return [...restless];
}

/** The windows of all events that the told days reach. */
export function reckon(ties: readonly Tie[], told: ReadonlyMap<string, string>): Windows {
	const windows = new Map<string, Window>();
	for (const [event, day] of told) {
		const end: End = { day, from: event, told: day, steps: [] };
		windows.set(event, { earliest: end, latest: end });
	}
	const circling = circleIn(ties);
	settle(
		windows,
		told,
		ties.filter(({ event, than }) => !(circling.includes(event) && circling.includes(than))),
	);
	return windows;
}

/** Events that are bound to each other in a circle that no days can fulfil. */
export function circleIn(ties: readonly Tie[]): string[] {
	const events = new Set(ties.flatMap(({ event, than }) => [event, than]));
	const day = '2000-06-15';
	const windows = new Map(
		[...events].map((event) => [event, { earliest: { day, from: event, told: day, steps: [] } }]),
	);
	const moving = settle(windows, new Map(), ties);
	const arrows = ties.flatMap(arrowsOf).filter(({ side, target }) => side === 'earliest' && moving.includes(target));
	/** All that an event pushes on. */
	const pushed = (event: string, seen: Set<string>): Set<string> => {
		for (const { source, target } of arrows)
			if (source === event && !seen.has(target)) pushed(target, seen.add(target));
		return seen;
	};
	return moving.filter((event) => pushed(event, new Set()).has(event));
}
