import { supply } from '../supply/supply.ts';

/** A paper that a source names for a line. */
export interface Typical {
	name: string;
	place: string;
	href: string;
	quote: string;
}

type ByLine = { readonly [line: string]: readonly Typical[] };

const known = new Map<string, ByLine>();

/** What the sources name for the lines of a table. */
export async function loadTypical(table: string): Promise<void> {
	if (!known.has(table)) known.set(table, (await supply<{ lines: ByLine }>(`typical/${table}`)).lines);
}

/** The same, once it has come. */
export const typicalIn = (table: string): ByLine | undefined => known.get(table);
