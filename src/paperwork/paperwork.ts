/* A paper before it is written: what stands on it, in plain data. Writers make files of it, a page shows it. */

export type Align = 'left' | 'centre';

/** A cell of a table; those it covers by `across` and `down` are left out of their rows. */
export interface Cell {
	text: string | number | null;
	across?: number;
	down?: number;
	/** How many lines are left to write in by hand. */
	room?: number;
	/** A long answer: a page may end within it. */
	flows?: true;
	/** For a name, a seal and a day, which stands below room for them. */
	signed?: true;
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

/** `line`: with something printed before it; `right`: a day under a name. */
type Style = 'body' | 'small' | 'centre' | 'line' | 'right';

export type Block = ({ type: 'heading'; text: string } | { type: 'paragraph'; text: string; style: Style } | Table) & {
	/** Begins a page. */
	onNewPage?: true;
};

export interface Paperwork {
	/** What the paper is called: 自评表. */
	name: string;
	title: string;
	landscape: boolean;
	/** The title as it is set on a cover, with what follows it up to the first new page. */
	cover?: string;
	/** On every page. */
	mark: string;
	blocks: Block[];
}

export const mark = '自查，非官方结论';

export const heading = (text: string): Block => ({ type: 'heading', text });

export const paragraph = (text: string, style: Style = 'body'): Block => ({
	type: 'paragraph',
	text,
	style,
});

/** Headings for columns, each over one. */
export const headRow = (texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));
