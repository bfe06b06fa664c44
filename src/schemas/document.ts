import { z } from 'zod';

/** Words that name a document or one of its annexes wherever they stand in any text. */
const alias = z.strictObject({
	text: z.string().min(2),
	/** The clause meant, when it is not the whole document. */
	anchor: z.string().optional(),
});

/** What capturing repeated or left behind: taken out of the captured text before it is compared. */
const furniture = z.strictObject({
	text: z.string().min(1),
	/** How many places are taken out; any other number is a fault. */
	times: z.int().positive(),
	/** The first place is the original and stays; the ones after it are repeats. */
	'keep-first': z.boolean().default(false),
	reason: z.string().min(1),
});

export const frontMatter = z.strictObject({
	/** Place in lists of documents. */
	order: z.int().positive(),
	title: z.string().min(1),
	/** What our own words call it. */
	short: z.string().min(1),
	/** What people say for it when they search: words of everyday speech that no text uses for it. */
	called: z.array(z.string().min(2)).default([]),
	/** Sections whose items are common problems on site. */
	problems: z.array(z.string()).default([]),
	/** An official text, or a teacher's notes. */
	kind: z.enum(['official', 'notes']),
	issuer: z.string().optional(),
	'issuer-note': z.string().optional(),
	number: z.string().optional(),
	'number-note': z.string().optional(),
	date: z.iso.date().optional(),
	'date-note': z.string().optional(),
	/** Whether it binds today, as far as we know. */
	status: z.string().min(1),
	/** One sentence for lists: what a reader finds in it. */
	about: z.string().min(1),
	'captured-from': z.string().endsWith('.txt'),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	aliases: z.array(alias),
	furniture: z.array(furniture),
});

export type FrontMatter = z.infer<typeof frontMatter>;

const markKinds = ['repair', 'restore', 'lost', 'note'] as const;
export type MarkKind = (typeof markKinds)[number];

/** One declared difference between the captured text and the text shown, or a note on it. */
export interface Mark {
	/** Its number in its document, from 1. */
	number: number;
	kind: MarkKind;
	captured: string;
	shown: string;
	reason: string;
}

/** A stretch of text, whole inside one mark or outside all; "\n" is a line break. */
export interface Run {
	text: string;
	mark?: Mark;
}

export interface Cell {
	runs: Run[];
	/** Continues the cell on its left or above it. */
	merged?: 'left' | 'up';
	colspan: number;
	rowspan: number;
}

export interface Table {
	type: 'table';
	rows: Cell[][];
	/** How many rows at the top are headings. */
	head: number;
	/** Rows that are clauses of their own, by the index of the row. */
	lines: { row: number; clause: Clause }[];
	line: number;
}

export interface Paragraph {
	type: 'paragraph';
	runs: Run[];
	/** 0 for running text, from 1 for items of a bulleted list. */
	depth: number;
	line: number;
}

/** A heading without a number: the document's own title lines, and subheadings. */
export interface Heading {
	type: 'title' | 'subheading';
	runs: Run[];
	line: number;
}

export type ClauseKind = 'annex' | 'chapter' | 'section' | 'article' | 'item' | 'point' | 'line' | 'paragraph';

export interface Clause {
	type: 'clause';
	kind: ClauseKind;
	/** Its anchor on the document's page, such as "art-9.3". */
	id: string;
	/** Its number within its parent, as an integer. */
	number: number;
	/** The label as printed before it: "第九条", "（三）". Empty for unnumbered paragraphs. */
	printed: string;
	label: Run[];
	/** The words on a heading line after the label; undefined when the clause starts as text. */
	heading?: Run[];
	content: Node[];
	line: number;
}

export type Leaf = Table | Paragraph | Heading;
export type Node = Leaf | Clause;

export interface Document {
	id: string;
	/** Where it was read from, for messages. */
	file: string;
	meta: FrontMatter;
	content: Node[];
	marks: Mark[];
}
