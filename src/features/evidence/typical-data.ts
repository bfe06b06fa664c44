import type { Rubric } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';
import { placeOfLine } from '../../text/rubric-source.ts';

/** A paper that a source names for a line, as a page needs it. */
export interface Typical {
	name: string;
	/** Where it is named, and by which words. */
	place: string;
	href: string;
	quote: string;
}

export interface TypicalData {
	format: 1;
	lines: { [line: string]: Typical[] };
}

/** What the sources name for the lines of a table. */
export function typicalOf(rubric: Rubric): TypicalData {
	const papers = library().typical[rubric.id] ?? {};
	return {
		format: 1,
		lines: Object.fromEntries(
			Object.entries(papers).map(([line, all]) => [
				line,
				all.map((paper) => {
					const place = 'line' in paper ? placeOfLine(rubric, line) : placeOfClause(paper.clause);
					return { name: paper.name, place: placeName(place), href: placeUrl(place), quote: paper.quote };
				}),
			]),
		),
	};
}
