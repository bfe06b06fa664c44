import type { Place } from '../clauses/links.ts';
import { markReader } from '../clauses/marks.ts';
import type { Mark, Run } from '../schemas/document.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { library } from './library.ts';

const same = (a: Mark, b: Mark) =>
	a.kind === b.kind && a.captured === b.captured && a.shown === b.shown && a.reason === b.reason;

/** The document that holds a table. */
export function documentOf(rubric: Rubric) {
	const document = library().documents.find(({ id }) => id === rubric.document);
	if (!document) throw new Error(`${rubric.id} stands in no document`);
	return document;
}

/** Where a line stands in its document. */
export function placeOfLine(rubric: Rubric, id: string, anchor = rubric.anchor): Place {
	const clause = anchor ? `${anchor}.${id}` : id;
	return { document: documentOf(rubric), visit: library().links.clause(rubric.document, clause) };
}

/** A table's words with its marks numbered as in the document, where their notes stand. */
export function sourceRuns(rubric: Rubric, text: string): Run[] {
	const { marks } = documentOf(rubric);
	return markReader()
		.read(text)
		.map(({ text: words, mark }) => {
			const known = mark && marks.find((candidate) => same(candidate, mark));
			return known ? { text: words, mark: known } : { text: words };
		});
}
