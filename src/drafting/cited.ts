import { officialDates } from '../dates/official.ts';
import { nameOfEntry, type Paper, proves } from '../evidence/papers.ts';
import type { Origin } from './told.ts';
import { inLine } from './typed.ts';
import { comma, fill, listed, words } from './words.ts';

/* Papers as a draft cites them. */

export const paperOrigin = (paper: Paper): Origin => ({
	kind: 'paper',
	id: paper.id,
	label: inLine(nameOfEntry(paper)),
});

/** 《标准化管理办法》（清便〔2025〕3号，2025年3月18日）; by its number alone where it has no name. */
function cite({ name, number, date }: Paper): string {
	const [title, numbered, dated] = [inLine(name), inLine(number), officialDates(inLine(date))];
	const called = title && (/《.*》/.test(title) ? title : fill(words.title, title));
	const details = (called ? [numbered, dated] : [dated]).filter(Boolean).join(comma);
	return details ? fill(words.details, called || numbered, details) : called || numbered;
}

/** Those that prove something, in one list; those that are gone. */
export function cited(papers: readonly Paper[]): { list: string; from: Origin[]; gone: Origin[] } {
	const there = papers.filter(proves);
	return {
		list: there.map(cite).join(listed),
		from: there.map(paperOrigin),
		gone: papers.filter(({ gone }) => gone).map(paperOrigin),
	};
}
