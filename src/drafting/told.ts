import type { ReadLine } from '../evidence/papers.ts';
import type { Result } from '../rubric/score.ts';
import type { SlimRubric } from '../rubric/slim.ts';
import type { DraftPlan } from '../schemas/draft-plan.ts';

/* What drafts are made from, and what they are. */

/** Where something was typed. */
export interface Origin {
	kind: 'line' | 'fact' | 'paper' | 'form' | 'clause';
	/** Of a line, veto or condition; of a fact; of an entry of the register; a form's field: application#goals; a clause. */
	id: string;
	/** What to show: 第12项, 试点名称, words of the clause. */
	label: string;
}

export interface Sentence {
	text: string;
	from: Origin[];
}

export interface DraftParagraph {
	/** The same in every draft: which line or heading it stands for. */
	key: string;
	sentences: Sentence[];
	heading?: boolean;
}

export interface Draft {
	paragraphs: DraftParagraph[];
	/** What is not in it because nothing was typed, or because it is gone. */
	missing: Origin[];
}

/** A line, veto or condition of a table. */
export interface TableLine {
	id: string;
	label: string;
	words: string;
	/** The labels of the sections around it, outermost first. */
	path: readonly string[];
}

/** What of a table drafts need; the form of a table that papers are made from has it all. */
export interface DraftedTable {
	id: string;
	total: number;
	lines: readonly TableLine[];
	vetoLines: readonly (TableLine & { text: string })[];
	conditions: readonly (TableLine & { text: string })[];
	table: {
		columns: readonly string[];
		rows: readonly { line: string | null; cells: readonly ({ text: string } | null)[] }[];
	};
}

export interface Told {
	plan: DraftPlan;
	facts: (id: string) => string;
	factLabel: (id: string) => string;
	/** What is said in a field of a form. */
	own: (form: string, field: string) => string;
	form: DraftedTable;
	/** What is said of the lines, vetoes and conditions. */
	lines: { readonly [line: string]: ReadLine };
	rubric: SlimRubric;
	result: Result;
}

export const lineOrigin = ({ id, label }: TableLine): Origin => ({ kind: 'line', id, label });
