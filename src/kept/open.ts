import { atom, type ReadableAtom } from 'nanostores';
import { connect, NotYet } from '../storage/connection.ts';
import { inMemory, onDisk, type Records } from '../storage/records.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.ts';

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
const version = kinds.reduce((sum, { format }) => sum + format - 1, 1);

const nameOf = (error: unknown): string =>
	error instanceof NotYet
		? `${error.name} ${error.why}`
		: error instanceof Error
			? `${error.name} ${error.message}`.trim()
			: String(error);

const { store, opened } = connect(version, () => import('./upgrade.ts').then(({ upgrade }) => upgrade));
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

/** Opens the store; never fails. */
export async function openKept(): Promise<Kept> {
	try {
		// What every page does next.
		await disk.all();
		return { ...disk, $memoryOnly: atom(undefined), kinds };
	} catch (error) {
		return meanwhile(error);
	}
}
