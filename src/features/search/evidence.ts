import type { Entry } from './rank.ts';

/*
 * How much speaks for a passage (BM25): its own words, and the words of those who ask what it answers, each field by
 * its own length. 1 is about as much as a passage of middling length gives that has every word looked for.
 */

/** What is looked for, token by token, with what each counts. */
export type Wanted = ReadonlyMap<string, number>;

export interface Evidence {
	/** By the passage's own words. */
	text: number;
	/** By what people ask whom it answers. */
	asked: number;
}

const saturation = 2;
const lengthCounts = { text: 0.5, asked: 0.7 };

/** What may speak for itself. */
export type Held = Pick<Entry, 'text' | 'tokens' | 'asked'>;

export function evidenceFor(entries: readonly Held[], wanted: Wanted, typed: Wanted): (one: Held) => Evidence {
	const mean = (length: (one: Held) => number) =>
		entries.reduce((sum, entry) => sum + length(entry), 0) / Math.max(1, entries.length);
	const means = { text: mean(({ text }) => text.length), asked: mean(({ asked }) => asked.length) };
	const rarity = new Map(
		Array.from(wanted.keys(), (token) => {
			const among = entries.filter((entry) => entry.tokens.has(token) || entry.asked.tokens.has(token)).length;
			return [token, Math.log(1 + entries.length / (among + 0.5))];
		}),
	);
	const tells = (token: string) => rarity.get(token) ?? 0;
	const all = Array.from(typed, ([token, weight]) => weight * tells(token)).reduce((a, b) => a + b, 0);
	const counted = (times: number, length: number, field: keyof typeof means) => {
		const share = lengthCounts[field];
		const norm = 1 - share + (share * length) / (means[field] || 1);
		return (times * (1 + saturation)) / (times + saturation * norm);
	};
	return (entry) => {
		const sum: Evidence = { text: 0, asked: 0 };
		for (const [token, weight] of wanted) {
			if (entry.tokens.has(token)) sum.text += weight * tells(token) * counted(1, entry.text.length, 'text');
			const times = entry.asked.tokens.get(token) ?? 0;
			if (times > 0) sum.asked += weight * tells(token) * counted(times, entry.asked.length, 'asked');
		}
		return { text: sum.text / (all || 1), asked: sum.asked / (all || 1) };
	};
}
