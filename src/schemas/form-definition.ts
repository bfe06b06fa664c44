import { z } from 'zod';
import { citation, clauseId } from './citation.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const questions = z.array(z.string().min(1).endsWith('？')).min(1);

/** What is asked in one place of a form. */
const asked = z.strictObject({
	/** The printed words that ask, blanks left out: the place is found by them. */
	at: z.string(),
	/** Facts of the pilot that stand there, in this order. */
	facts: z.array(id).min(1).optional(),
	/** Or what is said in this form alone, under an id that never changes. */
	field: id.optional(),
	kind: z.enum(['text', 'long text', 'date', 'month', 'rows']).optional(),
	/** What the place is called where nothing is printed that asks. */
	label: z.string().min(1).optional(),
	/** Ids of the columns of rows, in the order of the printed ones. */
	columns: z.array(id).optional(),
	/** What helps to fill it in, in our words. */
	hint: z.string().min(1).optional(),
	/** What somebody who starts with nothing asks oneself. */
	ask: questions.optional(),
	/** What belongs there by the sources. */
	because: z.array(citation).default([]),
});

/** A part of a report for which nothing is printed. */
const section = z.strictObject({
	field: id,
	/** The words of the clause that names it; ours where none does. */
	heading: z.string().min(1),
	'named-by': clauseId.optional(),
	/** What somebody who starts with nothing asks oneself. */
	ask: questions,
});

/** A paper that is handed in. What is printed of it stands in the document, and only there. */
export const formDefinition = z
	.strictObject({
		id,
		order: z.int().positive(),
		/** What people call it. */
		name: z.string().min(1),
		/** Who fills it in. */
		by: z.string().min(1),
		/** When and with what it is handed in. */
		due: z.array(citation).min(1),
		/** How many copies, by the clause that says so. */
		copies: z.strictObject({ count: z.int().positive(), ...citation.shape }).optional(),
		/** The annex that prints it. */
		annex: clauseId.optional(),
		/** Printed words that ask, and after which nothing is left to write in: nothing can be typed there. */
		'no-room': z.array(z.string().min(1)).default([]),
		/** What the facts do not answer by themselves. */
		asked: z.array(asked).default([]),
		sections: z.array(section).min(1).optional(),
	})
	.refine(
		({ annex, sections }) => (annex === undefined) !== (sections === undefined),
		'either printed, or in sections',
	);

export type FormDefinition = z.infer<typeof formDefinition>;
export type Asked = z.infer<typeof asked>;
