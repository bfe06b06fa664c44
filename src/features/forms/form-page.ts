import { fullLabel } from '../../clauses/citation.ts';
import { shownText } from '../../clauses/marks.ts';
import { inSections } from '../../forms/in-sections.ts';
import { type Place, placesOf } from '../../forms/places.ts';
import { type Printed, printedIn, slotsIn } from '../../forms/printed.ts';
import { otherwiseIn, type Said } from '../../forms/said.ts';
import type { FormDefinition } from '../../schemas/form-definition.ts';
import { library } from '../../text/library.ts';

/** What is asked together on the screen: a heading of the annex, and its places. */
export interface Part {
	name: string;
	places: Place[];
}

/** A form as its page needs it. */
export interface FormPage {
	form: FormDefinition;
	/** What is printed above it, and which annex prints it. */
	title: string;
	annex?: string;
	printed: Printed[];
	/** In the order of what is printed: one for each place. */
	places: Place[];
	parts: Part[];
}

/** Under which name the fields of a place stand on the page; the same fact in two places has one. */
export const keyOf = (place: Place): string => place.field?.id ?? otherwiseIn(place);

export function formPage(form: FormDefinition): FormPage {
	const { facts, links } = library();
	if (!form.annex) {
		const { printed, places } = inSections(form);
		return { form, title: form.name, printed, places, parts: partsOf(printed, places, []) };
	}
	const [document = '', anchor = ''] = form.annex.split('#');
	const visit = links.clause(document, anchor);
	if (!visit) throw new Error(`${form.id}: there is no ${form.annex}`);
	const printed = printedIn(visit.clause.content);
	const { places } = placesOf(
		slotsIn(printed),
		form,
		facts.flatMap((group) => group.facts),
	);
	const title = shownText(visit.clause.heading ?? []);
	return {
		form,
		title,
		annex: fullLabel(visit),
		printed,
		places,
		parts: partsOf(printed, places, [{ name: '封面', places: [] }]),
	};
}

/** Places by the headings under which they are printed; what was asked before is not asked again. */
function partsOf(printed: readonly Printed[], places: readonly Place[], begun: Part[]): Part[] {
	const parts = [...begun];
	const waiting = [...places];
	const asked = new Set<string>();
	const take = (count: number) => {
		for (const place of waiting.splice(0, count)) {
			if (asked.has(keyOf(place))) continue;
			asked.add(keyOf(place));
			parts.at(-1)?.places.push(place);
		}
	};
	const visit = (all: readonly Printed[]) => {
		for (const each of all) {
			if (each.type === 'heading' && (begun.length === 0 || parts.length > 1))
				parts.push({ name: shownText(each.runs), places: [] });
			if (each.type === 'table' && parts.length === 1) parts.push({ name: '表内', places: [] });
			if (each.type === 'clause') {
				const { clause } = each;
				if (clause.kind === 'section')
					parts.push({ name: `${clause.printed}${shownText(clause.heading ?? [])}`, places: [] });
				visit(each.content);
			} else take(slotsIn([each]).length);
		}
	};
	visit(printed);
	return parts.filter((part) => part.places.length > 0);
}

/** What the browser needs to know of a place. */
export interface LivePlace extends Said {
	key: string;
	label: string;
	/** What the columns of rows are called. */
	heads?: readonly string[];
}

export const livePlaces = ({ places }: FormPage): LivePlace[] =>
	places.map((place) => ({
		key: keyOf(place),
		label: place.label,
		slot: { printed: place.slot.printed },
		...(place.facts && { facts: place.facts.map(({ id, kind }) => ({ id, kind })) }),
		...(place.field && { field: place.field }),
		...(place.slot.columns && { heads: place.slot.columns }),
	}));
