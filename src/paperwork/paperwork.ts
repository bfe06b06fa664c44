/* A paper before it is written: what stands on it, in plain data. Writers make files of it, a page shows it. */

export type Align = 'left' | 'centre';

/** A cell of a table; those it covers by `across` and `down` are left out of their rows. */
export interface Cell {
	text: string | number | null;
	across?: number;
	down?: number;
}

export interface Column {
	/** Its share of the whole width. */
	width: number;
	align: Align;
}

export interface Table {
	type: 'table';
	columns: Column[];
	/** Repeated on every page. */
	head: Cell[][];
	body: Cell[][];
	/** Set in smaller letters, for many columns. */
	small: boolean;
}

export type Block =
	| { type: 'heading'; text: string }
	| { type: 'paragraph'; text: string; style: 'body' | 'small' | 'centre' }
	| Table;

export interface Paperwork {
	/** What the paper is called: 自评表. */
	name: string;
	title: string;
	landscape: boolean;
	/** On every page. */
	mark: string;
	blocks: Block[];
}

export const mark = '自查，非官方结论';

export const heading = (text: string): Block => ({ type: 'heading', text });

export const paragraph = (text: string, style: 'body' | 'small' | 'centre' = 'body'): Block => ({
	type: 'paragraph',
	text,
	style,
});

/** Headings for columns, each over one. */
export const headRow = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));
