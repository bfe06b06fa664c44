import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { marksWithPlaces } from '../../src/clauses/mark-places.ts';
import type { Document } from '../../src/schemas/document.ts';

/* The complete list of marks, read against the sources by two readers; a change here is a decision. */

export const decidedMarks: Record<string, string[]> = parse(readFileSync('tests/data/marks.yaml', 'utf8'));

/** The marks of a document in the terms of the list: place, kind, and captured→shown where they differ. */
export const markList = (document: Document): string[] =>
	marksWithPlaces(document).map(({ mark: { kind, captured, shown }, visit }) =>
		`${visit?.clause.id ?? 'opening'} ${kind}: ${captured === shown ? shown : `${captured}→${shown}`}`
			.replaceAll('\n', '<br>')
			.trimEnd(),
	);
