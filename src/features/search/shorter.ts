import type { Question } from './question.ts';
import type { Entry } from './rank.ts';
import { tokensOf } from './tokens.ts';

/** Longer stretches of a question are not tried. */
const longest = 30;

/** The longest words of a question that some text has, with the number of passages that have them. */
export function shorterWords(entries: readonly Entry[], { parts }: Question): { words: string; times: number }[] {
	const known = (token: string) => entries.some(({ tokens }) => tokens.has(token));
	const found = parts.flatMap((part) => stretches(part, known)).flatMap((stretch) => longestIn(stretch, entries));
	return found.filter(({ words }, i) => found.findIndex((other) => other.words === words) === i).slice(0, 4);
}

/** Where each pair of neighbours stands in some text. */
function stretches(part: string, known: (token: string) => boolean): string[] {
	const out: string[] = [];
	let from = 0;
	const tokens = tokensOf(part);
	for (const [i, token] of tokens.entries()) {
		if (known(token)) continue;
		out.push(part.slice(from, i + 1));
		from = i + 1;
	}
	return [...out, part.slice(from)].filter(({ length }) => length > 1).map((stretch) => stretch.slice(0, longest));
}

function longestIn(stretch: string, entries: readonly Entry[]): { words: string; times: number }[] {
	for (let length = stretch.length; length > 1; length -= 1)
		for (let at = 0; at + length <= stretch.length; at += 1) {
			const words = stretch.slice(at, at + length);
			const times = entries.filter(({ text }) => text.includes(words)).length;
			if (times > 0) return [{ words, times }];
		}
	return [];
}
