import type { PlanEvent } from '../schemas/period.ts';
import { type Broken, brokenIn, type Squeezed, squeezedIn } from './conflicts.ts';
import { type Bounding, type Reading, readings, tiesIn } from './course.ts';
import { circleIn, type End, reckon, type Window } from './reckon.ts';

/* When everything of a pilot has been, can be and must be, as far as the texts and the told days say. */

export interface Course {
	events: readonly PlanEvent[];
	periods: readonly Bounding[];
}

export interface Row {
	event: PlanEvent;
	/** Its day, as it was told. */
	told: string | undefined;
	/** By the two readings of the words; one where they come to the same. */
	windows: readonly Window[];
	/**
	 * Told and past, or to come; not told, and by what followed it must have been; still possible; too late; or nothing is
	 * known of it.
	 */
	state: 'done' | 'planned' | 'passed' | 'open' | 'late' | 'unknown';
}

export interface Plan {
	rows: Row[];
	/** Told days that do not go together, and events that can be on no day; by all readings, or by one of them. */
	broken: (Broken & { by: readonly Reading[] })[];
	squeezed: (Squeezed & { by: readonly Reading[] })[];
	/** Events bound to each other in a circle that no days fulfil. */
	circle: string[];
}

const sameDays = (a: Window, b: Window): boolean =>
	a.earliest?.day === b.earliest?.day && a.latest?.day === b.latest?.day;

/** What is found by each reading, once, with the readings it is found by. */
function merged<T>(found: readonly (readonly T[])[], keyOf: (each: T) => string): (T & { by: Reading[] })[] {
	const all = new Map<string, T & { by: Reading[] }>();
	for (const [i, some] of found.entries())
		for (const each of some) {
			const known = all.get(keyOf(each));
			if (known) known.by.push(i as Reading);
			else all.set(keyOf(each), { ...each, by: [i as Reading] });
		}
	return [...all.values()];
}

/** It comes before what was told: a step of the way that led there, and no limit. */
const wentBefore = ({ steps }: End): boolean =>
	steps.every(({ tie: { must, span, way }, back }) => back && must === 'not-before' && (!span || way === 'after'));

function stateOf(told: string | undefined, windows: readonly Window[], today: string): Row['state'] {
	if (told !== undefined) return told <= today ? 'done' : 'planned';
	const latest = windows.flatMap((window) => window.latest ?? []);
	if (latest.some((end) => end.told <= today && wentBefore(end))) return 'passed';
	if (latest.length === windows.length && latest.length > 0 && latest.every(({ day }) => day < today)) return 'late';
	return windows.some(({ earliest, latest: end }) => earliest || end) ? 'open' : 'unknown';
}

export function plan({ events, periods }: Course, told: ReadonlyMap<string, string>, today: string): Plan {
	const ties = readings.map((reading) => tiesIn(periods, reading));
	const reckoned = ties.map((each) => reckon(each, told));
	const rows = events.map((event): Row => {
		const [first = {}, second = {}] = reckoned.map((windows) => windows.get(event.id) ?? {});
		const windows = sameDays(first, second) ? [first] : [first, second];
		const day = told.get(event.id);
		return { event, told: day, windows, state: stateOf(day, windows, today) };
	});
	const mayHappen = new Set(events.flatMap(({ id, happens }) => (happens ? [id] : [])));
	/** What befalls only some is told of where it did, and of what follows upon it. */
	const concerns = ({ event, told: is, windows }: Row): boolean =>
		!event.happens ||
		is !== undefined ||
		windows.some(({ earliest, latest }) => [earliest, latest].some((end) => end && mayHappen.has(end.from)));
	return {
		rows: rows.filter(concerns),
		broken: merged(
			ties.map((each) => brokenIn(each, told)),
			({ tie: { period, event, than, must }, limit }) => [period, event, than, must, limit].join(' '),
		),
		squeezed: merged(reckoned.map(squeezedIn), ({ event, earliest, latest }) =>
			[event, earliest.day, latest.day].join(' '),
		),
		circle: [...new Set(ties.flatMap(circleIn))],
	};
}
