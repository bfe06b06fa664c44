import { z } from 'zod';
import type { ChoiceRule } from '../rubric/rules/choice.ts';
import type { SumRule } from '../rubric/rules/sum.ts';
import type { TallyRule } from '../rubric/rules/tally.ts';
import { citation, clauseId } from './citation.ts';

/** Words of the source; may hold editorial marks. */
const words = z.string().min(1);

/** Points with at most two decimals, so that sums stay exact. */
const points = z.number().nonnegative().multipleOf(0.01);

/** One way to earn points: an option, a part, or a kind of counted work. */
const award = z.strictObject({
	/** A few words of its text that name it; our words where it has no text of its own. */
	name: words,
	/** The name under which it was first published, where it is called otherwise by now: answers go by it. */
	key: words.optional(),
	points,
	/** Its points under the other reading, where the source can be read in two ways. */
	other: points.optional(),
	text: words.optional(),
});

const criterion = z.strictObject({
	id: z.string().regex(/^[a-z]\d+(-\d+)?$/),
	/** The printed number, where the table numbers its lines. */
	number: z.int().positive().optional(),
	/** The most it can give. */
	points,
	/** What is looked at, where the table prints it apart from the rule. */
	matter: words.optional(),

	/** Printed before the awards and after them. */
	lead: words.optional(),
	tail: words.optional(),

	/** Exactly one of these is its rule. */
	'all-or-nothing': words.optional(),
	choice: z.array(award).min(2).optional(),
	sum: z.array(award).min(2).optional(),
	tally: z.array(award).min(1).optional(),
	/** The most that a tally gives. */
	cap: points.optional(),

	/** How an assessor will look at it. */
	look: words.optional(),
	/** The papers asked for, in the line's own words. */
	evidence: words.optional(),
	/** The papers must bear the unit's stamp. */
	stamp: z.literal(true).optional(),
	/** Binds only units of these sectors; the words that say so. */
	applies: z.array(z.strictObject({ sector: words, quote: words })).optional(),
	/** Why there are two readings, in our words; the cautious one counts. */
	reading: words.optional(),
	/** Words of other lines that the capture shows in this line, by column. */
	strays: z.record(z.string(), words).optional(),

	/** The clauses of other documents that it rests on. */
	clauses: z.array(citation),
	/** What a teacher gives as examples for it. */
	examples: z.array(citation).optional(),
});

const branchShape = {
	/** As printed, with its points if they are printed. */
	label: words,
	points: points.optional(),
	criteria: z.array(criterion).optional(),
};

const leafBranch = z.strictObject(branchShape);
const midBranch = z.strictObject({ ...branchShape, parts: z.array(leafBranch).optional() });
const section = z.strictObject({ ...branchShape, points, parts: z.array(midBranch).optional() });

/** What a unit writes into the columns that the table leaves blank. */
const own = ['own-points', 'own-note', 'own-papers'] as const;

const column = z.strictObject({
	/** Its printed heading; empty when the heading on its left covers it. */
	head: z.string(),
	holds: z.enum(['level-1', 'level-2', 'level-3', 'number', 'matter', 'rule', 'points', 'look', ...own]),
	/** Whether awards stand in rows of their own or together in one cell. */
	lines: z.enum(['rows', 'cell']).default('cell'),
});

const veto = z.strictObject({
	id: z.string().regex(/^[a-z]\d+$/),
	number: z.int().positive(),
	text: words,
	/** The printed box to tick. */
	box: words,
	clauses: z.array(citation),
});

export const rubric = z.strictObject({
	order: z.int().positive(),
	title: words,
	short: words,
	/** What people say for it when they search. */
	called: z.array(words).default([]),
	/** The document that holds the table, and the clause it stands in, if it is not the whole document. */
	document: z.string(),
	anchor: z.string().optional(),
	'used-for': words,
	/** The document by which those go whom it judges, where it is printed in another. */
	rules: z.string().optional(),
	total: points,
	columns: z.array(column),
	/** The cells of the last printed row, where there is one. */
	foot: z.array(words).optional(),
	threshold: z
		.strictObject({
			points,
			/** What reaching it is called. */
			name: words,
			/** What reaching it does not yet mean. */
			means: words,
			...citation.shape,
		})
		.optional(),
	/** Conditions of entry that are not vetoes. */
	conditions: z
		.array(z.strictObject({ id: z.string().regex(/^[a-z]\d+$/), text: words, clause: clauseId }))
		.default([]),
	vetoes: z
		.strictObject({
			anchor: z.string(),
			/** The sentence that makes them vetoes. */
			rule: citation,
			caption: words,
			columns: z.array(words),
			lines: z.array(veto).min(1),
		})
		.optional(),
	sections: z.array(section).min(1),
});

type RubricData = z.infer<typeof rubric>;
export type Award = z.infer<typeof award>;
export type CriterionData = z.infer<typeof criterion>;

export type Rule = ChoiceRule | SumRule | TallyRule;

export interface Criterion extends Omit<CriterionData, 'all-or-nothing' | 'choice' | 'sum' | 'tally' | 'cap'> {
	/** How people call it: 第12项 by its number, else C6 or C7第2项 by what it stands under. */
	label: string;
	rule: Rule;
}

/** A section or what it is divided into, down to criteria. */
export interface Branch {
	label: string;
	points?: number | undefined;
	parts: Branch[];
	criteria: Criterion[];
}

/** One scoring table as its file says it, with every rule in one of three shapes. */
export interface Rubric extends Omit<RubricData, 'sections'> {
	id: string;
	file: string;
	sections: Branch[];
}

export const crosswalk = z.strictObject({
	themes: z.array(
		z.strictObject({
			id: z.string().regex(/^[a-z-]+$/),
			title: words,
			/** The lines on this matter, by table. */
			lines: z.record(z.string(), z.array(z.string()).min(1)),
			/** Lines of other themes that hold a part of it. */
			also: z.record(z.string(), z.array(z.string()).min(1)).optional(),
			/** The part of a line that the theme means, by "table/line": the name of an award. */
			parts: z.record(z.string(), words).optional(),
		}),
	),
});

export type Theme = z.infer<typeof crosswalk>['themes'][number];
