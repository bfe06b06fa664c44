import { longestQuestion } from '../../strings/longest-question.ts';
import { url } from '../../url.ts';

/** What the address says. */
export interface State {
	q: string;
	doc: string;
	kind: string;
	/** How many results are shown. */
	show: number;
}

/** How many results are shown at first, and how many more at a time. */
export const page = 20;

export function readAddress(): State {
	const query = new URLSearchParams(location.search);
	const show = Number(query.get('show'));
	return {
		q: query.get('q') ?? '',
		doc: query.get('doc') ?? '',
		kind: query.get('kind') ?? '',
		show: Number.isInteger(show) && show > page ? show : page,
	};
}

export function addressFor({ q, doc, kind, show }: State): string {
	const query = new URLSearchParams({ q: q.slice(0, longestQuestion) });
	if (doc) query.set('doc', doc);
	if (kind) query.set('kind', kind);
	if (show > page) query.set('show', String(show));
	return url.search(String(query));
}

/** A link to the same search with something changed. */
export type Link = (change: Partial<State>) => { href: string; onClick: (event: MouseEvent) => void };
