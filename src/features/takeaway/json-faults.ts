/* What JSON allows and no backup of ours has: names said twice, names that mean something to the language, towers of brackets. */

/** Our own files reach nine. */
const deepest = 40;

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

type JsonFault = { fault: 'deep' } | { fault: 'twice' | 'forbidden'; name: string };

/** The first fault of a text that is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
	/** The names said so far in each object that is open; undefined for an array. */
	const open: (Set<string> | undefined)[] = [];
	const colon = /\s*:/y;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (sign === '{' || sign === '[') {
			open.push(sign === '{' ? new Set() : undefined);
			if (open.length > deepest) return { fault: 'deep' };
		} else if (sign === '}' || sign === ']') open.pop();
		else if (sign === '"') {
			const end = endOfString(text, at);
			colon.lastIndex = end + 1;
			if (colon.test(text)) {
				const name: string = JSON.parse(text.slice(at, end + 1));
				const names = open.at(-1);
				if (forbidden.has(name)) return { fault: 'forbidden', name };
				if (names?.has(name)) return { fault: 'twice', name };
				names?.add(name);
			}
			at = end;
		}
	}
	return undefined;
}

function endOfString(text: string, start: number): number {
	for (let at = start + 1; ; at += 1) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '"') return at;
	}
}
