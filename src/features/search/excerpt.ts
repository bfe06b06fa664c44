import { normal } from '../../clauses/normal.ts';
import { alikeTo } from './alike.ts';
import type { Question } from './question.ts';
import { placesOf } from './rank.ts';
import { tokensOf } from './tokens.ts';

export interface Piece {
	text: string;
	/** It is what was looked for. */
	found: boolean;
}

/** How many characters of a passage a result shows. */
const shown = 110;

/** Where something that was looked for stands, and how much it tells. */
interface Found {
	start: number;
	end: number;
	weight: number;
}

/** The part of a text that tells the most of what was looked for, cut into what is found and what stands around it. */
export function excerpt(text: string, question: Question, weigh: (token: string) => number = () => 1): Piece[] {
	const found = foundIn(text, question, weigh);
	const start = startOfBest(text, found, question);
	const end = Math.min(text.length, start + shown);
	const lit = Array.from(text, () => false);
	for (const each of found) lit.fill(true, each.start, each.end);
	const pieces: Piece[] = [];
	for (let at = start; at < end; at += 1) {
		const character = text[at] === '\n' ? ' ' : (text[at] ?? '');
		const last = pieces.at(-1);
		if (last && last.found === (lit[at] ?? false)) last.text += character;
		else pieces.push({ text: character, found: lit[at] ?? false });
	}
	const dots = (more: boolean): Piece[] => (more ? [{ text: '…', found: false }] : []);
	return [...dots(start > 0), ...pieces, ...dots(end < text.length)];
}

/** All that was typed, else its longest words, else its pairs; never a character by itself. */
function foundIn(text: string, { whole, parts }: Question, weigh: (token: string) => number): Found[] {
	const { text: compared, from } = normal(text);
	const places = (words: string, weight: number): Found[] =>
		placesOf(compared, words).map((at) => ({
			start: from[at] ?? 0,
			end: (from[at + words.length - 1] ?? 0) + 1,
			weight,
		}));
	const all = whole ? places(whole, 1) : [];
	if (all.length > 0) return all;
	const pairs = (part: string) => tokensOf(part).filter((token) => token.length > 1);
	return parts.flatMap((part) => {
		const phrase =
			part.length > 1
				? places(
						part,
						pairs(part).reduce((sum, token) => sum + weigh(token), 0),
					)
				: [];
		if (phrase.length > 0) return phrase;
		return pairs(part).flatMap((token) => alikeTo(token).flatMap((word) => places(word, weigh(token))));
	});
}

function startOfBest(text: string, found: readonly Found[], { answer }: Question): number {
	if (text.length <= shown || found.length === 0) return 0;
	const told = (start: number): number => {
		const within = found.filter((each) => each.start >= start && each.end <= start + shown);
		const words = new Map(within.map((each) => [text.slice(each.start, each.end), each.weight]));
		const sum = [...words.values()].reduce((total, weight) => total + weight, 0);
		return answer?.test(normal(text.slice(start, start + shown)).text) ? 1.25 * sum : sum;
	};
	const starts = [0, ...found.map((each) => leadIn(text, each.start))];
	return starts.reduce((best, start) => (told(start) > told(best) ? start : best), 0);
}

/** From the start of the sentence, where that is near. */
function leadIn(text: string, first: number): number {
	const lead = text.slice(Math.max(0, first - 40), first);
	const cut = Math.max(...['。', '；', '\n', '：'].map((sign) => lead.lastIndexOf(sign)));
	return Math.max(0, first - (cut >= 0 ? lead.length - cut - 1 : Math.min(lead.length, 20)));
}
