import { type Shared, sharedBy } from './saved-shared.ts';
import { list, named, only, shape, text } from './sound.ts';

/* What is said in a form alone, a record a field: several people fill in one form. */

/** One row of a table that has as many as it needs. */
export interface FormRow {
	id: string;
	cells: { [column: string]: string };
}

export interface FormRecord extends Shared {
	format: 1;
	said: string;
	/** The draft that was taken over last, as it was then: what a new one says otherwise is told by it. */
	drafted: string;
	rows: FormRow[];
}

export const isFormRecord = sharedBy({
	format: only(1),
	said: text,
	drafted: text,
	rows: list(shape({ id: text, cells: named(text) })),
}) as (value: unknown) => value is FormRecord;
