import { type Shared, sharedBy } from './saved-shared.ts';
import { either, flag, list, maybe, named, only, shape, text, when, whole } from './sound.ts';

/*
 * What a self-check keeps. Unknown fields stay; a newer format is never written to. Read in the
 * browser before anything can be filled in, and so without Zod, which weighs 8 KB there.
 */

export type SavedAnswer =
	| { choice: string }
	| { parts: { [part: string]: boolean } }
	| { counts: { [work: string]: number } }
	| { notApplicable: true }
	/** Of a veto or a condition of entry; null where the unit does not know yet. */
	| { met: boolean | null };

/** An entry of the register that proves a line, and what is said of it for this line alone. */
export interface Cite {
	id: string;
	note: string;
}

/** What is said about one line, veto or condition. */
export interface LineRecord extends Shared {
	format: 2;
	answer?: SavedAnswer | undefined;
	/** Why the line does not apply. */
	reason: string;
	note: string;
	papers: Cite[];
	later: boolean;
}

export interface Check {
	format: 2;
	id: string;
	/** Whose it is. */
	pilot: string;
	rubric: string;
	/** The digest of the table that its answers were given by; none in what was begun before 2026-12. */
	table?: string | undefined;
	name: string;
	/** The lines that were handed out to be filled in here; the whole table where it is absent. */
	part?: string[] | undefined;
	/** Who fills that part in. */
	by?: string | undefined;
	createdAt: string;
	updatedAt: string;
}

const answer = either(
	shape({ choice: text }),
	shape({ parts: named(flag) }),
	shape({ counts: named(whole) }),
	shape({ notApplicable: only(true) }),
	shape({ met: either(flag, only(null)) }),
);

export const isLineRecord = sharedBy({
	format: only(2),
	answer: maybe(answer),
	reason: text,
	note: text,
	papers: list(shape({ id: text, note: text })),
	later: flag,
}) as (v: unknown) => v is LineRecord;

export const isCheck = shape({
	format: only(2),
	id: text,
	pilot: text,
	rubric: text,
	table: maybe(text),
	name: text,
	part: maybe(list(text)),
	by: maybe(text),
	createdAt: when,
	updatedAt: when,
}) as (value: unknown) => value is Check;
