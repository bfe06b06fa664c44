import { standardAnchor } from './clauses/standards.ts';

/* A build does not know where it will stand: its pages and data name addresses from the root of the site, and a
 * script knows the root by where it was loaded from. */
const script = import.meta.url;
const root = import.meta.env.SSR ? '/' : new URL('../', script).pathname;

/** Opened from a folder, there is no server that shows index.html where an address ends in a stroke. */
const index = !import.meta.env.SSR && location.protocol === 'file:' ? 'index.html' : '';

const page = (path: string, anchor?: string) =>
	`${root}${path}${/^$|\/$/.test(path) ? index : ''}${anchor ? `#${anchor}` : ''}`;

/** Every address within the site. */
export const url = {
	home: page(''),
	/** What data files name from the root of the site. */
	fromRoot: (address: string) => page(...(address.slice(1).split('#') as [string, string?])),
	documents: page('docs/'),
	document: (id: string, anchor?: string) => page(`docs/${id}/`, anchor),
	uses: (id: string, row?: string) => page(`docs/${id}/uses/`, row),
	/** The same from the page of the document itself, which links there from every clause. */
	usesHere: (row: string) => `uses/#${row}`,
	marks: (anchor?: string) => page('docs/marks/', anchor),
	standards: page('standards/'),
	standard: (number: string) => page('standards/', standardAnchor(number)),
	rubrics: page('rubrics/'),
	rubric: (id: string, anchor?: string) => page(`rubrics/${id}/`, anchor),
	compare: (theme?: string) => page('rubrics/compare/', theme),
	pilot: (id?: string) => `${page('pilot/')}${id ? `?pilot=${id}` : ''}`,
	facts: page('pilot/facts/'),
	evidence: page('pilot/evidence/'),
	forms: page('forms/'),
	work: page('plan/work/'),
	plan: (period?: string) => page('plan/', period),
	form: (id: string, field?: string) => page(`forms/${id}/`, field),
	checks: page('check/'),
	checkTable: (id: string) => page(`check/${id}/`),
	check: (table: string, id: string) => `${page(`check/${table}/`)}?check=${id}`,
	checklist: page('checklist/'),
	training: page('training/'),
	quiz: page('training/quiz/'),
	practice: (what: string) => `${page('training/quiz/')}?practice=${encodeURIComponent(what)}`,
	questions: (topic?: string, id?: string) => page(`training/questions/${topic ? `${topic}/` : ''}`, id),
	search: (query = '') => `${page('search/')}${query && `?${query}`}`,
	pagefind: page('pagefind/'),
	about: page('about/'),
	data: (name: string) => page(`data/${name}.json`),
};
