import type { OwnDate } from './own-dates.ts';
import { limitsIn, type Plan, type Row } from './plan.ts';

/* What of a plan is said first. */

export interface Next {
	/** The event, or the row of the unit's own. */
	id: string;
	name: string;
	/** Its day, or the last on which it can be: of two readings the earlier that is not past. */
	by: string;
	/** It is told for that day, and no limit. */
	planned: boolean;
	/** By the other reading of the words. */
	other?: string;
	/** A 一般 had a part in it. */
	usual: boolean;
	/** What the words say of who is late, by their period. */
	missed?: string;
	/** The unit set it itself. */
	own?: OwnDate;
}

function ofRow({ event, told, windows }: Row, today: string): Next[] {
	const { id, name } = event;
	if (told !== undefined) return [{ id, name, by: told, planned: true, usual: false }];
	const ends = limitsIn(windows).sort((a, b) => a.day.localeCompare(b.day));
	const end = ends.find(({ day }) => day >= today) ?? ends.at(-1);
	if (!end) return [];
	const other = ends.find(({ day }) => day !== end.day)?.day;
	const missed = end.steps.at(-1)?.tie.period;
	const usual = end.steps.some(({ tie }) => tie.usual);
	return [{ id, name, by: end.day, planned: false, usual, ...(other && { other }), ...(missed && { missed }) }];
}

const ofOwn = (own: OwnDate): Next => ({
	id: own.id,
	name: own.name,
	by: own.day,
	planned: !own.deadline,
	usual: false,
	own,
});

const inOrder = (all: readonly Next[]): Next[] => [...all].sort((a, b) => a.by.localeCompare(b.by));

/** What is late. */
export const lateIn = ({ rows }: Plan, own: readonly OwnDate[], today: string): Next[] =>
	inOrder([
		...rows.filter(({ state }) => state === 'late').flatMap((row) => ofRow(row, today)),
		...own.filter(({ deadline, done, day }) => deadline && !done && day < today).map(ofOwn),
	]);

/** The next that have a day. */
export const nextIn = ({ rows }: Plan, own: readonly OwnDate[], today: string, most: number): Next[] =>
	inOrder([
		...rows
			.filter(({ state }) => state === 'planned' || state === 'open')
			.flatMap((row) => ofRow(row, today))
			.filter(({ by }) => by >= today),
		...own.filter(({ done, day }) => !done && day >= today).map(ofOwn),
	]).slice(0, most);
