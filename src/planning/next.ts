import type { Plan, Row } from './plan.ts';

/* What of a plan is said first. */

export interface Next {
	row: Row;
	/** Its day, or the last on which it can be: of two readings the earlier. */
	by: string;
}

const lastDay = ({ told, windows }: Row): string =>
	told ??
	windows
		.flatMap(({ latest }) => latest?.day ?? [])
		.sort()
		.at(0) ??
	'';

const among = (rows: readonly Row[], keep: (row: Row, by: string) => boolean): Next[] =>
	rows
		.map((row) => ({ row, by: lastDay(row) }))
		.filter(({ row, by }) => by !== '' && keep(row, by))
		.sort((a, b) => a.by.localeCompare(b.by));

/** What is late, and the next that have a day. */
export const lateIn = ({ rows }: Plan): Next[] => among(rows, ({ state }) => state === 'late');

export const nextIn = ({ rows }: Plan, today: string, most: number): Next[] =>
	among(rows, ({ state }, by) => state === 'planned' || (state === 'open' && by >= today)).slice(0, most);
