/* What must survive a crash at any moment, written at once; the records follow when they can. */

const start = 'now ';

export function keepNow(key: string, value: unknown): void {
	try {
		localStorage.setItem(start + key, JSON.stringify(value));
	} catch {
		// Full or denied: the records hold what was last stored.
	}
}

export function readNow(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(start + key) ?? 'null');
	} catch {
		return null;
	}
}

export function dropNow(key: string): void {
	try {
		localStorage.removeItem(start + key);
	} catch {
		// Denied: there is none.
	}
}

export function dropAllNow(): void {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
	} catch {
		// Denied: there is none.
	}
}
