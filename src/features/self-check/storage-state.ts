import { checksIn, emptyLine, keys, linesOf } from '../../checks/saved.ts';
import { goodOf, readAll } from '../../kept/kind.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { walk } from '../../kept/kinds/walk.ts';
import { changedSince, readTaken } from '../../kept/taken.ts';
import type { Shared } from '../../schemas/saved-shared.ts';

type Entries = readonly [string, unknown][];

export interface StorageState {
	/** The oldest of what is kept. */
	since: string | undefined;
	/** When something was last taken away as a file. */
	takenAt: string | undefined;
	/** Records that no file has as they are now. */
	changed: number;
}

/** How what is kept here stands: since when, and how much of it is nowhere else. */
export function storageState(all: Entries): StorageState {
	const stored = new Map(all);
	const checks = checksIn(all).flatMap((check) => (check.state === 'good' ? [check.value] : []));
	const groups: { id: string; records: { [id: string]: Shared }; empty: Shared }[] = [
		...checks.map(({ id }) => ({ id, records: goodOf(linesOf(all, id)), empty: emptyLine() })),
		{ id: walk.name, records: goodOf(readAll(walk, all)), empty: walk.empty() },
		{ id: fact.name, records: goodOf(readAll(fact, all)), empty: fact.empty() },
	];
	const counted = groups.map(({ id, records, empty }) => {
		const taken = readTaken(stored.get(keys.backup(id)), records);
		return { taken, changed: changedSince(records, taken, empty) };
	});
	const earliest = [
		...checks.map(({ createdAt }) => createdAt),
		...groups.flatMap(({ records }) => Object.values(records).map(({ updatedAt }) => updatedAt)),
	].filter((at) => Date.parse(at) > 0);
	return {
		since: earliest.sort()[0],
		takenAt: counted
			.flatMap(({ taken }) => taken?.at ?? [])
			.sort()
			.at(-1),
		changed: counted.reduce((sum, { changed }) => sum + changed, 0),
	};
}
