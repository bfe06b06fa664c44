import type { PlanEvent } from '../schemas/period.ts';
import { readings, tiesIn } from './course.ts';
import { type Course, plan } from './plan.ts';
import { type End, reckon } from './reckon.ts';

/* What people ask: until when at the latest, and from when at the earliest. */

export interface Answer {
	event: PlanEvent;
	side: 'earliest' | 'latest';
	asked: string;
	/** By the two readings of the words; one where they come to the same; none where nothing tells it. */
	ends: End[];
	/** The day that is told of it. */
	told: string | undefined;
	/** What would have to be told, where nothing tells it: any of these. */
	needs: PlanEvent[];
}

const sides = ['earliest', 'latest'] as const;

/** A question is answered as if its own day were not told: it asks what binds that day. */
export function answers(course: Course, told: ReadonlyMap<string, string>, today: string): Answer[] {
	const concerned = new Set(plan(course, told, today).rows.map(({ event }) => event.id));
	return course.events
		.filter(({ id }) => concerned.has(id))
		.flatMap((event) =>
			sides.flatMap((side): Answer[] => {
				const asked = event.asks?.[side];
				if (!asked) return [];
				const others = new Map([...told].filter(([id]) => id !== event.id));
				const row = plan(course, others, today).rows.find((each) => each.event.id === event.id);
				const ends = (row?.windows ?? []).flatMap((window) => window[side] ?? []);
				const needs = ends.length > 0 ? [] : neededFor(course, event.id, side);
				return [{ event, side, asked, ends, told: told.get(event.id), needs }];
			}),
		);
}

/** Whatever has a tie that leads there: told alone, it would give that end. */
const neededFor = ({ events, periods }: Course, event: string, side: 'earliest' | 'latest'): PlanEvent[] =>
	events.filter(
		({ id, typed, happens }) =>
			typed !== undefined &&
			!happens &&
			id !== event &&
			readings.some((reading) => reckon(tiesIn(periods, reading), new Map([[id, '2026-06-15']])).get(event)?.[side]),
	);
