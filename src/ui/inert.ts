/* What people typed, made safe for a file: a reader sees the same, and nothing in it acts. */

const breaks = /\r\n?|[\f\v\u0085\u2028\u2029]/g;
/** Control characters, which no file may hold; overrides and isolates, which turn the words around them. */
const gone = /(?![\t\n])\p{Cc}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

const halves = /\p{Surrogate}/gu;

export const inert = (text: string): string =>
	text.replaceAll(breaks, '\n').replaceAll(gone, '').replaceAll(halves, '\ufffd');
