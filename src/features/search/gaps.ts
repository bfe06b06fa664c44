import type { Gaps } from '../../schemas/search-aids.ts';
import type { Evidence, Held } from './evidence.ts';
import { type Asked, askedOf } from './rank.ts';

/** As it comes with the site. */
export interface GapsData {
	format: number;
	gaps: Gaps;
}

/** What people ask and no text says. */
export interface Gap {
	about: string;
	/** The addresses of what comes nearest. */
	near: readonly string[];
	asked: Asked;
}

export const prepareGaps = ({ gaps }: GapsData): Gap[] =>
	gaps.map(({ about, near, asked }) => ({ about, near, asked: askedOf([...asked, about]) }));

/** A gap that is asked for as clearly as a passage is said beside it. */
const ofPassage = 0.95;

/** With less a question does not ask for it. */
const least = 0.3;

/** What is asked and no text says, where more speaks for that than `best`, which speaks for a passage. */
export function askedGap(gaps: readonly Gap[], evidence: (one: Held) => Evidence, best: number): Gap | undefined {
	const scored = gaps.map((gap) => ({ gap, score: evidence({ text: '', tokens: new Set(), asked: gap.asked }).asked }));
	const [first] = scored.sort((a, b) => b.score - a.score);
	return first && first.score >= Math.max(least, ofPassage * best) ? first.gap : undefined;
}
