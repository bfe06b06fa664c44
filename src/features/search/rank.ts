import { normal } from '../../clauses/normal.ts';
import { alikeTo } from './alike.ts';
import { evidenceFor, type Wanted } from './evidence.ts';
import { askedGap, type Gap } from './gaps.ts';
import { meansLabel, readLabel } from './label.ts';
import { addressOf, type Kind, kinds, type Passage } from './passage.ts';
import type { Question } from './question.ts';
import { tokensOf, unitsOf, weighed } from './tokens.ts';

/** A passage ready to be compared. */
export interface Entry {
	passage: Passage;
	text: string;
	tokens: ReadonlySet<string>;
	asked: Asked;
}

/** What people ask whom a passage answers, as it is compared. */
export interface Asked {
	/** How often each token stands in it. */
	tokens: ReadonlyMap<string, number>;
	length: number;
}

/**
 * It is the source or has the label asked for; it has all that was typed, word for word; it has
 * enough of its words; it has all of it, but cut out of a longer number.
 */
const reasons = ['label', 'literal', 'words', 'cut'] as const;

export interface Hit {
	entry: Entry;
	why: (typeof reasons)[number];
	score: number;
	/** What people ask says more for it than its own words. */
	asked: boolean;
	/** It is of a source that is looked at first. */
	own: boolean;
}

export interface Ranking {
	hits: Hit[];
	/** How much a word of the question tells. */
	weigh: (token: string) => number;
	/** How much speaks for the best that is found by its words. */
	speaks: number;
	/** Of what no text says, what the question asks for rather than for any passage. */
	gapAmong: (gaps: readonly Gap[]) => Gap | undefined;
}

export function prepare(passage: Passage): Entry {
	const { text } = normal(`${passage.label}${passage.path ?? ''}${passage.text}`);
	const alone = unitsOf(text);
	// Who asks for 24421 means 24421.1 too.
	const wholes = alone.flatMap((unit) => /^\d{4,}(?=\.)/.exec(unit)?.[0] ?? []);
	return {
		passage,
		text,
		tokens: new Set([...tokensOf(text), ...alone, ...wholes]),
		asked: askedOf(passage.asked ?? []),
	};
}

/** How often each token stands in what is asked; a character by itself counts less. */
export function askedOf(asked: readonly string[]): Asked {
	const tokens = new Map<string, number>();
	let length = 0;
	for (const question of asked)
		for (const [token, weight] of weighed(normal(question).text)) {
			tokens.set(token, (tokens.get(token) ?? 0) + 1);
			length += weight;
		}
	return { tokens, length };
}

const weightOf: { [kind in Kind]: number } = {
	rule: 1,
	line: 0.97,
	problem: 0.95,
	notes: 0.8,
	form: 0.7,
	standard: 0.6,
	question: 0.5,
};
/** What is called by a number in its source. */
const hasLabel: ReadonlySet<Kind> = new Set(['rule', 'line', 'problem', 'notes']);

const order = (kind: Kind) => kinds.indexOf(kind);

/** How many of a question's words a passage must have, by weight. */
const enoughWords = 0.4;

/** How far from the words what answers them may stand. */
const answerWithin = 150;

/** Fields of a form to be filled in say little. */
const isForm = (text: string) => /_{3}|年\s*月\s*日/.test(text);

/** What a ranking goes by besides what was typed. */
interface Aids {
	wanted: Wanted;
	/** The sources that are looked at first. */
	own: ReadonlySet<string>;
}

/** Of what answers as well, the sources that are somebody's own come first. */
const ofOwn = 1.1;

/** Less than this speaks for no passage, and of the best this share at least for each that is shown. */
const [least, ofBest] = [0.12, 0.35];

/** Passages that answer a question, best first; quiz questions are written by us from the others and come after them. */
export function rank(
	entries: readonly Entry[],
	question: Question,
	{ wanted = weighed(question.said), own = new Set() }: Partial<Aids> = {},
): Ranking {
	const isQuiz = ({ passage }: Entry) => passage.kind === 'question';
	const sourced = entries.filter((entry) => !isQuiz(entry));
	if (question.whole === '') return { hits: [], weigh: () => 0, speaks: 0, gapAmong: () => undefined };
	// How rare a word is, the texts tell; the blanks of forms only repeat theirs.
	const texts = sourced.filter(({ passage }) => passage.kind !== 'form');
	const { score, weigh, evidence } = wordScorer(texts, question, wanted);
	const hits = sourced.flatMap((entry) => hitOf(entry, question, own, score));
	const best = Math.max(0, ...hits.map((hit) => (hit.why === 'words' ? hit.score : 0)));
	const enough = ({ why, score: found, entry }: Hit) =>
		why !== 'words' || found >= Math.max(least, ofBest * best) || entry.text.includes(question.whole);
	const ranked = (alike: readonly Hit[]) => withoutRepeats(alike.filter(enough)).sort(better);
	const quiz = entries.filter(isQuiz).flatMap((entry) => hitOf(entry, question, own, score));
	const loose = hits.every(({ why }) => why === 'words');
	const gapAmong = (gaps: readonly Gap[]) => (loose ? askedGap(gaps, evidence, best) : undefined);
	return { hits: [...ranked(hits), ...ranked(quiz)], weigh, speaks: best, gapAmong };
}

