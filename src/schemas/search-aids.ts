import { z } from 'zod';

/* What helps people find a clause who have not read it. */

const question = z.string().min(2).max(40);

/** Of a document: for each clause what people ask whom it answers, in words that are not its own. */
export const asked = z.record(z.string(), z.array(question));

export type Asked = z.infer<typeof asked>;

/** Questions that several clauses answer. */
export const shared = z.array(question);

const word = z.string().regex(/^[\p{L}\p{N}]{1,12}$/u);

/** Everyday words, and the words of the texts that say it (`means`) or come near it (`near`). */
export const lexicon = z.array(
	z.strictObject({
		say: z.array(word).min(1),
		means: z.array(word).default([]),
		near: z.array(word).default([]),
	}),
);

export type Lexicon = z.infer<typeof lexicon>;

/** The address of a clause or of a scoring line: "docs/xize-2013#art-9.3", "rubrics/national#c4-1". */
const address = z.string().regex(/^(?:docs|rubrics)\/[a-z0-9-]+#[a-z0-9.-]+$/);

/** What people ask and no document says. */
export const gaps = z.array(
	z.strictObject({
		id: z.string().regex(/^[a-z0-9-]+$/),
		/** Completes 没有写：…. */
		about: z.string().min(2),
		/** Words of it that stand in no text. */
		absent: z.array(word).min(1),
		asked: z.array(question).min(1),
		/** What comes nearest. */
		near: z.array(address).min(1),
	}),
);

export type Gaps = z.infer<typeof gaps>;
