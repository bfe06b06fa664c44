import type { Shared } from '../schemas/saved-shared.ts';
import { named, shape, text, when } from '../schemas/sound.ts';
import { sumOf } from './lineage.ts';

/* What was last taken away in a file: when, and what each record said then; a clock that was wrong changes nothing. */

export interface Taken {
	at: string;
	/** By the records' ids. */
	sums: { readonly [id: string]: string };
}

type Records = { readonly [id: string]: Shared };

export const takenNow = (records: Records): Taken => ({
	at: new Date().toISOString(),
	sums: Object.fromEntries(Object.entries(records).map(([id, record]) => [id, sumOf(record)])),
});

export const isTaken = shape({ at: when, sums: named(text) }) as (raw: unknown) => raw is Taken;

/** Until 2026-11 only the time was noted: what was changed later had not been taken. */
export function readTaken(raw: unknown, records: Records): Taken | undefined {
	if (isTaken(raw)) return raw;
	if (!when(raw)) return undefined;
	const then = Object.entries(records).filter(([, { updatedAt }]) => updatedAt <= `${raw}`);
	return { ...takenNow(Object.fromEntries(then)), at: `${raw}` };
}

/** How many records say something else since, or were not there. */
export const changedSince = (records: Records, taken: Taken | undefined, empty: Shared): number =>
	Object.entries(records).filter(([id, record]) => sumOf(record) !== (taken?.sums[id] ?? sumOf(empty))).length;
