import type { FactGroup } from '../schemas/fact.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import type { PlanEvent } from '../schemas/period.ts';

/** Where a pilot is asked something: facts, fields as form#field, and days of the plan as plan#event. */
export const askedPlaces = (
	groups: readonly FactGroup[],
	forms: readonly FormDefinition[],
	events: readonly PlanEvent[],
): Set<string> =>
	new Set([
		...events.flatMap(({ id, typed }) => (typed === `plan#${id}` ? [typed] : [])),
		...groups.flatMap(({ facts }) => facts.map(({ id }) => id)),
		...forms.flatMap(({ id, asked, sections = [] }) =>
			[...asked, ...sections].flatMap(({ field }) => (field ? [`${id}#${field}`] : [])),
		),
	]);
