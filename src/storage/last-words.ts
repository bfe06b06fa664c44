import { keysAtOnce, readAtOnce, writeAtOnce } from './at-once.ts';

/*
 * What pages write while they go away. A database may drop the transaction of a dying page even when
 * it was told to commit (measured on Chromium under load: 1 in 20); this storage is written at once.
 */

const start = 'leaving ';

/** Where it is full or denied, the records' own transactions are under way. */
export function sayLastWords(entries: readonly [string, unknown][]): void {
	for (const [key, value] of entries) writeAtOnce(start + key, value);
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

export const lastWords = (): [string, unknown][] =>
	keysAtOnce(start).flatMap((key) => {
		const said = readAtOnce(key);
		return said === undefined ? [] : [[key.slice(start.length), said]];
	});

export function forgetLastWords(keys: readonly string[]): void {
	for (const key of keys) writeAtOnce(start + key, undefined);
}
