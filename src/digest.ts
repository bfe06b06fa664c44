/* Values by what they say, however they came to be. */

/** The same text for the same value. */
export const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, each) =>
		each && typeof each === 'object' && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);

/** A short sum that differs when a text does; no secret and no seal. */
export function digest(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}
