import { markReader, shownText } from '../../clauses/marks.ts';
import type { Mark, Run } from '../../schemas/document.ts';
import type { Rubric } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';

const same = (a: Mark, b: Mark) =>
	a.kind === b.kind && a.captured === b.captured && a.shown === b.shown && a.reason === b.reason;

/** The document that holds a table. */
export function documentOf(rubric: Rubric) {
	const document = library().documents.find(({ id }) => id === rubric.document);
	if (!document) throw new Error(`${rubric.id} stands in no document`);
	return document;
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

/** A table's words as shown, without their marks. */
export const plain = (text: string): string => shownText(markReader().read(text));
