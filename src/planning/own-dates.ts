import { readDate } from '../dates/written-date.ts';
import type { FormRow } from '../schemas/saved-form.ts';

/* Days that a unit sets beside the documents: its own, and deadlines of who is above it. */

export interface OwnDate {
	id: string;
	name: string;
	day: string;
	/** It has to be done by then, and does not merely happen. */
	deadline: boolean;
	/** On what it rests, as the unit writes it. */
	because: string;
	done: boolean;
}

export interface OwnDates {
	dates: OwnDate[];
	/** Rows of which the day cannot be read, with what is written. */
	unread: { id: string; name: string; written: string }[];
}

/** The cells of a row. */
export const ownColumns = ['name', 'day', 'deadline', 'because', 'done'] as const;

export const yes = 'yes';

export function ownDates(rows: readonly FormRow[]): OwnDates {
	const dates: OwnDate[] = [];
	const unread: OwnDates['unread'] = [];
	for (const { id, cells } of rows) {
		const { name = '', day: written = '', deadline, because = '', done } = cells;
		if (written.trim() === '') continue;
		const day = readDate(written) ?? '';
		const called = name.trim() || '没有写名称的一件事';
		if (/^\d{4}-\d\d-\d\d$/.test(day))
			dates.push({ id, name: called, day, deadline: deadline === yes, because: because.trim(), done: done === yes });
		else unread.push({ id, name: called, written: written.trim() });
	}
	return { dates: dates.sort((a, b) => a.day.localeCompare(b.day)), unread };
}
