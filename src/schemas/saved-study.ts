import { amount, any, either, flag, list, named, only, shape, text, whole } from './sound.ts';

/* What is kept of someone's study. */

/** What happened to a question, in the order in which it happened. */
export type StudyEvent =
	| { what: 'answered'; question: string; right: boolean; guessed: boolean; day: string }
	| { what: 'added'; question: string; day: string }
	| { what: 'removed'; question: string; day: string };

/** An event as it is stored: numbered in the order in which it happened, whatever the clock said. */
export type StoredEvent = StudyEvent & { format: 1; n: number; at: string; version: string; mock?: string };

/** What was answered; places are those of the bank, whatever order they were shown in. */
export type Given =
	/** The options chosen; of a true or false question 0 for right and 1 for wrong. */
	| { chosen: number[] }
	/** Of an ordering: which step was put where. Of a matching: which right side stands at each left one. */
	| { placed: number[] };

export interface Mock {
	format: 1;
	id: string;
	/** The paper can be drawn again by its number. */
	number: number;
	timed: boolean;
	/** What it asks, as it was drawn. */
	questions: { id: string; version: string }[];
	given: { [question: string]: Given };
	flagged: string[];
	guessed: string[];
	/** The question in sight. */
	at: number;
	/** Time worked on it, in milliseconds; time away does not count. */
	spent: number;
	state: 'running' | 'paused' | 'done';
	startedAt: string;
	doneAt?: string;
	/** Grows with every step: the later of two copies is the one to go on with. */
	step: number;
}

const happened = { format: only(1), n: amount, question: text, day: text };

export const isEvent = either(
	shape({ ...happened, what: either(only('added'), only('removed')) }),
	shape({ ...happened, what: only('answered'), right: flag, guessed: flag }),
) as (value: unknown) => value is StoredEvent;

export const isMock = shape({
	format: only(1),
	id: text,
	timed: flag,
	startedAt: text,
	number: amount,
	at: amount,
	spent: amount,
	step: amount,
	state: either(...['running', 'paused', 'done'].map(only)),
	questions: list(shape({ id: text })),
	flagged: list(text),
	guessed: list(text),
	given: named(any),
}) as (value: unknown) => value is Mock;

export const isCount = whole as (value: unknown) => value is number;

export const isExam = text as (value: unknown) => value is string;
