import type { Place } from '../../clauses/links.ts';
import { type Visit, walk } from '../../clauses/outline.ts';
import { plainStem } from '../../clauses/stem.ts';
import type { Document } from '../../schemas/document.ts';
import { library } from '../../text/library.ts';
import { linesRestingOn, type RestingLine } from '../../text/resting.ts';

/** What rests on one clause. */
export interface Use {
	visit: Visit;
	lines: readonly RestingLine[];
	places: Place[];
	questions: RestingQuestion[];
	/** What is handed in by it. */
	forms: { id: string; name: string }[];
	/** What it sets for when. */
	periods: { id: string; name: string }[];
	/** What people ask whom it answers; said about it, not resting on it. */
	asked: readonly string[];
}

/** A question of the bank that asks about a clause. */
interface RestingQuestion {
	topic: string;
	id: string;
	stem: string;
}

function questionsAbout(document: string, anchor: string): RestingQuestion[] {
	const key = `${document}#${anchor}`;
	return library().topics.flatMap(({ id: topic, questions }) =>
		questions
			.filter(({ clause, also }) => clause === key || also.some((other) => other.clause === key))
			.map(({ id, stem }) => ({ topic, id, stem: plainStem(stem) })),
	);
}

/** Forms that are handed in by a clause, or that say it of one of their blanks. */
function formsBy(document: string, anchor: string): { id: string; name: string }[] {
	const key = `${document}#${anchor}`;
	return library().forms.flatMap(({ id, name, annex, due, copies, asked }) => {
		const cited = [...due, ...(copies ? [copies] : []), ...asked.flatMap(({ because }) => because)];
		return annex === key || cited.some(({ clause }) => clause === key) ? [{ id, name }] : [];
	});
}

/** Periods that a clause sets, or says of what follows when one is missed. */
function periodsBy(document: string, anchor: string): { id: string; name: string }[] {
	const key = `${document}#${anchor}`;
	return library()
		.plan.periods.filter(({ because, missed }) =>
			[...because, ...(missed ? [missed.because] : [])].some(({ clause }) => clause === key),
		)
		.map(({ id, name }) => ({ id, name }));
}

/** What rests on the clauses of a document, its own references aside; clauses on which nothing rests are left out. */
const usesOf = (document: Document): Use[] =>
	Array.from(walk(document), (visit) => ({
		visit,
		lines: linesRestingOn(document.id, visit.clause.id),
		places: library()
			.links.to(document.id, visit.clause.id)
			.filter((place) => place.document !== document),
		questions: questionsAbout(document.id, visit.clause.id),
		forms: formsBy(document.id, visit.clause.id),
		periods: periodsBy(document.id, visit.clause.id),
		asked: (library().aids.asked[document.id]?.[visit.clause.id] ?? []).slice(0, 2),
	})).filter((use) => countUse(use) > 0);

const countUse = ({ lines, places, questions, forms, periods }: Use): number =>
	lines.length + places.length + questions.length + forms.length + periods.length;

export const countUses = (uses: readonly Use[]): number => uses.reduce((sum, use) => sum + countUse(use), 0);

/** The clauses that the page shows as one: a heading alone, any other with its parts. */
function rowOf({ clause, ancestors }: Visit): Visit {
	const at = ancestors.findIndex(({ heading }) => !heading);
	const top = ancestors[at];
	return top ? { clause: top, ancestors: ancestors.slice(0, at) } : { clause, ancestors };
}

/** All that rests on a document's clauses, by the anchors of the clauses that the page shows as one. */
export const usesByRow = (document: Document): Map<string, Use[]> =>
	Map.groupBy(usesOf(document), ({ visit }) => rowOf(visit).clause.id);
