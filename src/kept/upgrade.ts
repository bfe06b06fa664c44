import type { Entry } from './kind.ts';
import { kinds } from './kinds.ts';
import { moves } from './moves.ts';
import { upgraded } from './upgraded.ts';

/** Brings all records to their new format, in a transaction that does nothing else; few pages ever need it. */
export function upgrade(objects: IDBObjectStore): void {
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
