/** Plain HTTP pages have no crypto.randomUUID; a browser without any crypto is still not left without ids. */
function bytes(): Uint8Array {
	const eight = new Uint8Array(8);
	try {
		return crypto.getRandomValues(eight);
	} catch {
		return eight.map(() => Math.random() * 256);
	}
}

/** An id that no other has. */
export const freshId = (): string => Array.from(bytes(), (byte) => byte.toString(36).padStart(2, '0')).join('');

/** Under which a browser keeps its name in the lineage of what it writes. */
export const here = 'here';

/** Named when it first writes; erased with everything else. */
export const nameOfBrowser = (stored: unknown): string => (typeof stored === 'string' ? stored : freshId());

let page = freshId();

/**
 * Under which this page signs what it writes: its browser's name and one that every page draws anew, so that a copy of
 * the browser's profile on another computer is never taken for its past.
 */
export const writerIn = (browser: string): string => `${browser}.${page}`;

/** Where what this page wrote is no more, as after a deletion, what it writes next has not seen it. */
export function signAnew(): void {
	page = freshId();
}

/** Whether two pages that signed are of one browser, or of copies of it. */
export const sameBrowser = (one: string, other: string): boolean => one.split('.')[0] === other.split('.')[0];

let last = 0;

/** When something is written: always later than what this page wrote before, whatever becomes of the clock. */
export function tick(now = Date.now()): number {
	last = Math.max(now, last + 1);
	return last;
}
