import { atom, type ReadableAtom } from 'nanostores';
import { connect, NotYet } from '../storage/connection.ts';
import { inMemory, onDisk, type Records } from '../storage/records.ts';
import { firstEdition } from './first-edition.ts';
import type { Entry, Kind } from './kind.ts';
import { kinds as shipped } from './kinds.ts';
import { type Moves, upgraded } from './upgraded.ts';

/** What this browser keeps, and the kinds of record in it. */
export interface Kept extends Records {
	/** Why nothing outlives this page; undefined where it does. A store that opens late is moved into by itself. */
	$memoryOnly: ReadableAtom<string | undefined>;
	kinds: readonly Kind[];
}

/**
 * The database's version grows with every format: a page of an older build can then no longer write, and the records
 * of all kinds are brought to their new format in the one transaction that the browser gives for it, wholly or not at all.
 */
const versionOf = (kinds: readonly Kind[]): number => kinds.reduce((sum, { format }) => sum + format - 1, 1);

function upgrade(objects: IDBObjectStore, kinds: readonly Kind[], moves: Moves): void {
	const keys = objects.getAllKeys();
	keys.onsuccess = () => {
		const found: Entry[] = [];
		let left = keys.result.length;
		const next = () => {
			left -= 1;
			if (left > 0) return;
			for (const [key, value] of upgraded(found, kinds, moves))
				if (value === undefined) objects.delete(key);
				else objects.put(value, key);
		};
		for (const key of keys.result) {
			const asked = objects.get(key);
			asked.onsuccess = () => {
				found.push([`${key}`, asked.result]);
				next();
			};
			// What is damaged stays as it is, and stops nothing.
			asked.onerror = (event) => {
				event.preventDefault();
				event.stopPropagation();
				next();
			};
		}
	};
}

const nameOf = (error: unknown): string =>
	error instanceof NotYet
		? `${error.name} ${error.why}`
		: error instanceof Error
			? `${error.name} ${error.message}`.trim()
			: String(error);

/** Opens a store for some kinds; never fails. */
export function keptFor(kinds: readonly Kind[], moves: Moves = () => []): () => Promise<Kept> {
	const { store, opened } = connect(versionOf(kinds), (objects) => upgrade(objects, kinds, moves));
	const disk = onDisk(store);

	/** In this page alone, until the store opens. */
	function meanwhile(error: unknown): Kept {
		const values = new Map<string, unknown>();
		let at = inMemory(values);
		const $memoryOnly = atom<string | undefined>(nameOf(error));
		const change = async () => {
			await opened();
			const { moveIn } = await import('./move-in.ts');
			await moveIn(disk, kinds, values);
			at = disk;
			$memoryOnly.set(undefined);
		};
		if (error instanceof NotYet) change().catch(() => {});
		return {
			get: (key) => at.get(key),
			all: () => at.all(),
			change: (keys, work) => at.change(keys, work),
			$memoryOnly,
			kinds,
		};
	}

	return async () => {
		try {
			// What every page does next.
			await disk.all();
			return { ...disk, $memoryOnly: atom(undefined), kinds };
		} catch (error) {
			return meanwhile(error);
		}
	};
}

export const openKept = keptFor(shipped, firstEdition);
