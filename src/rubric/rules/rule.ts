import type { Award, Rule } from '../../schemas/rubric.ts';
import type { Answer } from '../situation.ts';

/* What a kind of rule must know; each kind is a file beside this one and holds all there is to it. */

export type State = 'unanswered' | 'partly' | 'answered' | 'not-applicable';

/** What a line gives by its rule, in hundredths. */
export interface RulePoints {
	state: State;
	claimed: number;
	/** Claimed, with everything not yet answered at its best. */
	reachable: number;
	/** What the next points would be earned with. */
	missing: string[];
}

/** What of an answer no form of the table would give, by what the engine makes of it. */
export type Misfit =
	/** Nothing of it is in the table: the line counts as not filled in. */
	| 'unknown'
	/** Some of it is in the table and counts, the rest does not. */
	| 'in-part'
	/** It comes to more than the line can give: the line counts in full. */
	| 'above';

/** How a rule is asked for, field by field; `name` is a field's own within its line. */
export type Field =
	| { kind: 'choice'; name: string; awards: readonly Award[] }
	| { kind: 'yes-no'; name: string; award: Award }
	| { kind: 'count'; name: string; award: Award };

export interface Asked {
	legend: string;
	fields: readonly Field[];
}

/** What fields hold by their names: of a count a number, of the others the value chosen. */
export type Values = { readonly [name: string]: string | number | undefined };

/** The points of an award under one reading, in hundredths. */
export type Value = (award: Award) => number;

export interface RuleKind<R extends { kind: string } = Rule> {
	kind: R['kind'];
	awards(rule: R): readonly Award[];
	/** The most that it can give, in hundredths. */
	best(rule: R, value: Value): number;
	score(rule: R, answer: Answer | undefined, value: Value): RulePoints;
	/** Why it gives what it gives, and why not more; `points` are the line's. */
	explain(rule: R, answer: Answer | undefined, points: number): string[];
	bestAnswer(rule: R): Answer;
	misfits(rule: R, answer: Answer): Misfit[];
	/** What its fields say, as an answer; undefined where they say nothing. */
	answer(values: Values): Answer | undefined;
	/** What an answer puts into its fields; nothing of an answer of another kind. */
	values(answer: Answer): Values;
}

/** What is known of a kind only where tables are read and built. */
export interface RuleData<R extends { kind: string } = Rule> {
	/** The rules of this kind that the data of a line state; a sound line states one of all kinds. */
	read(line: LineData): R[];
	/** Without the words that the page already shows. */
	slim(rule: R): R;
	/** What stands in the form that asks for it. */
	asks(rule: R): Asked;
	/** How a line gives its points, in a few words. */
	words(rule: R): string;
	/** What is wrong with it beside the words of its line, and what to do. */
	faults(rule: R, words: string): (readonly [problem: string, remedy: string])[];
}

/** What a line's data say of its rule. */
export interface LineData {
	points: number;
	'all-or-nothing'?: string | undefined;
	choice?: Award[] | undefined;
	sum?: Award[] | undefined;
	tally?: Award[] | undefined;
	cap?: number | undefined;
}
