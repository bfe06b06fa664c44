/** An id that no other has; plain HTTP pages have no crypto.randomUUID. */
export const freshId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0')).join('');

/** Under which a browser keeps its name in the lineage of what it writes. */
export const here = 'here';

/** Named when it first writes; erased with everything else. */
export const nameOfBrowser = (stored: unknown): string => (typeof stored === 'string' ? stored : freshId());
