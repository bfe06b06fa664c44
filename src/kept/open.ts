import { connect } from '../storage/connection.ts';
import { openRecords, type Records } from '../storage/records.ts';
import { type Kind, read } from './kind.ts';
import { kinds as shipped } from './kinds.ts';

/** What this browser keeps, and the kinds of record in it. */
export interface Kept extends Records {
	kinds: readonly Kind[];
}

/**
 * The database's version grows with every format: a page of an older build can then no longer write, and the records
 * of all kinds are brought to their new format in the one transaction that the browser gives for it, wholly or not at all.
 */
const versionOf = (kinds: readonly Kind[]): number => kinds.reduce((sum, { format }) => sum + format - 1, 1);

function upgrade(objects: IDBObjectStore, kinds: readonly Kind[]): void {
	for (const kind of kinds) {
		if (kind.format === 1) continue;
		const cursors = objects.openCursor(IDBKeyRange.bound(kind.prefix, `${kind.prefix}\uffff`));
		cursors.onsuccess = () => {
			const cursor = cursors.result;
			if (!cursor) return;
			const found = read(kind, cursor.value);
			if (found.state === 'good' && found.value !== cursor.value) cursor.update(found.value);
			cursor.continue();
		};
	}
}

/** Opens a store for some kinds; never fails. */
export function keptFor(kinds: readonly Kind[]): () => Promise<Kept> {
	const store = connect(versionOf(kinds), (objects) => upgrade(objects, kinds));
	return async () => ({ ...(await openRecords(store)), kinds });
}

export const openKept = keptFor(shipped);
