import { any, either, flag, list, maybe, named, only, shape, text, when, whole } from './sound.ts';

/*
 * What a self-check keeps. Unknown fields stay; a newer format is never written to. Read in the
 * browser before anything can be filled in, and so without Zod, which weighs 8 KB there.
 */

export const format = 1;

export type SavedAnswer =
	| { choice: string }
	| { parts: { [part: string]: boolean } }
	| { counts: { [work: string]: number } }
	| { notApplicable: true }
	/** Of a veto or a condition of entry; null where the unit does not know yet. */
	| { met: boolean | null };

export interface Paper {
	id: string;
	name: string;
	number: string;
	date: string;
	kept: string;
	note: string;
}

/** What was written elsewhere at the same time, set aside until someone chooses. */
export interface SetAside {
	field: string;
	value: unknown;
	at: string;
}

/** What is said about one line, veto or condition. */
export interface LineRecord {
	format: typeof format;
	answer?: SavedAnswer | undefined;
	/** Why the line does not apply. */
	reason: string;
	note: string;
	papers: Paper[];
	later: boolean;
	setAside: SetAside[];
	updatedAt: string;
	/** The browser that wrote this, when by its clock, and a sum of what it wrote. */
	version?: { by: string; at: number; sum: string } | undefined;
	/** All that went into this: of each browser the latest version. */
	seen?: { [by: string]: number } | undefined;
	/** What was written elsewhere without knowing of this, until someone chooses. */
	rivals?: LineRecord[] | undefined;
}

export interface Check {
	format: typeof format;
	id: string;
	rubric: string;
	name: string;
	/** The lines that were handed out to be filled in here; the whole table where it is absent. */
	part?: string[] | undefined;
	createdAt: string;
	updatedAt: string;
}

export interface Profile {
	format: typeof format;
	name: string;
	sector: string;
	/** The pilot's period, and since when its system of standards is in operation. */
	from: string;
	to: string;
	running: string;
}

const answer = either(
	shape({ choice: text }),
	shape({ parts: named(flag) }),
	shape({ counts: named(whole) }),
	shape({ notApplicable: only(true) }),
	shape({ met: either(flag, only(null)) }),
);

const said = {
	format: only(format),
	answer: maybe(answer),
	reason: text,
	note: text,
	papers: list(shape({ id: text, name: text, number: text, date: text, kept: text, note: text })),
	later: flag,
	setAside: list(shape({ field: text, value: any, at: when })),
	updatedAt: when,
	version: maybe(shape({ by: text, at: whole, sum: text })),
	seen: maybe(named(whole)),
};

export const isLineRecord = shape({ ...said, rivals: maybe(list(shape(said))) }) as (v: unknown) => v is LineRecord;

export const isCheck = shape({
	format: only(format),
	id: text,
	rubric: text,
	name: text,
	part: maybe(list(text)),
	createdAt: when,
	updatedAt: when,
}) as (value: unknown) => value is Check;

export const isProfile = shape({
	format: only(format),
	name: text,
	sector: text,
	from: text,
	to: text,
	running: text,
}) as (value: unknown) => value is Profile;
