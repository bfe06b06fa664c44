import type { BrowserContext, Page } from '@playwright/test';

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
				// What is made here would stand in the site's way.
				request.onupgradeneeded = () => request.transaction?.abort();
				request.onerror = () => fail(request.error ?? new Error('the site has not made its database yet'));
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

/**
 * The database is held as by another window that neither closes nor goes: who opens it now waits, until what is given
 * back is called. What is stored stays as it is.
 */
export async function hold(context: BrowserContext): Promise<() => Promise<void>> {
	const holder = await context.newPage();
	// A page of the site without any script of it.
	await holder.goto('/sw-off.js');
	await holder.evaluate(
		(database) =>
			new Promise<void>((done) => {
				const first = indexedDB.open(database);
				first.onsuccess = () => {
					const next = indexedDB.open(database, 1000);
					next.onupgradeneeded = () => next.transaction?.abort();
					next.onblocked = () => done();
				};
			}),
		name,
	);
	return async () => {
		const next = await context.newPage();
		await next.goto('/sw-off.js');
		await holder.close();
		// The browser lets go some time after the page is gone; who asked before has been answered then.
		await next.evaluate(
			(database) =>
				new Promise<void>((done) => {
					const request = indexedDB.open(database);
					request.onsuccess = () => {
						request.result.close();
						done();
					};
				}),
			name,
		);
		await next.close();
	};
}

/** From now on nothing more can be written on this page, as on a full disk; what is given back mends it. */
export async function full(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const { put } = IDBObjectStore.prototype;
		Object.assign(globalThis, { put });
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	return () =>
		page.evaluate(() => {
			IDBObjectStore.prototype.put = (globalThis as unknown as { put: typeof IDBObjectStore.prototype.put }).put;
		});
}

/** What there is, without reading any of it. */
export const keysIn = (page: Page): Promise<string[]> =>
	page.evaluate(
		(database) =>
			new Promise<string[]>((done) => {
				const request = indexedDB.open(database);
				request.onsuccess = () => {
					const keys = request.result.transaction('records').objectStore('records').getAllKeys();
					keys.onsuccess = () => {
						request.result.close();
						done(keys.result.map(String));
					};
				};
			}),
		name,
	);

/** Whether a newer build could bring the database to its version now, or some connection stays open. */
export async function upgradeable(context: BrowserContext): Promise<string> {
	const next = await context.newPage();
	await next.goto('/sw-off.js');
	return next.evaluate(
		(database) =>
			new Promise<string>((done) => {
				const request = indexedDB.open(database, 1000);
				request.onblocked = () => done('blocked');
				request.onupgradeneeded = () => done('upgraded');
			}),
		name,
	);
}
