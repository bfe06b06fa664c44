/** Compared as exactly as both are: a month is neither before nor after its days. */
export const isBefore = (a: string, b: string): boolean => {
	const shorter = Math.min(a.length, b.length);
	return a.slice(0, shorter) < b.slice(0, shorter);
};
