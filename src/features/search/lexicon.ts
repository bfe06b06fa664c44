import { normal } from '../../clauses/normal.ts';
import type { Lexicon } from '../../schemas/search-aids.ts';
import type { Wanted } from './evidence.ts';
import type { Question } from './question.ts';
import type { Heard } from './sound.ts';
import { weighed } from './tokens.ts';

/** As it comes with the site. */
export interface LexiconData {
	format: number;
	rows: Lexicon;
}

/** Everyday words and what they mean in the texts, the longer first. */
export type EverydayWords = readonly { say: string; means: readonly string[]; near: readonly string[] }[];

const plain = (word: string) => normal(word).text;

export const prepareLexicon = ({ rows }: LexiconData): EverydayWords =>
	rows
		.flatMap(({ say, means, near }) =>
			say.map((word) => ({ say: plain(word), means: means.map(plain), near: near.map(plain) })),
		)
		.sort((a, b) => b.say.length - a.say.length);

/** What a word of the texts counts that stands for one that was typed, beside what was typed itself. */
const weights = { means: 0.5, near: 0.25, heard: 0.6 };

/** All that is looked for: what was typed, what it means in the texts, and what it sounds like. */
export function wantedOf(
	{ said }: Pick<Question, 'said'>,
	everyday: EverydayWords,
	heard: readonly Heard[] = [],
): Wanted {
	const wanted = weighed(said);
	const add = (word: string, share: number) => {
		for (const [token, weight] of weighed(word)) wanted.set(token, Math.max(wanted.get(token) ?? 0, weight * share));
	};
	for (const { meant } of heard) add(meant, weights.heard);
	let text = [said, ...heard.map(({ meant }) => meant)].join(' ');
	for (const { say, means, near } of everyday) {
		if (!text.includes(say)) continue;
		// 钱 in 省钱 is not asked for by itself.
		text = text.replaceAll(say, ' ');
		for (const word of means) add(word, weights.means);
		for (const word of near) add(word, weights.near);
	}
	return wanted;
}
