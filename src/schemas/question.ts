import { z } from 'zod';
import { citation, clauseId } from './citation.ts';

const words = z.string().min(1);

const option = z.strictObject({
	text: words,
	right: z.literal(true).optional(),
	/** Why it is wrong here; every wrong option says so. */
	why: words.optional(),
	/** Where it would be right. */
	elsewhere: citation.optional(),
});

const shared = {
	/** Never used again for another question. */
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	/** What it asks about: questions of one name are siblings, of which a mock takes one. */
	rule: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	/** The question; a negation that turns it is emphasised: 下列*不*属于……的是. */
	stem: words,
	clause: clauseId,
	/** The words of that clause that give the answer. */
	quote: words,
	/** Other places the answer rests on. */
	also: z.array(citation).default([]),
	/** Why it is so, in our words. */
	explanation: words,
	/** 1 is known by whoever read it once, 3 only by whoever compared. */
	difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
	/** The question is about a damage or a contradiction of the text. */
	damage: z.literal(true).optional(),
};

const question = z.discriminatedUnion('kind', [
	z.strictObject({ ...shared, kind: z.literal('single'), options: z.array(option).min(3).max(4) }),
	z.strictObject({ ...shared, kind: z.literal('multiple'), options: z.array(option).length(4) }),
	z.strictObject({
		...shared,
		kind: z.literal('truth'),
		/** A false statement changes one fact: what the stem says instead of what is so. */
		instead: z.strictObject({ said: words, fact: words, elsewhere: citation.optional() }).optional(),
	}),
	/** Steps in their right order. */
	z.strictObject({ ...shared, kind: z.literal('order'), steps: z.array(words).min(3).max(8) }),
	z.strictObject({
		...shared,
		kind: z.literal('match'),
		pairs: z
			.array(z.strictObject({ left: words, right: words }))
			.min(3)
			.max(5),
	}),
]);

/** One topic of the bank: content/questions/<topic>.yaml. */
export const topic = z.strictObject({
	title: words,
	order: z.int().positive(),
	questions: z.array(question).min(1),
});

export type Question = z.infer<typeof question>;
export type Option = z.infer<typeof option>;

/** A topic with the name of its file. */
export interface Topic extends z.infer<typeof topic> {
	id: string;
}
