import { shownText } from '../clauses/marks.ts';
import type { Run } from '../schemas/document.ts';
import type { Place } from './places.ts';
import { type Printed, slotsIn } from './printed.ts';

/* A form as data: what is printed of it, and what stands in its places. Its papers are made of it in the browser. */

export interface AnnexData {
	format: 1;
	id: string;
	/** What people call it, and what it is called in print. */
	name: string;
	title: string;
	cover: boolean;
	printed: Printed[];
	/** In the order of the places that are printed: one for each. */
	places: Pick<Place, 'label' | 'facts' | 'field'>[];
}

const plain = (runs: readonly Run[]): Run[] => {
	const text = shownText(runs);
	return text === '' ? [] : [{ text }];
};

/** Without marks and what a clause has beside its own words. */
function bareOf(each: Printed): Printed {
	switch (each.type) {
		case 'heading':
		case 'line':
			return { ...each, runs: plain(each.runs) };
		case 'clause': {
			const { kind, printed, label, heading } = each.clause;
			const clause = { kind, printed, label: plain(label), ...(heading && { heading: plain(heading) }) };
			return { ...each, clause, content: each.content.map(bareOf) };
		}
		case 'room':
			return each;
		case 'table':
			return { ...each, rows: each.rows.map((row) => row.map((cell) => ({ ...cell, runs: plain(cell.runs) }))) };
	}
}

export const annexData = (given: Omit<AnnexData, 'format'> & { places: readonly Place[] }): AnnexData => ({
	format: 1,
	id: given.id,
	name: given.name,
	title: given.title,
	cover: given.cover,
	printed: given.printed.map(bareOf),
	places: given.places.map(({ label, facts, field }) => ({
		label,
		...(facts && { facts: facts.map((fact) => ({ ...fact, asked: [] })) }),
		...(field && { field }),
	})),
});

/** Its places, each with where it is printed. */
export const placesIn = ({ printed, places }: Pick<AnnexData, 'printed' | 'places'>): Place[] =>
	slotsIn(printed).flatMap((slot, i): Place[] => {
		const place = places[i];
		return place ? [{ because: [], ...place, slot }] : [];
	});
