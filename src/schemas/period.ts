import { z } from 'zod';
import { citation } from './citation.ts';

/* Periods that the documents set: what is bound to when, by which words. How they are reckoned stands in src/planning/. */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const count = z.int().positive();

/** Working days are said and never reckoned: holidays of coming years are not known. */
export const length = z.union([
	z.strictObject({ days: count }),
	z.strictObject({ 'working-days': count }),
	z.strictObject({ months: count }),
	z.strictObject({ years: count }),
]);

/** One event against another: 不早于, 不晚于 or 正是 so long after it or before it, or its very day. */
export const bound = z
	.strictObject({
		event: id,
		must: z.enum(['not-before', 'not-after', 'exactly']),
		than: id,
		after: length.optional(),
		before: length.optional(),
		/** The event is the last day of so long, and belongs to it. */
		eve: z.literal(true).optional(),
		/** It binds only where what it counts from came before these, as far as they are told. */
		'ahead-of': z.array(id).optional(),
	})
	.refine(({ after, before }) => !after || !before, 'after or before, not both')
	.refine(({ event, than }) => event !== than, 'an event is not bound to itself');

/** What the words may mean where they allow two things. */
const reading = z.strictObject({ says: z.string().min(1), bounds: z.array(bound).min(1) });

/** Where a period is said and binds no day: how long something takes, or what is past. */
const aside = z.strictObject({ says: z.string().min(1) });

export const period = z
	.strictObject({
		id,
		/** In the plain words of whoever asks: 体系运行满半年才能申请评估. */
		name: z.string().min(1),
		/** The words that set it, first; others that it needs to be understood. */
		because: z.array(citation).min(1),
		/** Who acts. */
		who: z.string().min(1),
		/** The words say 一般: what is outside is not wrong, but to be asked about. */
		usual: z.literal(true).optional(),
		/** The table or region it holds for; all where none is named. */
		only: z.enum(['shenzhen-2022', 'baqiao-2021']).optional(),
		/** Once this has happened it binds nothing more. */
		until: id.optional(),
		/** It is over: told as history, and reckons nothing. */
		past: z.literal(true).optional(),
		bounds: z.array(bound).min(1).optional(),
		readings: z.tuple([reading, reading]).optional(),
		aside: aside.optional(),
		/** What the documents say follows when it is missed. */
		missed: z.strictObject({ says: z.string().min(1), because: citation }).optional(),
	})
	.refine(
		({ bounds, readings, aside: only }) => [bounds, readings, only].filter(Boolean).length === 1,
		'one of bounds, readings and aside',
	);

/** What people ask of the first day of an event or its last, and the event that has to be told for an answer. */
const question = z.strictObject({ side: z.enum(['earliest', 'latest']), says: z.string().min(1), needs: id });

/** Something that happens to a pilot on a day. */
export const event = z.strictObject({
	id,
	name: z.string().min(1),
	/** The fact, or the field as form#field, in which its day is typed, `plan` beside the forms; none where it is always reckoned. */
	typed: z
		.string()
		.regex(/^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$/)
		.optional(),
	/** Its month alone is asked for there. */
	months: z.literal(true).optional(),
	/** Where the documents speak of it. */
	because: citation,
	/** Others do it: that it is late is not the unit's. */
	theirs: z.literal(true).optional(),
	/** Nobody plans it: it is told of where it befell, and not reckoned from what came later. */
	mishap: z.literal(true).optional(),
	/** It happens only to some, and is no step of the way: 责令整改, 发生事故. */
	happens: z.literal(true).optional(),
	asks: z.array(question).default([]),
});

/** Where the documents say nothing of what people ask. */
export const silence = z.strictObject({
	id,
	/** As people ask: 试点到期前没做完，能不能延期？ */
	asked: z.string().min(1),
	says: z.string().min(1),
	/** Words that come nearest to it. */
	near: z.array(citation).default([]),
});

export const planEvents = z.array(event).min(1);
export const periods = z.array(period).min(1);
export const silences = z.array(silence).min(1);

export type Length = z.infer<typeof length>;
export type Bound = z.infer<typeof bound>;
export type Period = z.infer<typeof period>;
export type PlanEvent = z.infer<typeof event>;
export type Silence = z.infer<typeof silence>;
