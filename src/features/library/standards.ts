import type { Place } from '../../clauses/links.ts';
import { shownText } from '../../clauses/marks.ts';
import { words } from '../../clauses/outline.ts';
import { findStandards, nameAfter } from '../../clauses/standards.ts';
import { library } from '../../text/library.ts';

interface Mention {
	place: Place;
	/** The number as this place writes it. */
	written: string;
	/** The words around it. */
	before: string;
	after: string;
}

interface Standard {
	number: string;
	names: Set<string>;
	mentions: Mention[];
}

const around = 24;

/** Every standard that any document names, by number. */
export function standardsNamed(): Standard[] {
	const standards = new Map<string, Standard>();
	for (const document of library().documents)
		for (const { runs, visit } of words(document)) {
			const text = shownText(runs);
			for (const { number, start, end } of findStandards(text)) {
				const standard = standards.get(number) ?? { number, names: new Set(), mentions: [] };
				standards.set(number, standard);
				const name = nameAfter(text, end);
				if (name) standard.names.add(name);
				standard.mentions.push({
					place: { document, visit },
					written: text.slice(start, end),
					before: `${start > around ? '…' : ''}${text.slice(Math.max(0, start - around), start)}`,
					after: `${text.slice(end, end + around)}${end + around < text.length ? '…' : ''}`,
				});
			}
		}
	return [...standards.values()].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
}

/** Documents that are named by number and that this site does not hold. */
export function documentsElsewhere(): { number: string; places: Place[] }[] {
	const { documents } = library();
	const held = new Set(documents.flatMap(({ meta }) => [meta.number, ...meta.aliases.map(({ text }) => text)]));
	const places = new Map<string, Place[]>();
	for (const document of documents)
		for (const { runs, visit } of words(document))
			for (const [number] of shownText(runs).matchAll(/[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号/g))
				if (!held.has(number)) places.set(number, [...(places.get(number) ?? []), { document, visit }]);
	return Array.from(places, ([number, at]) => ({ number, places: at }));
}
