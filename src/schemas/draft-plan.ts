import { z } from 'zod';
import { citation } from './citation.ts';

/** A field of a form: "summary-report#tasks". */
const fieldId = z.string().regex(/^[a-z-]+#[a-z-]+$/);

/** By table: its lines by their ids, or sections by their printed labels. */
const byTable = z.record(z.string(), z.array(z.string().min(1)).min(1));

const part = z
	.strictObject({
		/** The words of a clause that it answers. */
		heading: citation.optional(),
		/** Facts of the pilot, and how each is said; its place is `{}`. */
		facts: z.array(z.strictObject({ fact: z.string(), say: z.string().regex(/^[^{}]*\{\}[^{}]*。$/) })).default([]),
		/** What was typed into other fields of forms, and what it is called. */
		fields: z.array(z.strictObject({ field: fieldId, as: z.string().min(1) })).default([]),
		/** All lines, under the table's own sections. */
		whole: z.literal(true).optional(),
		/** Its share of a report that is cut into several texts: every line belongs to one of them, the deepest name counts. */
		share: byTable.optional(),
		/** It takes what no share names: all of a table that the plan does not know. */
		rest: z.literal(true).optional(),
		/** Some lines, vetoes or conditions, one after the other and with their gaps. */
		lines: byTable.optional(),
		/** What a clause demands here and nothing that is typed anywhere answers. */
		unasked: z.array(citation).default([]),
		/** What is said of the whole table at its end. */
		ending: z.array(z.enum(['requirements', 'gaps', 'points', 'in-short'])).default([]),
	})
	.refine(
		({ whole, share, lines }) => [whole, share, lines].filter((each) => each !== undefined).length <= 1,
		'one of whole, share and lines',
	)
	.refine(({ rest, share }) => rest === undefined || share !== undefined, 'the rest goes to a share');

/** What a text of a form is drafted from. */
export const textPlan = z.strictObject({
	text: fieldId,
	/** What its outermost headings are numbered like: 一、（一）1.（1）. */
	level: z.int().min(1).max(4),
	parts: z.array(part).min(1),
});

export const draftPlan = z.array(textPlan).min(1);

export type TextPlan = z.infer<typeof textPlan>;
export type PartPlan = TextPlan['parts'][number];
export type DraftPlan = z.infer<typeof draftPlan>;
