import { z } from 'zod';
import { citation, clauseId } from './citation.ts';

/* The phases in which one unit did its pilot, as a model to stretch over another. */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Who has a part in a phase, by the words that give it. */
const body = z.strictObject({
	/** As printed where it is cited. */
	name: z.string().min(1),
	part: z.enum(['leads', 'takes-part']),
	because: citation,
});

const phase = z.strictObject({
	id,
	/** As printed. */
	name: z.string().min(1),
	clause: clauseId,
	/** As printed: 2021年4月—2021年11月. A phase may begin in the month in which the one before it ends. */
	dates: z.string().min(1),
	/** The same as months; both belong to it. */
	from: month,
	to: month,
	/** Everything that its clause asks for, a task each. */
	tasks: z.array(citation).min(1),
	bodies: z.array(body).min(1),
	/** Lines of the table that ought to be met by its end. The documents do not say so. */
	lines: z.array(z.string()).min(1),
	/** Those of them of which no task speaks: they stand where they can be met. */
	unsaid: z.array(z.string()).default([]),
});

export const planPhases = z.strictObject({
	/** The table whose lines are spread over the phases. */
	table: z.string(),
	/** The days of the whole, both belonging to it. */
	whole: z.strictObject({ from: z.iso.date(), to: z.iso.date(), because: citation }),
	phases: z.array(phase).min(1),
});

export type PlanPhases = z.infer<typeof planPhases>;
export type PlanPhase = z.infer<typeof phase>;
