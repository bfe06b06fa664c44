import { akomaNtosoId, citation, fullLabel } from '../../clauses/citation.ts';
import { marksWithPlaces } from '../../clauses/mark-places.ts';
import { clauseText, walk } from '../../clauses/outline.ts';
import { library } from '../../text/library.ts';
import { url } from '../../url.ts';

const format = 1;

/** What /data/documents.json holds. */
export const documentsData = () => ({
	format,
	documents: library().documents.map((document) => ({
		id: document.id,
		title: document.meta.title,
		number: document.meta.number ?? null,
		date: document.meta.date ?? null,
		issuer: document.meta.issuer ?? null,
		kind: document.meta.kind,
		url: url.document(document.id),
		clauses: Array.from(walk(document), (visit) => ({
			id: visit.clause.id,
			akn: akomaNtosoId(visit),
			kind: visit.clause.kind,
			parent: visit.ancestors.at(-1)?.id ?? null,
			label: fullLabel(visit),
			citation: citation(document.meta, fullLabel(visit)),
			text: clauseText(visit.clause),
			url: url.document(document.id, visit.clause.id),
		})),
	})),
});

/** What /data/marks.json holds. */
export const marksData = () => ({
	format,
	marks: library().documents.flatMap((document) =>
		marksWithPlaces(document).map(({ mark, visit }) => ({
			document: document.id,
			clause: visit?.clause.id ?? null,
			number: mark.number,
			kind: mark.kind,
			captured: mark.captured,
			shown: mark.shown,
			reason: mark.reason,
			url: url.document(document.id, `mark-${mark.number}`),
		})),
	),
});
