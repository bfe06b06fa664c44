/** An id that no other has; plain HTTP pages have no crypto.randomUUID. */
export const freshId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0')).join('');

/**
 * Under which this page signs what it writes: drawn anew by every page, so that a copy of this browser's profile on
 * another computer is never taken for its past.
 */
export const writer = freshId();

let last = 0;

/** When something is written: always later than what this page wrote before, whatever becomes of the clock. */
export function tick(now = Date.now()): number {
	last = Math.max(now, last + 1);
	return last;
}
