import type { Wanted } from './evidence.ts';
import type { Gap } from './gaps.ts';
import { type EverydayWords, wantedOf } from './lexicon.ts';
import type { Source } from './passage.ts';
import { type Question, readQuestion } from './question.ts';
import { type Entry, type Ranking, rank } from './rank.ts';
import type { Heard, Sounds } from './sound.ts';

/** What a question found. */
export interface Answer {
	/** As it was understood. */
	question: Question;
	entries: readonly Entry[];
	ranking: Ranking;
	/** What was taken for what was typed, by its sound. */
	heard: readonly Heard[];
	/** It asks for what no text says. */
	gap?: Gap;
}

export interface Means {
	/** Passages that may answer. */
	find: (question: Question, wanted: Wanted) => Promise<readonly Entry[]>;
	sources: readonly Source[];
	/** Those that are looked at first. */
	own: ReadonlySet<string>;
	everyday: EverydayWords;
	/** These come later: they are more than what was typed. */
	gaps: () => Promise<readonly Gap[]>;
	sounds: () => Promise<Sounds>;
}

/** More than this speaks for a passage that answers; with less, what was typed may be no word of ours. */
const little = 0.55;

/** What speaks less for the best passage may be about something else. */
const direct = 0.25;

export const saysDirectly = ({ ranking }: Pick<Answer, 'ranking'>): boolean => ranking.speaks >= direct;

/** The answer to a question in the words that were typed. */
export const answerTo = (typed: string, means: Means): Promise<Answer> =>
	hearing(readQuestion(typed, means.sources), [], means);

async function hearing(question: Question, heard: readonly Heard[], { find, everyday, own }: Means): Promise<Answer> {
	const wanted = wantedOf(question, everyday, heard);
	const entries = await find(question, wanted);
	return { question, entries, ranking: rank(entries, question, { wanted, own }), heard };
}

/** The same answer with what was meant by the sound of it, where the words find little, and what no text says. */
export async function answerFurther(plain: Answer, means: Means): Promise<Answer> {
	const { hits, speaks } = plain.ranking;
	const sounds = speaks < little && hits.every(({ why }) => why === 'words');
	const answer = sounds ? await bySound(plain, means) : plain;
	const gaps = await means.gaps().catch(() => []);
	const gap = answer.ranking.gapAmong(gaps);
	return gap ? { ...answer, gap } : answer;
}

async function bySound(plain: Answer, means: Means): Promise<Answer> {
	const sounds = await means.sounds().catch(() => undefined);
	if (!sounds) return plain;
	const { raw } = plain.question;
	const spelt = sounds.spelt(raw);
	const read = spelt.reduce((text, { typed, meant }) => text.replace(typed, meant), raw);
	const known = (pair: string) => plain.entries.some(({ tokens, asked }) => tokens.has(pair) || asked.tokens.has(pair));
	const alike = sounds.alike(read, known);
	if (spelt.length + alike.length === 0) return plain;
	const answer = await hearing(readQuestion(read, means.sources), alike, means);
	const [first] = answer.ranking.hits;
	return { ...answer, heard: [...spelt, ...alike].filter(({ meant }) => says(first?.entry, meant)) };
}

const says = (entry: Entry | undefined, word: string): boolean =>
	entry !== undefined &&
	(entry.text.includes(word) || (entry.passage.asked?.some((question) => question.includes(word)) ?? false));
