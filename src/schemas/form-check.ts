import { z } from 'zod';
import { citation } from './citation.ts';

/** What is looked at in the facts and forms of a pilot. It only ever hints, but for what `bars`. */
export const formCheck = z
	.strictObject({
		id: z.string().regex(/^[a-z][a-z0-9-]*$/),
		/** What is asked, in a few words. */
		name: z.string().min(1),
		/** The clauses that it rests on. */
		because: z.array(citation).default([]),
		/** What else it rests on, where it is no matter of the clauses, or not of them alone. */
		standard: z.string().min(1).optional(),
		/** The clause forbids to hand in what is not so. */
		bars: z.literal(true).optional(),
		/** Facts, and fields as form#field, that it looks at. */
		about: z.array(z.string().regex(/^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$/)).min(1),
	})
	.refine(
		({ because, standard }) => because.length > 0 || standard !== undefined,
		'a check rests on a clause, or says on what else',
	)
	.refine(({ because, bars }) => !bars || because.length > 0, 'only a clause can bar');

export const formChecks = z.array(formCheck).min(1);

export type FormCheck = z.infer<typeof formCheck>;
