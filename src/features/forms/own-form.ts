import type { Form } from '../../fields/values.ts';
import type { FormRecord } from '../../schemas/saved-form.ts';

/** Between the one field of a place and its record; rows have fields of their own. */
export const ownForm: Form<FormRecord> = {
	values: ({ said }) => ({ said }),
	change: ({ said }) => ({ said: `${said ?? ''}` }),
};
