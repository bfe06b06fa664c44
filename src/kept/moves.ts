import { firstEdition } from './first-edition.ts';
import { registers } from './first-papers.ts';
import type { Entry } from './kind.ts';
import type { Moves } from './upgraded.ts';

/** The entries with some of them changed. */
function after(entries: readonly Entry[], changed: readonly Entry[]): Entry[] {
	const now = new Map(entries);
	for (const [key, value] of changed)
		if (value === undefined) now.delete(key);
		else now.set(key, value);
	return [...now];
}

/** Every place that records of earlier builds have left, in the order in which they left them. */
export const moves: Moves = (entries) => {
	const first = firstEdition(entries);
	return [...first, ...registers(after(entries, first))];
};