/** A passage as an answer, where it is one. */
function hitOf(entry: Entry, question: Question, first: ReadonlySet<string>, score: (entry: Entry) => Speaks): Hit[] {
	const { whole, sources } = question;
	const { source } = entry.passage;
	const own = first.has(source);
	const labelled = asksFor(entry, question);
	if (labelled > 0) return [{ entry, why: 'label', score: labelled, asked: false, own }];
	const favour = (sources.size === 0 || sources.has(source) ? 1 : 0.5) * (own ? ofOwn : 1);
	const places = placesOf(entry.text, whole);
	const speaks = question.labelAlone ? undefined : score(entry);
	// Of many that mention a word, the ones that answer who asks with it.
	if (places.some((at) => isWholeNumber(entry.text, at, whole))) {
		const answers = closeness(entry.text, places, whole) * (1 + (speaks?.score ?? 0));
		return [{ entry, why: 'literal', score: favour * answers, asked: false, own }];
	}
	if (places.length > 0 && !speaks?.worded) return [{ entry, why: 'cut', score: favour, asked: false, own }];
	return speaks && speaks.score > 0
		? [{ entry, why: 'words', score: favour * speaks.score, asked: speaks.asked, own }]
		: [];
}

function better(a: Hit, b: Hit): number {
	const reason = reasons.indexOf(a.why) - reasons.indexOf(b.why);
	if (reason !== 0) return reason;
	const whole = Number(a.entry.passage.whole ?? false) - Number(b.entry.passage.whole ?? false);
	if (whole !== 0 && a.why === 'literal') return whole;
	if (a.own !== b.own && a.why === 'literal') return a.own ? -1 : 1;
	const kind = order(a.entry.passage.kind) - order(b.entry.passage.kind);
	return a.why === 'words' ? b.score - a.score : kind || b.score - a.score;
}

/** Whether a question asks for this very passage: 1 for its full label, less for one that leaves out a unit. */
function asksFor({ passage }: Entry, { label, labelAlone, sources, sourceAlone }: Question): number {
	if (sources.size > 0 && !sources.has(passage.source)) return 0;
	if (sourceAlone) return passage.id === '' ? 1 : 0;
	if (!label || !labelAlone || !hasLabel.has(passage.kind)) return 0;
	const own = readLabel(passage.label);
	if (!own || !meansLabel(label, own)) return 0;
	return own.units === label.units ? 1 : 0.5;
}

const isDigit = (text: string | undefined) => text !== undefined && /\d/.test(text);

/** A number at either end of the words must not go on in the text: 5分 is not in 85分 nor in 1.5分. */
function isWholeNumber(text: string, at: number, words: string): boolean {
	const end = at + words.length;
	const goesOn = isDigit(words.at(-1)) && isDigit(text[end]);
	const before = text[at - 1];
	const cameOn = isDigit(words[0]) && (isDigit(before) || (before === '.' && isDigit(text[at - 2])));
	return !goesOn && !cameOn;
}

/** How much of a passage the words are: a short one that says just this before a long one that mentions it. */
function closeness(text: string, places: readonly number[], words: string): number {
	// 24421 is meant before 24421.1.
	const exact = places.some((at) => !(isDigit(words.at(-1)) && /^[.]\d/.test(text.slice(at + words.length))));
	return ((exact ? 1 : 0.5) * (places.length * words.length)) / (text.length + 40);
}

/** What stands in a chapter as a whole is said more exactly by a part of it. */
const ofWhole = 0.85;

/** What speaks for a passage, in parts that add up. */
const shares = { worded: 0.7, text: 0.6, asked: 1 };

