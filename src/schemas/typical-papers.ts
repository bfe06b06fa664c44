import { z } from 'zod';
import { clauseId } from './citation.ts';

/** A paper that a source names for a line: the words are those of a clause, or of the line itself. */
export const typicalPaper = z.union([
	z.strictObject({ name: z.string().min(1).max(24), clause: clauseId, quote: z.string().min(1) }),
	z.strictObject({ name: z.string().min(1).max(24), line: z.literal(true), quote: z.string().min(1) }),
]);

/** By the lines of a table. */
export const typicalPapers = z.record(z.string(), z.array(typicalPaper).min(1).max(8));

export type TypicalPaper = z.infer<typeof typicalPaper>;
export type TypicalPapers = z.infer<typeof typicalPapers>;
