import { toChinese } from '../clauses/numerals.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import type { Place } from './places.ts';
import type { Printed } from './printed.ts';

/** A report for which nothing is printed: headings of the usual kind, and room below each. */
export function inSections({ sections = [] }: Pick<FormDefinition, 'sections'>): {
	printed: Printed[];
	places: Place[];
} {
	const parts = sections.map(({ field, heading, ask, 'named-by': clause }, i) => {
		const slot = { label: heading, how: 'room' as const, printed: '' };
		const place: Place = {
			slot,
			label: heading,
			ask,
			because: clause ? [{ clause, quote: heading }] : [],
			field: { id: field, kind: 'long text', columns: [] },
		};
		const title: Printed = { type: 'heading', runs: [{ text: `${toChinese(i + 1)}、${heading}` }] };
		return { printed: [title, { type: 'room', slot } satisfies Printed], place };
	});
	return { printed: parts.flatMap(({ printed }) => printed), places: parts.map(({ place }) => place) };
}
