import type { FactGroup } from '../schemas/fact.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';

/** Where a pilot is asked something: facts, and fields as form#field. */
export const askedPlaces = (groups: readonly FactGroup[], forms: readonly FormDefinition[]): Set<string> =>
	new Set([
		...groups.flatMap(({ facts }) => facts.map(({ id }) => id)),
		...forms.flatMap(({ id, asked, sections = [] }) =>
			[...asked, ...sections].flatMap(({ field }) => (field ? [`${id}#${field}`] : [])),
		),
	]);
