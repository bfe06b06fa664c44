import { normal } from '../../clauses/normal.ts';
import type { Hit } from './rank.ts';

/** A hit with those that say it in the same sentence. */
export interface Group {
	hit: Hit;
	same: Hit[];
}

/** Shorter sentences say too little to be the same. */
const shortest = 8;

const ends = /[。；！？\n]/;

/** The sentence in which all that was typed stands, as it is compared. */
function sentenceWith(text: string, whole: string): string | undefined {
	const sentences = text.split(ends).map((sentence) => normal(sentence).text);
	return sentences.find((sentence) => sentence.length >= shortest && sentence.includes(whole));
}

/** Puts hits that say the same under the first of them. */
export function grouped(hits: readonly Hit[], whole: string): Group[] {
	const groups: Group[] = [];
	const bySentence = new Map<string, Group>();
	for (const hit of hits) {
		const sentence = hit.why === 'literal' ? sentenceWith(hit.entry.passage.text, whole) : undefined;
		const first = sentence === undefined ? undefined : bySentence.get(sentence);
		if (first) {
			first.same.push(hit);
			continue;
		}
		const group = { hit, same: [] };
		groups.push(group);
		if (sentence !== undefined) bySentence.set(sentence, group);
	}
	return groups;
}
