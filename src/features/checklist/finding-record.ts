import type { Form } from '../../fields/values.ts';
import type { WalkRecord } from '../../schemas/saved-walk.ts';

/** Between the fields of one problem and its record, which are called alike. */
export const findingForm: Form<WalkRecord> = {
	values: ({ finding, who, due, note }) => ({ finding, who, due, note }),
	change: (values, name) => ({ [name]: values[name] }),
};
