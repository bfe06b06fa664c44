import { entries, type UseStore } from 'idb-keyval';
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
 * Asks for a value. One that the browser has and cannot read, as when its file is gone from the disk, is no reason to
 * lose the others: this stands in its place.
 */
export function ask(objects: IDBObjectStore, key: IDBValidKey, take: (value: unknown) => void): void {
	const request = objects.get(key);
	request.onsuccess = () => take(request.result);
	request.onerror = (event) => {
		event.preventDefault();
		event.stopPropagation();
		take({ damaged: request.error?.name ?? '' });
	};
}

const oneByOne: Parameters<UseStore>[1] = (objects) =>
	new Promise<[string, unknown][]>((resolve, reject) => {
		const found: [string, unknown][] = [];
		const keys = objects.getAllKeys();
		keys.onsuccess = () => {
			for (const key of keys.result) ask(objects, key, (value) => found.push([String(key), value]));
		};
		objects.transaction.oncomplete = () => resolve(found);
		objects.transaction.onabort = () => reject(objects.transaction.error);
	});

export const onDisk = (store: UseStore): Records => ({
	get: async (key) =>
		store(
			'readonly',
			(objects) =>
				new Promise((resolve, reject) => {
					ask(objects, key, resolve);
					objects.transaction.onabort = () => reject(objects.transaction.error);
				}),
		),
	all: () =>
		entries<string, unknown>(store).catch((error) => {
			// All that is open and will not be read at once.
			if (error instanceof DOMException) return store('readonly', oneByOne) as Promise<[string, unknown][]>;
			throw error;
		}),
	change: async (keys, work) => {
		const changed = await store(
			'readwrite',
			(objects) =>
				new Promise<Change>((resolve, reject) => {
					const { transaction } = objects;
					let change: Change = [];
					let refused: unknown;
					transaction.oncomplete = () => resolve(change);
					transaction.onabort = () => reject(refused ?? transaction.error ?? new DOMException('aborted', 'AbortError'));
					const current: unknown[] = [];
					let open = keys.length;
					const go = () => {
						try {
							change = work(current);
							for (const [key, value] of change)
								if (value === undefined) objects.delete(key);
								else objects.put(value, key);
							transaction.commit();
						} catch (error) {
							refused = error;
							transaction.abort();
						}
					};
					for (const [i, key] of keys.entries())
						ask(objects, key, (value) => {
							current[i] = value;
							open -= 1;
							if (open === 0) go();
						});
					if (open === 0) go();
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
