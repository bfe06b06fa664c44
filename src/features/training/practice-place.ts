import { dropNow, keepNow, readNow } from '../../kept/now.ts';

/* Where someone stands in a practice, so that a reload goes on from there. */

export interface PracticePlace {
	/** What is practised, as the address says it. */
	what: string;
	/** The order of questions and options. */
	seed: string;
	questions: string[];
	at: number;
	right: number;
	done: number;
}

const key = 'practice';

export const keepPlace = (place: PracticePlace): boolean => keepNow(key, place);

export const dropPlace = (): boolean => dropNow(key);

/** The place kept for this practice, if its questions are still in the bank. */
export function readPlace(what: string, known: ReadonlySet<string>): PracticePlace | undefined {
	const place = readNow(key) as Partial<PracticePlace> | null;
	if (place?.what !== what || typeof place.seed !== 'string' || !Array.isArray(place.questions)) return undefined;
	const numbers = [place.at, place.right, place.done].every((each) => Number.isInteger(each) && Number(each) >= 0);
	if (!numbers || Number(place.at) >= place.questions.length) return undefined;
	return place.questions.every((id) => known.has(id)) ? (place as PracticePlace) : undefined;
}
