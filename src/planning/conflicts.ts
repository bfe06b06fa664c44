import { reached, type Tie } from './course.ts';
import type { End, Windows } from './reckon.ts';

/* What cannot be as it is told. */

/** Two told days that a tie does not allow together. */
export interface Broken {
	tie: Tie;
	/** From the day of what the event is bound to, the day that the tie gives. */
	limit: string;
}

/** An event that can be on no day: its earliest is after its latest. */
export interface Squeezed {
	event: string;
	earliest: End;
	latest: End;
	/** A 一般 had a part in it. */
	usual: boolean;
}

export const brokenIn = (ties: readonly Tie[], told: ReadonlyMap<string, string>): Broken[] =>
	ties.flatMap((tie) => {
		const [day, than] = [told.get(tie.event), told.get(tie.than)];
		if (day === undefined || than === undefined) return [];
		const limit = reached(tie, than);
		return (tie.must === 'not-before' ? day < limit : day > limit) ? [{ tie, limit }] : [];
	});

const isUsual = ({ steps }: End): boolean => steps.some(({ tie }) => tie.usual);

const length = ({ earliest, latest }: Squeezed): number => earliest.steps.length + latest.steps.length;

/** Each pair of told days that collide once, where they collide by the fewest steps. */
export function squeezedIn(windows: Windows): Squeezed[] {
	const all = [...windows].flatMap(([event, { earliest, latest }]): Squeezed[] =>
		earliest && latest && earliest.day > latest.day
			? [{ event, earliest, latest, usual: isUsual(earliest) || isUsual(latest) }]
			: [],
	);
	const pairs = new Map<string, Squeezed>();
	for (const each of all) {
		const key = [each.earliest.from, each.latest.from].join(' ');
		const other = pairs.get(key);
		if (!other || length(each) < length(other)) pairs.set(key, each);
	}
	return [...pairs.values()];
}
