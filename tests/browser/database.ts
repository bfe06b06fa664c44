import type { Page } from '@playwright/test';

/* The database of a page as it lies on the disk, past everything that the site does with it. */

const name = 'standardisation-pilot';

interface Asked {
	put?: readonly (readonly [string, unknown])[];
	/** Everything whose key begins so is taken away first. */
	drop?: string;
}

/** Writes records past the site, as a fault or another build would; gives all that there is then. */
const change = (page: Page, asked: Asked): Promise<[string, unknown][]> =>
	page.evaluate(
		([database, { put = [], drop }]) =>
			new Promise<[string, unknown][]>((done, fail) => {
				const request = indexedDB.open(database);
				request.onerror = () => fail(request.error);
				request.onsuccess = () => {
					const transaction = request.result.transaction('records', 'readwrite');
					const objects = transaction.objectStore('records');
					if (drop !== undefined) objects.delete(IDBKeyRange.bound(drop, `${drop}\uffff`));
					for (const [key, value] of put) objects.put(value, key);
					const [keys, values] = [objects.getAllKeys(), objects.getAll()];
					transaction.onabort = () => fail(transaction.error);
					transaction.oncomplete = () => {
						request.result.close();
						done(keys.result.map((key, i) => [String(key), values.result[i]]));
					};
				};
			}),
		[name, asked] as const,
	);

/** The records as they are stored. */
export const stored = (page: Page): Promise<[string, unknown][]> => change(page, {});

export const write = (page: Page, key: string, value: unknown) => change(page, { put: [[key, value]] });

export const replace = (page: Page, drop: string, put: Asked['put'] = []) => change(page, { put, drop });

export const deleteDatabase = (page: Page) =>
	page.evaluate(
		(database) =>
			new Promise<void>((done) => {
				indexedDB.deleteDatabase(database).onsuccess = () => done();
			}),
		name,
	);
