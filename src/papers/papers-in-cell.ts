import { sayDate } from '../dates/written-date.ts';
import type { Paper } from '../evidence/papers.ts';

/** The papers of a line in which anything is written. */
export const filledIn = (papers: readonly Paper[]): Paper[] =>
	papers.filter(({ name, number, date, kept, note }) => [name, number, date, kept, note].some((text) => text.trim()));

/** Papers in one cell, a line each. */
export function papersInCell(papers: readonly Paper[]): string {
	const said = filledIn(papers).map(({ name, number, date, kept, note }) => {
		const about = [number, sayDate(date)].filter((text) => text.trim()).join('，');
		return [`${name}${about && `（${about}）`}`, kept.trim() && `存放处：${kept}`, note.trim() && `备注：${note}`]
			.filter(Boolean)
			.join('，');
	});
	return said.length > 1 ? said.map((text, i) => `${i + 1}. ${text}`).join('\n') : said.join('');
}
