import { addDays } from '../dates/shift.ts';
import type { OwnDate } from './own-dates.ts';
import type { Plan, Row } from './plan.ts';
import type { Phase } from './work-plan.ts';

/* The plan as a picture over the years: where on its line each thing stands, as shares of the whole. */

export type Mark =
	/** A day that is told or set. */
	| { kind: 'day'; at: number; day: string; over: boolean }
	/** From one day to another. */
	| { kind: 'span'; from: number; to: number; days: [string, string] }
	/** Only the first day is known, or only the last. */
	| { kind: 'from' | 'until'; at: number; day: string };

export interface Lane {
	key: string;
	name: string;
	what: 'phase' | 'event' | 'own';
	/** Too late, or by other days impossible. */
	late: boolean;
	/** One for each reading of the words. */
	marks: Mark[];
	/** Its time, where it is said otherwise than by its days. */
	says?: string;
}

export interface Picture {
	from: string;
	to: string;
	/** The first day of each year, and of each quarter between where they are not too many. */
	years: { year: string; at: number }[];
	quarters: number[];
	/** Undefined where it lies outside. */
	today: number | undefined;
	lanes: Lane[];
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const daysOf = (row: Row): string[] =>
	row.told
		? [row.told]
		: row.windows.flatMap(({ earliest, latest }) => [earliest, latest].flatMap((end) => end?.day ?? []));

/** What has no last day and is not planned would fill the picture with what is merely not yet possible. */
const isDrawn = ({ state, told, windows }: Row): boolean =>
	told !== undefined || (state !== 'passed' && windows.some(({ latest }) => latest));

/** The quarters are drawn as long as they can be told apart. */
const mostYears = 8;

export function picture(
	{ rows }: Pick<Plan, 'rows'>,
	phases: readonly Phase[],
	own: readonly OwnDate[],
	today: string,
): Picture | undefined {
	const drawn = rows.filter(isDrawn);
	const days = [
		...drawn.flatMap(daysOf),
		...phases.flatMap(({ first, last }) => [first, last]),
		...own.map(({ day }) => day),
	].sort();
	const [first, last] = [days[0], days.at(-1)];
	if (!first || !last) return undefined;
	const [from, to] = [`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`];
	const whole = dayNumber(addDays(to, 1)) - dayNumber(from);
	const at = (day: string) => (dayNumber(day) - dayNumber(from)) / whole;
	const after = (day: string) => at(addDays(day, 1));
	const marksOf = ({ told, windows }: Row): Mark[] =>
		told
			? [{ kind: 'day', at: at(told), day: told, over: told <= today }]
			: windows.flatMap(({ earliest, latest }): Mark[] => {
					// A reading that leaves no day is told where days do not go together.
					if (earliest && latest && earliest.day > latest.day) return [];
					if (earliest && latest)
						return [{ kind: 'span', from: at(earliest.day), to: after(latest.day), days: [earliest.day, latest.day] }];
					return [
						...(earliest ? [{ kind: 'from', at: at(earliest.day), day: earliest.day } as const] : []),
						...(latest ? [{ kind: 'until', at: after(latest.day), day: latest.day } as const] : []),
					];
				});
	const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
	const years = Array.from({ length: count }, (_, i) => `${Number(from.slice(0, 4)) + i}`);
	return {
		from,
		to,
		years: years.map((year) => ({ year, at: at(`${year}-01-01`) })),
		quarters:
			count > mostYears ? [] : years.flatMap((year) => ['04', '07', '10'].map((month) => at(`${year}-${month}-01`))),
		today: today >= from && today <= to ? at(today) : undefined,
		lanes: [
			...phases.map(
				({ id, name, first: begins, last: ends, says }): Lane => ({
					key: id,
					name,
					says,
					what: 'phase',
					late: false,
					marks: [{ kind: 'span', from: at(begins), to: after(ends), days: [begins, ends] }],
				}),
			),
			...drawn.map(
				(row): Lane => ({
					key: row.event.id,
					name: row.event.name,
					what: 'event',
					late: row.state === 'late',
					marks: marksOf(row),
				}),
			),
			...own.map(
				({ id, name, day, deadline, done }): Lane => ({
					key: id,
					name,
					what: 'own',
					late: deadline && !done && day < today,
					marks: [
						deadline && !done
							? { kind: 'until', at: after(day), day }
							: { kind: 'day', at: at(day), day, over: done || day <= today },
					],
				}),
			),
		],
	};
}
