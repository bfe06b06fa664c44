import type { Form } from '../fields/values.ts';
import type { FactRecord } from '../schemas/saved-pilot.ts';

/** Between the one field of a fact and its record. */
export const factForm: Form<FactRecord> = {
	values: ({ said }) => ({ said }),
	change: ({ said }) => ({ said: `${said ?? ''}` }),
};
