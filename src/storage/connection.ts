import type { UseStore } from 'idb-keyval';

/*
 * The one connection to the database, made for idb-keyval's seam: nobody waits for it longer than a time limit, it
 * gives way to other tabs, comes back when it dies, and writes durably.
 */

const database = 'standardisation-pilot';
const table = 'records';

/** A browser that has not opened its database by then is not waited for, though it may still do so. */
const waitFor = 3000;

/** The database is not open yet: the browser is slow, or another window holds an older version of it. */
export class NotYet extends Error {
	readonly why: 'slow' | 'held';

	constructor(why: 'slow' | 'held') {
		super(why);
		this.name = 'NotYet';
		this.why = why;
	}
}

export interface Connection {
	store: UseStore;
	/** Done when it is open, however long that takes. */
	opened: () => Promise<unknown>;
}

const begin = (db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore =>
	db.transaction(table, mode, { durability: 'strict' }).objectStore(table);

interface Opening {
	db: Promise<IDBDatabase>;
	/** Fails when it is known that nothing comes of it soon. */
	patience: Promise<never>;
}

/** Brings what an older build kept to what this one keeps. */
type Upgrade = (objects: IDBObjectStore) => void;

/** A connection that died unnoticed is opened once more. What upgrades is loaded where there is something to upgrade. */
export function connect(version: number, loadUpgrade: () => Promise<Upgrade>): Connection {
	let live: IDBDatabase | undefined;
	let upgrade: Upgrade | undefined;
	let opening: Opening | undefined;

	function request(): Opening {
		let impatient = (_: Error) => {};
		const patience = new Promise<never>((_, reject) => {
			impatient = reject;
		});
		patience.catch(() => {});
		const ask = (resolve: (db: IDBDatabase) => void, reject: (error: unknown) => void) => {
			const asked = indexedDB.open(database, version);
			let upgradeIsMissing = false;
			asked.onupgradeneeded = ({ oldVersion }) => {
				if (oldVersion === 0) asked.result.createObjectStore(table);
				else if (upgrade && asked.transaction) upgrade(asked.transaction.objectStore(table));
				else {
					upgradeIsMissing = true;
					asked.transaction?.abort();
				}
			};
			asked.onblocked = () => impatient(new NotYet('held'));
			asked.onerror = () => {
				if (!upgradeIsMissing) return reject(asked.error);
				loadUpgrade().then((loaded) => {
					upgrade = loaded;
					ask(resolve, reject);
				}, reject);
			};
			asked.onsuccess = () => {
				const db = asked.result;
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
		};
		const db = new Promise<IDBDatabase>(ask).finally(() => {
			opening = undefined;
		});
		setTimeout(() => impatient(new NotYet('slow')), waitFor);
		return { db, patience };
	}

	const open = (): Opening => {
		opening ??= request();
		return opening;
	};
	const soon = async (): Promise<IDBDatabase> => {
		if (live) return live;
		const { db, patience } = open();
		return Promise.race([db, patience]);
	};

	return {
		opened: async () => live ?? open().db,
		store: async (mode, work) => {
			let objects: IDBObjectStore;
			try {
				objects = begin(await soon(), mode);
			} catch (error) {
				if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
				live = undefined;
				objects = begin(await soon(), mode);
			}
			return work(objects);
		},
	};
}
