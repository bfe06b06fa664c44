import type { Document } from '../schemas/document.ts';
import type { Fault } from './fault.ts';
import { shownText } from './marks.ts';
import { type Visit, walk, words } from './outline.ts';
import { findReferences, type Reference, type Target } from './references.ts';

/** A place in a document where something is said; no clause means its opening lines. */
export interface Place {
	document: Document;
	visit: Visit | undefined;
}

export interface Links {
	/** What a text standing at a place points to, pointers to where one already is left out. */
	from: (text: string, place: Place) => Reference[];
	/** The places that point to a clause, or to a whole document. */
	to: (document: string, anchor?: string) => Place[];
	clause: (document: string, anchor: string) => Visit | undefined;
	faults: Fault[];
}

/** Resolves every reference between the documents, in their words and in our notes on them. */
export function linkDocuments(documents: readonly Document[]): Links {
	const clauses = new Map(
		documents.map((document) => [
			document.id,
			new Map(Array.from(walk(document), (visit) => [visit.clause.id, visit])),
		]),
	);
	const incoming = new Map<string, Set<Place>>();
	const faults: Fault[] = [];

	/** 第一款 of an article that has just one paragraph is the article. */
	const settle = (reference: Reference): Reference => {
		const { target } = reference;
		const whole = target.type === 'clause' ? target.anchor?.replace(/\.p1$/, '') : undefined;
		if (target.type === 'standard' || !whole || clauses.get(target.document)?.has(target.anchor ?? ''))
			return reference;
		return { ...reference, target: { ...target, anchor: whole } };
	};

	const from: Links['from'] = (text, place) =>
		findReferences(text, place.document.id, documents)
			.map(settle)
			.filter(({ target }) => !standsIn(place, target));

	for (const { file, id, meta } of documents)
		for (const { text, anchor } of meta.aliases)
			if (anchor !== undefined && !clauses.get(id)?.has(anchor))
				faults.push({
					file,
					problem: `the alias “${text}” points to ${id}#${anchor}, which does not exist.`,
					remedy: 'Mend its anchor.',
				});

	for (const document of documents)
		for (const { place, text, line } of texts(document))
			for (const { target, start, end } of from(text, place)) {
				if (target.type === 'standard') continue;
				const { document: id, anchor } = target;
				if (anchor !== undefined && !clauses.get(id)?.has(anchor)) {
					faults.push({
						file: document.file,
						line,
						problem: `“${text.slice(start, end)}” points to ${id}#${anchor}, which does not exist.`,
						remedy: 'Mend the number, or name the document meant right before it.',
					});
				} else if (place.visit || id !== document.id) {
					const key = keyOf(id, anchor);
					incoming.set(key, (incoming.get(key) ?? new Set()).add(place));
				}
			}

	return {
		from,
		to: (document, anchor) => [...(incoming.get(keyOf(document, anchor)) ?? [])],
		clause: (document, anchor) => clauses.get(document)?.get(anchor),
		faults,
	};
}

const keyOf = (document: string, anchor: string | undefined) => `${document}#${anchor ?? ''}`;

function standsIn({ document, visit }: Place, target: Target): boolean {
	if (target.type === 'standard' || target.document !== document.id) return false;
	if (target.anchor === undefined) return true;
	return [...(visit?.ancestors ?? []), visit?.clause].some((clause) => clause?.id === target.anchor);
}

/** The words of a document and the reasons of its marks, each with its place. */
export function* texts(document: Document): Generator<{ place: Place; text: string; line: number }> {
	const places = new Map<string | undefined, Place>();
	for (const { runs, line, visit } of words(document)) {
		const id = visit?.clause.id;
		const place = places.get(id) ?? { document, visit };
		places.set(id, place);
		yield { place, text: shownText(runs), line };
		for (const { mark } of runs) if (mark) yield { place, text: mark.reason, line };
	}
}
