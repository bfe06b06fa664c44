import { standardAnchor } from './clauses/standards.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

const page = (path: string, anchor?: string) => `${base}${path}${anchor ? `#${anchor}` : ''}`;

/** Every address within the site. */
export const url = {
	home: page(''),
	documents: page('docs/'),
	document: (id: string, anchor?: string) => page(`docs/${id}/`, anchor),
	marks: (anchor?: string) => page('docs/marks/', anchor),
	standards: page('standards/'),
	standard: (number: string) => page('standards/', standardAnchor(number)),
	rubrics: page('rubrics/'),
	rubric: (id: string, anchor?: string) => page(`rubrics/${id}/`, anchor),
	compare: (theme?: string) => page('rubrics/compare/', theme),
	about: page('about/'),
	data: (name: string) => page(`data/${name}.json`),
};
