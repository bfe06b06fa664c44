import type { Document, Mark } from '../schemas/document.ts';
import { type Visit, words } from './outline.ts';

/** Every mark of a document with the clause it stands in. */
export function marksWithPlaces(document: Document): { mark: Mark; visit: Visit | undefined }[] {
	return Array.from(words(document)).flatMap(({ runs, visit }) =>
		runs.flatMap(({ mark }) => (mark ? [{ mark, visit }] : [])),
	);
}
