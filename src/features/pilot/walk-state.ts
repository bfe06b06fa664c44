import { type Entry, goodOf, readAll } from '../../kept/kind.ts';
import { walk } from '../../kept/kinds/walk.ts';

/** How far the walk through a pilot's hall is. */
export interface WalkState {
	of: number;
	seen: number;
	toMend: number;
	/** The first day by which something is to be put right: YYYY-MM-DD. */
	due: string | undefined;
}

export function walkIn(all: readonly Entry[], pilot: string, of: number): WalkState {
	const found = Object.values(goodOf(readAll(walk, all, `${walk.prefix}${pilot} `)));
	const toMend = found.filter(({ finding }) => finding === 'mend');
	return {
		of,
		seen: found.filter(({ finding }) => finding !== 'open').length,
		toMend: toMend.length,
		due: toMend
			.flatMap(({ due }) => due || [])
			.sort()
			.at(0),
	};
}
