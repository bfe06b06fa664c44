import type { PlanEvent } from '../schemas/period.ts';
import { type Broken, brokenIn, type Squeezed, squeezedIn } from './conflicts.ts';
import { type Bounding, type Reading, readings, type Tie, tiesIn } from './course.ts';
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
	/** Its told day can be, and leads to others. */
	isSound: boolean;
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
	/** The pilot ends before it begins, or on that day: the two days as they are told. */
	backwards: { begins: string; ends: string } | undefined;
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

/** What came before something that is told and past, since one follows upon the other. */
function beforeTold(ties: readonly Tie[], told: ReadonlyMap<string, string>, today: string): Set<string> {
	const found = new Set<string>();
	const waiting = [...told].flatMap(([event, day]) => (day <= today ? [event] : []));
	for (let event = waiting.pop(); event !== undefined; event = waiting.pop())
		for (const { event: of, must, than, way } of ties)
			if (of === event && must === 'not-before' && way === 'after' && !found.has(than)) {
				found.add(than);
				waiting.push(than);
			}
	return found;
}

/** It rests on no 一般, which is no limit. */
const isFirm = ({ steps }: End): boolean => !steps.some(({ tie }) => tie.usual);

/** Last days that can be kept: of the readings that leave any day. */
export const limitsIn = (windows: readonly Window[]): End[] =>
	windows.flatMap(({ earliest, latest }) => (latest && !(earliest && earliest.day > latest.day) ? [latest] : []));

function stateOf(event: PlanEvent, told: string | undefined, windows: readonly Window[], today: string): Row['state'] {
	if (told !== undefined) return told <= today ? 'done' : 'planned';
	const latest = windows.flatMap((window) => window.latest ?? []);
	const isOver = latest.length === windows.length && latest.length > 0 && latest.every(({ day }) => day < today);
	// What nobody does comes by itself.
	if (isOver && !event.typed) return 'done';
	if (isOver && latest.every(isFirm) && !event.theirs) return 'late';
	return windows.some(({ earliest, latest: end }) => earliest || end) ? 'open' : 'unknown';
}

function backwardsIn(told: ReadonlyMap<string, string>): Plan['backwards'] {
	const [begins, ends] = [told.get('begins'), told.get('ends')];
	return begins && ends && ends <= begins ? { begins, ends } : undefined;
}

/** Told days that cannot be as they are told lead to no others: a forbidden step, an end that is no end. */
function soundIn(ties: readonly Tie[][], told: ReadonlyMap<string, string>): Map<string, string> {
	const [first = [], second = []] = ties.map((each) => brokenIn(each, told).filter(({ tie }) => !tie.usual));
	const faulty = first.flatMap(({ tie }) =>
		second.some((other) => other.tie.period === tie.period && other.tie.event === tie.event) ? [tie.event] : [],
	);
	if (backwardsIn(told)) faulty.push('ends');
	return new Map([...told].filter(([event]) => !faulty.includes(event)));
}

export function plan({ events, periods }: Course, told: ReadonlyMap<string, string>, today: string): Plan {
	const ties = readings.map((reading) => tiesIn(periods, reading, told));
	const sound = soundIn(ties, told);
	const reckoned = ties.map((each) => reckon(each, sound));
	const passed = beforeTold(ties[0] ?? [], told, today);
	const rows = events.map((event): Row => {
		const [first = {}, second = {}] = reckoned.map((windows) => windows.get(event.id) ?? {});
		const windows = sameDays(first, second) ? [first] : [first, second];
		const day = told.get(event.id);
		const state = day === undefined && passed.has(event.id) ? 'passed' : stateOf(event, day, windows, today);
		return { event, told: day, windows, state, isSound: day === undefined || sound.has(event.id) };
	});
	const mayHappen = new Set(events.flatMap(({ id, happens }) => (happens ? [id] : [])));
	/** What befalls only some is told of where it did, and of what follows upon it. */
	const concerns = ({ event, told: is, windows }: Row): boolean =>
		!event.happens ||
		is !== undefined ||
		(!event.mishap &&
			windows.some(({ earliest, latest }) => [earliest, latest].some((end) => end && mayHappen.has(end.from))));
	return {
		rows: rows.filter(concerns),
		broken: merged(
			ties.map((each) => brokenIn(each, told)),
			({ tie: { period, event, than, must }, limit }) => [period, event, than, must, limit].join(' '),
		),
		squeezed: merged(
			ties.map((each) => squeezedIn(reckon(each, told))),
			({ event, earliest, latest }) => [event, earliest.day, latest.day].join(' '),
		),
		backwards: backwardsIn(told),
		circle: [...new Set(ties.flatMap(circleIn))],
	};
}