function wordScorer(entries: readonly Entry[], question: Question, wanted: Wanted) {
	const { parts, label } = question;
	const tokens = [...new Set(parts.flatMap(tokensOf))];
	const has = (entry: Entry, token: string) => alikeTo(token).some((word) => entry.tokens.has(word));
	const rarity = new Map(
		tokens.map((token) => {
			const among = entries.filter((entry) => has(entry, token)).length;
			return [token, among > 0 ? Math.log(1 + entries.length / among) : 0];
		}),
	);
	const weigh = (token: string) => rarity.get(token) ?? 0;
	const sum = (some: readonly string[]) => some.reduce((total, token) => total + weigh(token), 0);
	const all = sum(tokens);
	/** How much of the question the texts have words for: what is left of one may be its least part. */
	const strange = tokens.filter((token) => weigh(token) === 0).length * Math.log(1 + entries.length);
	const known = all / (all + strange || 1);
	const worded = wordedScore(question, { tokens, has, sum, all });
	const evidence = evidenceFor(entries, wanted, weighed(question.said));
	const score = (entry: Entry): Speaks => {
		const speaks = evidence(entry);
		const within = label && standsUnder(entry, label) ? 1.5 : 1;
		const own = worded(entry);
		const text = shares.worded * known * own + shares.text * speaks.text;
		const asked = shares.asked * speaks.asked;
		const weight = within * weightOf[entry.passage.kind] * (entry.passage.whole ? ofWhole : 1);
		return { score: weight * (text + asked), worded: own > 0, asked: asked > text };
	};
	return { score, weigh, evidence };
}

interface Speaks {
	score: number;
	/** It has enough of the question's words itself. */
	worded: boolean;
	/** What people ask says more for it than its own words. */
	asked: boolean;
}

interface Words {
	tokens: readonly string[];
	has: (entry: Entry, token: string) => boolean;
	sum: (some: readonly string[]) => number;
	all: number;
}

/** How well a passage's own words answer a question: how many of its words it has, and how near each other. */
function wordedScore({ parts, answer }: Question, { tokens, has, sum, all }: Words) {
	const span = Math.max(40, 2.5 * parts.join('').length);
	return (entry: Entry): number => {
		const found = tokens.filter((token) => has(entry, token));
		const coverage = all > 0 ? sum(found) / all : 0;
		if (coverage < enoughWords) return 0;
		const { tokens: close, at } = densest(entry.text, found, span, sum);
		const near = sum(close) / all;
		const around = entry.text.slice(Math.max(0, at - answerWithin), at + answerWithin);
		const answers = answer?.test(around) ? 1.25 : 1;
		const phrases = parts.filter((part) => part.length > 2 && entry.text.includes(part)).length / parts.length;
		const length = 1 / (1 + entry.text.length / 1500);
		const blank = isForm(entry.passage.text) ? 0.7 : 1;
		return answers * length * blank * (0.45 * coverage + 0.45 * near + 0.1 * phrases);
	};
}

/** Whether a passage has a label or stands in what has it. */
const standsUnder = ({ passage }: Entry, label: NonNullable<Question['label']>): boolean => {
	const own = readLabel(passage.label);
	return own !== undefined && (meansLabel(label, own) || own.numbers.startsWith(`${label.numbers} `));
};

/** The tokens in the stretch of a text that has the most of them. */
function densest(
	text: string,
	tokens: readonly string[],
	span: number,
	sum: (some: readonly string[]) => number,
): { tokens: readonly string[]; at: number } {
	const places = tokens
		.flatMap((token) => alikeTo(token).flatMap((word) => placesOf(text, word).map((at) => ({ token, at }))))
		.sort((a, b) => a.at - b.at);
	let best = { tokens: [] as string[], at: 0 };
	for (const { at } of places) {
		const here = [
			...new Set(places.filter((place) => place.at >= at && place.at <= at + span).map(({ token }) => token)),
		];
		if (sum(here) > sum(best.tokens)) best = { tokens: here, at };
	}
	return best;
}

export function placesOf(text: string, words: string): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
	return places;
}

/**
 * Of a clause and the parts whose words it repeats, keeps the parts where the best of them answers
 * as well, else the clause: nothing is left out that is not said by what stays.
 */
function withoutRepeats(hits: readonly Hit[]): Hit[] {
	const byAddress = new Map(hits.map((hit) => [addressOf(hit.entry.passage), hit]));
	const parts = new Map<Hit, Hit[]>();
	const tops: Hit[] = [];
	for (const hit of hits) {
		const { source, parent, text } = hit.entry.passage;
		const above = parent ? byAddress.get(addressOf({ source, id: parent })) : undefined;
		const repeated = above && hit.why !== 'label' && above.why !== 'label' && above.entry.passage.text.includes(text);
		if (repeated) parts.set(above, [...(parts.get(above) ?? []), hit]);
		else tops.push(hit);
	}
	const settle = (hit: Hit): Hit[] => {
		const below = (parts.get(hit) ?? []).flatMap(settle);
		return below.some((part) => better(part, hit) <= 0) ? below : [hit];
	};
	return tops.flatMap(settle);
}
