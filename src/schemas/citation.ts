import { z } from 'zod';

/** A clause of a document: "xize-2013#art-18.p2". */
export const clauseId = z.string().regex(/^[a-z0-9-]+#[a-z0-9.-]+$/);

/** A clause and words that stand in it. */
export const citation = z.strictObject({ clause: clauseId, quote: z.string().min(1) });

export type Citation = z.infer<typeof citation>;
