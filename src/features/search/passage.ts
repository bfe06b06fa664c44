/** What can be found, the weightier first: rules before notes. */
export const kinds = ['rule', 'line', 'problem', 'notes', 'form', 'standard', 'question'] as const;
export type Kind = (typeof kinds)[number];

/** One thing that a search can find: a clause, a scoring line, a common problem, a form and its blanks, a standard. */
export interface Passage {
	kind: Kind;
	/** The id of its source. */
	source: string;
	/** Its anchor on the page of its source; empty for a whole document. */
	id: string;
	/** The anchor of the clause around it. */
	parent?: string;
	label: string;
	/** What a scoring line stands under. */
	path?: string;
	/** The document it is about, where its source belongs to none. */
	document?: string;
	text: string;
	/** It is a chapter, a document or a table, whose parts say it more exactly. */
	whole?: boolean;
	/** What people ask whom it answers, in words that are not its own. */
	asked?: readonly string[];
}

/** A page that passages stand on: a document, a table, the list of standards. */
export interface Source {
	/** Its address under the site's base, such as "docs/xize-2013/". */
	id: string;
	/** The document, for a table the one that holds it; empty for what belongs to none. */
	document: string;
	short: string;
	/** What people say for it. */
	called: string[];
}

export interface Catalogue {
	format: number;
	sources: Source[];
	passages: Passage[];
}

export const documentOf = ({ source, document }: Passage, sources: readonly Source[]): string =>
	document || (sources.find(({ id }) => id === source)?.document ?? '');

export const addressOf = ({ source, id }: Pick<Passage, 'source' | 'id'>): string => `${source}${id && `#${id}`}`;
