import { format } from '../schemas/saved-check.ts';
import { isWalkRecord, type WalkRecord } from '../schemas/saved-walk.ts';
import type { Records } from '../storage/records.ts';
import { keys, type Read, read } from './saved.ts';

/* What was found on a walk through the service hall, as it is kept: one record for each problem. */

export type Said = Partial<Omit<WalkRecord, 'format' | 'updatedAt'>>;

export const emptyWalk = (): WalkRecord => ({
	format,
	finding: 'open',
	who: '',
	due: '',
	note: '',
	updatedAt: new Date(0).toISOString(),
});

export const readWalk = (raw: unknown): Read<WalkRecord> => read(isWalkRecord, raw);

export const isWalk = ([key]: readonly [string, unknown]) => key.startsWith(keys.walk(''));

/** All that is stored, by the clause that tells the problem. */
export const walksIn = (all: readonly [string, unknown][]): Map<string, Read<WalkRecord>> =>
	new Map(all.filter(isWalk).map(([key, raw]) => [key.slice(keys.walk('').length), readWalk(raw)]));

/** Adds to a record and gives it as it is stored; one that cannot be read is left as it is. */
export async function storeWalk(records: Records, clause: string, said: Said): Promise<WalkRecord | undefined> {
	let next: WalkRecord | undefined;
	await records.change([keys.walk(clause)], ([current]) => {
		const found = readWalk(current ?? emptyWalk());
		if (found.state !== 'good') return [];
		next = { ...found.value, ...said, updatedAt: new Date().toISOString() };
		return [[keys.walk(clause), next]];
	});
	return next;
}
