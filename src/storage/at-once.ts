/*
 * The small storage that is written at once, for what must outlive a page at any moment. A browser may lack it, refuse
 * it by throwing at its name alone, or be full: then nothing is found, and writing says false.
 */

/** Undefined where nothing sound is stored. */
export function readAtOnce(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '');
	} catch {
		return undefined;
	}
}

/** Undefined takes it away. */
export function writeAtOnce(key: string, value: unknown): boolean {
	try {
		if (value === undefined) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(value));
		return true;
	} catch {
		return false;
	}
}

export function keysAtOnce(start: string): string[] {
	try {
		return Object.keys(localStorage).filter((key) => key.startsWith(start));
	} catch {
		return [];
	}
}
