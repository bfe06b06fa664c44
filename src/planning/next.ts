import type { OwnDate } from './own-dates.ts';
import type { Plan, Row } from './plan.ts';

/* What of a plan is said first. */

export interface Next {
	/** The event, or the row of the unit's own. */
	id: string;
	name: string;
	/** Its day, or the last on which it can be: of two readings the earlier. */
	by: string;
	/** It is told for that day, and no limit. */
	planned: boolean;
	/** The words can be taken in two ways, and this is the earlier. */
	earlier: boolean;
	/** The unit set it itself. */
	own?: OwnDate;
}

const lastDay = ({ told, windows }: Row): string =>
	told ??
	windows
		.flatMap(({ latest }) => latest?.day ?? [])
		.sort()
		.at(0) ??
	'';

const ofRow = (row: Row): Next => ({
	id: row.event.id,
	name: row.event.name,
	by: lastDay(row),
	planned: row.told !== undefined,
	earlier: row.told === undefined && row.windows.length > 1,
});

const ofOwn = (own: OwnDate): Next => ({
	id: own.id,
	name: own.name,
	by: own.day,
	planned: !own.deadline,
	earlier: false,
	own,
});

const inOrder = (all: readonly Next[]): Next[] =>
	all.filter(({ by }) => by !== '').sort((a, b) => a.by.localeCompare(b.by));

/** What is late. */
export const lateIn = ({ rows }: Plan, own: readonly OwnDate[], today: string): Next[] =>
	inOrder([
		...rows.filter(({ state }) => state === 'late').map(ofRow),
		...own.filter(({ deadline, done, day }) => deadline && !done && day < today).map(ofOwn),
	]);

/** The next that have a day. */
export const nextIn = ({ rows }: Plan, own: readonly OwnDate[], today: string, most: number): Next[] =>
	inOrder([
		...rows
			.filter(({ state }) => state === 'planned' || state === 'open')
			.map(ofRow)
			.filter(({ by }) => by >= today),
		...own.filter(({ done, day }) => !done && day >= today).map(ofOwn),
	]).slice(0, most);
