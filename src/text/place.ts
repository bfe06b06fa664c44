import { fullLabel } from '../clauses/citation.ts';
import type { Place } from '../clauses/links.ts';
import { shownText } from '../clauses/marks.ts';
import { clauseText, type Visit } from '../clauses/outline.ts';
import type { Target } from '../clauses/references.ts';
import type { Library } from '../content/library.ts';
import type { Clause, Document } from '../schemas/document.ts';
import { url } from '../url.ts';
import { library } from './library.ts';

/** Where the clause stands that content names: "xize-2013#art-18.p2". */
export function placeOfClause(
	clause: string,
	{ documents, links }: Pick<Library, 'documents' | 'links'> = library(),
): { document: Document; visit: Visit } {
	const [id = '', anchor = ''] = clause.split('#');
	const document = documents.find((candidate) => candidate.id === id);
	const visit = links.clause(id, anchor);
	if (!document || !visit) throw new Error(`${clause} is in no document`);
	return { document, visit };
}

/** The address of a clause for a page, which links to its own clauses by their anchor alone. */
const clauseUrl = (from: Document | undefined, id: string, anchor: string | undefined): string =>
	from?.id === id && anchor ? `#${anchor}` : url.document(id, anchor);

export const placeUrl = ({ document, visit }: Place, from?: Document): string =>
	clauseUrl(from, document.id, visit?.clause.id);

export const placeName = ({ document, visit }: Place): string =>
	`${document.meta.short} ${visit ? fullLabel(visit) : '开头'}`;

export const targetUrl = (target: Target, from?: Document): string =>
	target.type === 'standard' ? url.standard(target.number) : clauseUrl(from, target.document, target.anchor);

const gistLength = 24;

/** What a reference leads to, in a few words; empty where it or the text around it says them already. */
export function gistOf(target: Target, reference: string, text: string, around: Place): string {
	if (target.type === 'standard') return '';
	const { documents, links } = library();
	const document = documents.find(({ id }) => id === target.document);
	if (!document) return '';
	const { title, short } = document.meta;
	if (target.anchor === undefined) return text.includes(title) || text.includes(`《${short}》`) ? '' : short;
	const visit = links.clause(target.document, target.anchor);
	if (!visit) return '';
	const words = firstLine(visit.clause);
	const said = text.includes(words) || words.includes(reference.replace(/[《》]/g, ''));
	if (!said) return shortened(words, gistLength);
	return document === around.document || text.includes(title) ? '' : placeName({ document, visit });
}

/** How a place begins. */
export const firstWords = ({ document, visit }: Place): string =>
	shortened(visit ? firstLine(visit.clause) : document.meta.title, 60);

const shortened = (words: string, length: number) => (words.length > length ? `${words.slice(0, length)}…` : words);

function firstLine(clause: Clause): string {
	const [line = ''] = (clause.heading ? shownText(clause.heading) : clauseText(clause)).split('\n');
	return line;
}
