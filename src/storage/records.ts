import { entries, get, type UseStore } from 'idb-keyval';
import { tellOthers } from './news.ts';

/** Records by key, on this computer or, where that is denied, in this page alone. */
export interface Records {
	/** Why nothing outlives this page; undefined where it does. */
	memoryOnly: string | undefined;
	get: (key: string) => Promise<unknown>;
	all: () => Promise<[string, unknown][]>;
	/**
	 * Reads some records and writes some in one transaction; done when they are safe. Records
	 * written as undefined are deleted.
	 */
	change: (keys: readonly string[], work: (current: unknown[]) => Change) => Promise<void>;
}

export type Change = [string, unknown][];

const onDisk = (store: UseStore): Records => ({
	memoryOnly: undefined,
	get: (key) => get(key, store),
	all: () => entries<string, unknown>(store),
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
					const requests = keys.map((key) => objects.get(key));
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

export function inMemory(memoryOnly: string | undefined, values = new Map<string, unknown>()): Records {
	return {
		memoryOnly,
		get: async (key) => values.get(key),
		all: async () => [...values],
		change: async (keys, work) => {
			for (const [key, value] of work(keys.map((each) => values.get(each))))
				if (value === undefined) values.delete(key);
				else values.set(key, structuredClone(value));
		},
	};
}

/** Opens what this browser has; never fails. */
export async function openRecords(store: UseStore): Promise<Records> {
	const kept = onDisk(store);
	try {
		// What every page does next.
		await kept.all();
		return kept;
	} catch (error) {
		return inMemory(error instanceof Error ? `${error.name} ${error.message}`.trim() : String(error));
	}
}
