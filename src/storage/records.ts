import { entries, get, keys, type UseStore } from 'idb-keyval';
import { tellOthers } from './news.ts';

/** Records by key, on this computer or in a page alone. */
export interface Records {
	get: (key: string) => Promise<unknown>;
	all: () => Promise<[string, unknown][]>;
	/**
	 * Reads some records and writes some in one transaction; done when they are safe. Records
	 * written as undefined are deleted.
	 */
	change: (keys: readonly string[], work: (current: unknown[]) => Change) => Promise<void>;
}

export type Change = [string, unknown][];

/**
 * A value that the browser has and cannot read, as when its file is gone from the disk, ends the transaction that asks
 * for it. It is no reason to lose the others: this stands in its place.
 */
const readOne = (store: UseStore, key: string): Promise<unknown> =>
	get(key, store).catch((error: unknown) => {
		if (!isUnreadable(error)) throw error;
		return { damaged: error.name };
	});

const isUnreadable = (error: unknown): error is DOMException =>
	error instanceof DOMException && ['NotReadableError', 'DataError', 'UnknownError'].includes(error.name);

export const onDisk = (store: UseStore): Records => ({
	get: (key) => readOne(store, key),
	all: () =>
		entries<string, unknown>(store).catch(async (error: unknown) => {
			if (!isUnreadable(error)) throw error;
			const found: [string, unknown][] = [];
			for (const key of await keys<string>(store)) found.push([key, await readOne(store, key)]);
			return found;
		}),
	change: async (wanted, work) => {
		const changed = await store(
			'readwrite',
			(objects) =>
				new Promise<Change>((resolve, reject) => {
					const { transaction } = objects;
					let change: Change = [];
					let refused: unknown;
					transaction.oncomplete = () => resolve(change);
					transaction.onabort = () => reject(refused ?? transaction.error ?? new DOMException('aborted', 'AbortError'));
					const requests = wanted.map((key) => objects.get(key));
					const go = () => {
						if (requests.some(({ readyState }) => readyState === 'pending')) return;
						try {
							change = work(requests.map(({ result }) => result));
							for (const [key, value] of change)
								if (value === undefined) objects.delete(key);
								else objects.put(value, key);
							transaction.commit();
						} catch (error) {
							refused = error;
							transaction.abort();
						}
					};
					for (const request of requests) request.onsuccess = go;
					if (requests.length === 0) go();
				}),
		);
		tellOthers(changed.map(([key]) => key));
	},
});

export const inMemory = (values = new Map<string, unknown>()): Records => ({
	get: async (key) => values.get(key),
	all: async () => [...values],
	change: async (keys, work) => {
		for (const [key, value] of work(keys.map((each) => values.get(each))))
			if (value === undefined) values.delete(key);
			else values.set(key, structuredClone(value));
	},
});
