import type { PlanEvent } from '../schemas/period.ts';
import { type Course, plan } from './plan.ts';
import type { Window } from './reckon.ts';

/* What people ask: until when at the latest, and from when at the earliest. */

export interface Answer {
	event: PlanEvent;
	side: 'earliest' | 'latest';
	asked: string;
	/** By the two readings of the words; one where they come to the same; none where nothing tells that side of any. */
	windows: readonly Window[];
	/** The day that is told of it. */
	told: string | undefined;
	/** What has to be told for an answer. */
	needs: string;
}

/** A question is answered as if its own day were not told: it asks what binds that day. */
export function answers(course: Course, told: ReadonlyMap<string, string>, today: string): Answer[] {
	const concerned = new Set(plan(course, told, today).rows.map(({ event }) => event.id));
	return course.events
		.filter(({ id }) => concerned.has(id))
		.flatMap((event) =>
			event.asks
				.filter(({ needs }) => concerned.has(needs))
				.map(({ side, says, needs }) => {
					const others = new Map([...told].filter(([id]) => id !== event.id));
					const row = plan(course, others, today).rows.find((each) => each.event.id === event.id);
					const windows = row?.windows.some((window) => window[side]) ? row.windows : [];
					return { event, side, asked: says, windows, told: told.get(event.id), needs };
				}),
		);
}
