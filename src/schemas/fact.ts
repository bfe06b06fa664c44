import { z } from 'zod';
import { citation } from './citation.ts';

/** What is said of a pilot once and stands wherever it is asked for. */
export const fact = z.strictObject({
	id: z.string().regex(/^[a-z][a-z-]*$/),
	label: z.string().min(1),
	kind: z.enum(['text', 'long text', 'date']),
	/** What helps to fill it in. */
	hint: z.string().optional(),
	/** What is often said; anything else may be said too. */
	suggest: z.array(z.string()).optional(),
	/** Where it is asked for, and by which printed words. */
	asked: z.array(citation).default([]),
});

export const facts = z.array(z.strictObject({ id: z.string(), name: z.string(), facts: z.array(fact).min(1) })).min(1);

export type Fact = z.infer<typeof fact>;
export type FactGroup = z.infer<typeof facts>[number];
