import type { UseStore } from 'idb-keyval';

/*
 * The one connection to the database, made for idb-keyval's seam: it opens within a time limit,
 * gives way to other tabs, comes back when it dies, and writes durably.
 */

const database = 'standardisation-pilot';
const table = 'records';

/** A browser that has not opened its database by then will not do so while someone waits. */
const openWithin = 3000;

class CannotOpen extends Error {}

const begin = (db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore =>
	db.transaction(table, mode, { durability: 'strict' }).objectStore(table);

/** A store for idb-keyval; a connection that died unnoticed is opened once more. */
export function connect(version: number, upgrade: (objects: IDBObjectStore) => void): UseStore {
	let live: IDBDatabase | undefined;
	let opening: Promise<IDBDatabase> | undefined;

	function open(): Promise<IDBDatabase> {
		if (live) return Promise.resolve(live);
		opening ??= new Promise<IDBDatabase>((resolve, reject) => {
			const late = setTimeout(() => reject(new CannotOpen('timeout')), openWithin);
			const request = indexedDB.open(database, version);
			request.onupgradeneeded = ({ oldVersion }) => {
				if (oldVersion === 0) request.result.createObjectStore(table);
				else if (request.transaction) upgrade(request.transaction.objectStore(table));
			};
			request.onblocked = () => reject(new CannotOpen('blocked'));
			request.onerror = () => reject(request.error ?? new CannotOpen('error'));
			request.onsuccess = () => {
				clearTimeout(late);
				const db = request.result;
				live = db;
				const drop = () => {
					if (live === db) live = undefined;
				};
				db.onclose = drop;
				db.onversionchange = () => {
					db.close();
					drop();
				};
				resolve(db);
			};
		}).finally(() => {
			opening = undefined;
		});
		return opening;
	}

	return async (mode, work) => {
		let objects: IDBObjectStore;
		try {
			objects = begin(await open(), mode);
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
			live = undefined;
			objects = begin(await open(), mode);
		}
		return work(objects);
	};
}
