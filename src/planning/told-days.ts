import { readDate } from '../dates/written-date.ts';
import type { Told } from '../forms/checks/told.ts';
import type { PlanEvent } from '../schemas/period.ts';

export interface ToldDays {
	/** By event: the days that are told in full. */
	days: Map<string, string>;
	/** Events of which something is written that is no day, with what is written, and whether no more is asked for. */
	unread: { event: PlanEvent; written: string; isExpected: boolean }[];
}

/** The days of events, as they were typed in the facts and forms of a pilot. */
export function toldDays(events: readonly PlanEvent[], { fact, own }: Pick<Told, 'fact' | 'own'>): ToldDays {
	const days = new Map<string, string>();
	const unread: ToldDays['unread'] = [];
	for (const event of events) {
		if (!event.typed) continue;
		const [id = '', field] = event.typed.split('#');
		const written = (field === undefined ? fact(id) : (own(id, field)?.said ?? '')).trim();
		if (written === '') continue;
		const day = readDate(written);
		if (day && /^\d{4}-\d\d-\d\d$/.test(day)) days.set(event.id, day);
		else unread.push({ event, written, isExpected: event.months === true && /^\d{4}-\d\d$/.test(day ?? '') });
	}
	return { days, unread };
}
