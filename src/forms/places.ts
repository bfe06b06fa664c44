import type { Fact } from '../schemas/fact.ts';
import type { Asked, FormDefinition } from '../schemas/form-definition.ts';
import { bare, type Slot } from './printed.ts';

/* Which facts stand, and what is asked, in every place of a printed form. */

export interface Place extends Pick<Asked, 'hint' | 'because'> {
	slot: Slot;
	label: string;
	/** What somebody who starts with nothing asks oneself. */
	ask?: readonly string[];
	/** Of the pilot, in this order; or what is said in this form alone. */
	facts?: readonly Fact[];
	field?: { id: string; kind: NonNullable<Asked['kind']>; columns: readonly string[] };
}

export interface Placed {
	places: Place[];
	/** Places for which there is neither fact nor field. */
	open: Slot[];
	/** What was to be asked where nothing of that name is printed, in this order. */
	nowhere: Asked[];
}

/** Facts of which the annex asks by these words. */
const factsAsked = (facts: readonly Fact[], annex: string, label: string): Fact[] =>
	facts.filter(({ asked }) =>
		asked.some(({ clause, quote }) => (clause === annex || clause.startsWith(`${annex}.`)) && bare(quote) === label),
	);

export function placesOf(
	slots: readonly Slot[],
	{ annex = '', asked }: Pick<FormDefinition, 'annex' | 'asked'>,
	facts: readonly Fact[],
): Placed {
	const waiting = [...asked];
	const placed: Placed = { places: [], open: [], nowhere: waiting };
	for (const slot of slots) {
		const own = waiting[0] && bare(waiting[0].at) === slot.label ? waiting.shift() : undefined;
		const known = own?.facts
			? own.facts.flatMap((id) => facts.find((fact) => fact.id === id) ?? [])
			: own
				? []
				: factsAsked(facts, annex, slot.label);
		const { hint, ask, because = [], label = slot.label, field, kind = 'text', columns = [] } = own ?? {};
		const place: Place = { slot, label, because, ...(hint && { hint }), ...(ask && { ask }) };
		if (field) placed.places.push({ ...place, field: { id: field, kind, columns } });
		else if (known.length > 0) placed.places.push({ ...place, facts: known });
		else placed.open.push(slot);
	}
	return placed;
}
