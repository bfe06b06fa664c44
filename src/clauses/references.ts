import type { FrontMatter } from '../schemas/document.ts';
import { chineseNumber, parseNumber } from './numerals.ts';
import { findStandards } from './standards.ts';

/** A place that a text points to. */
export type Target =
	| { type: 'clause'; document: string; anchor: string | undefined }
	| { type: 'standard'; number: string };

export interface Reference {
	start: number;
	end: number;
	target: Target;
}

interface Shelf {
	id: string;
	meta: Pick<FrontMatter, 'aliases'>;
}

const n = chineseNumber;
const article = RegExp(`第(${n})条(?:第(${n})款)?(?:第[（(](${n})[）)]项)?`, 'g');
const part = RegExp(`第(${n})部分(?:[（(](${n})[）)])?(?![：:])`, 'g');
const chapter = RegExp(`第(${n})章`, 'g');
/** Only 见附件2, 《…》附件2, or 附件2： at the start of a line: a bare 附件2 may be a label of its own. */
const annex = /(?<=[见》])附件\s*(\d+)|(?<=^|\n)附件\s*(\d*)(?=：)/g;

const value = (digits: string | undefined): number | undefined => (digits ? parseNumber(digits) : undefined);

/**
 * Everything a text points to, in order and without overlaps. A numbered place (第九条) means the
 * document named right before it, else the text's own document `home`.
 */
export function findReferences(text: string, home: string, shelves: readonly Shelf[]): Reference[] {
	const named = findNames(text, shelves);
	const places = [
		...matches(article, text, ([a, p, i]) => `art-${value(a)}${i ? `.${value(i)}` : p ? `.p${value(p)}` : ''}`),
		...matches(part, text, ([s, i]) => `s${value(s)}${i ? `.${value(i)}` : ''}`),
		...matches(chapter, text, ([c]) => `ch-${value(c)}`),
		...matches(annex, text, ([seen, listed]) => `annex${seen || listed ? `-${seen || listed}` : ''}`),
	].sort((a, b) => a.start - b.start);

	const found: Reference[] = named.map(({ start, end, document, anchor }) => ({
		start,
		end,
		target: clauseTarget(document, anchor),
	}));
	/** What the last numbered place was in; undefined for a document that is not here. */
	let last: { end: number; document: string | undefined } = { end: -1, document: undefined };
	for (const { start, end, anchor } of places) {
		const before = text.slice(0, start).replace(/(?:[\s的]|（[^（）]*）)+$/, '').length;
		const name = named.find((candidate) => candidate.end === before);
		const listed = text.slice(0, start).replace(/[、和及与至]$/, '').length;
		const document =
			name?.document ?? (text[before - 1] === '》' ? undefined : listed === last.end ? last.document : home);
		last = { end, document };
		if (document === undefined) continue;
		const opens = name?.end === start ? name.start : start;
		found.push({ start: opens, end, target: clauseTarget(document, anchor) });
	}
	found.push(
		...findStandards(text).map(
			({ start, end, number }): Reference => ({ start, end, target: { type: 'standard', number } }),
		),
	);
	return withoutOverlaps(found);
}

const matches = (pattern: RegExp, text: string, anchorOf: (groups: (string | undefined)[]) => string) =>
	Array.from(text.matchAll(pattern), (match) => {
		const [whole, ...groups] = match;
		return { start: match.index, end: match.index + whole.length, anchor: anchorOf(groups) };
	});

const clauseTarget = (document: string, anchor: string | undefined): Target => ({ type: 'clause', document, anchor });

interface Name {
	start: number;
	end: number;
	document: string;
	anchor: string | undefined;
}

interface Alias {
	text: string;
	document: string;
	anchor: string | undefined;
}

/** How many letters of a name are looked up; no alias is shorter. */
const opening = 2;

const lookups = new WeakMap<readonly Shelf[], Map<string, Alias[]>>();

/** All names by how they start: hundreds of documents must not be sought one by one in every text. */
function aliasesByStart(shelves: readonly Shelf[]): Map<string, Alias[]> {
	const known = lookups.get(shelves);
	if (known) return known;
	const aliases = shelves.flatMap(({ id, meta }) =>
		meta.aliases.map(({ text, anchor }) => ({ text, anchor, document: id })),
	);
	const made = Map.groupBy(aliases, ({ text }) => text.slice(0, opening));
	lookups.set(shelves, made);
	return made;
}

/** Documents called by name, with the book-title marks around the name. */
function findNames(text: string, shelves: readonly Shelf[]): Name[] {
	const aliases = aliasesByStart(shelves);
	const found: Name[] = [];
	for (let at = 0; at < text.length; at += 1)
		for (const { text: words, document, anchor } of aliases.get(text.slice(at, at + opening)) ?? []) {
			if (!text.startsWith(words, at)) continue;
			const quoted = text[at - 1] === '《' && text[at + words.length] === '》';
			const [start, end] = quoted ? [at - 1, at + words.length + 1] : [at, at + words.length];
			found.push({ start, end, document, anchor });
		}
	return withoutOverlaps(found);
}

/** Earlier and, at the same place, longer spans win. */
function withoutOverlaps<Span extends { start: number; end: number }>(spans: Span[]): Span[] {
	const kept: Span[] = [];
	for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end))
		if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
	return kept;
}
