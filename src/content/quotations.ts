import type { Links } from '../clauses/links.ts';
import { clauseText } from '../clauses/outline.ts';

/* Whether quotations are what they say they are. */

/** What is wrong, and what to do. */
export type Finding = [problem: string, remedy: string];

const boundary = /[\s，。；：、？！（）《》“”\n]/;

const pairs = ['（）', '《》', '“”'];

const isBalanced = (text: string): boolean =>
	pairs.every(([open = '', close = '']) => text.split(open).length === text.split(close).length);

/** Whether a quotation stands in a text as a whole phrase: a cut-off word is no quotation. */
export function quotes(text: string, quote: string): boolean {
	if (!isBalanced(quote) || quote.replaceAll(/[^\u4e00-\u9fff\w]/g, '').length < 4) return false;
	for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
		const before = text[at - 1] ?? ' ';
		const rest = text.slice(at + quote.length);
		const after = /^得\d/.test(rest) ? ' ' : (rest[0] ?? ' ');
		const opens = boundary.test(before) || boundary.test(quote[0] ?? '');
		if (opens && (boundary.test(after) || boundary.test(quote.at(-1) ?? ''))) return true;
	}
	return false;
}

/** A quotation must be a whole phrase of the clause it names. */
export function quotationFault(links: Pick<Links, 'clause'>, clause: string, quote: string): Finding | false {
	const [document = '', anchor = ''] = clause.split('#');
	const found = links.clause(document, anchor);
	if (!found) return [`points to ${clause}, which does not exist.`, 'Mend the id.'];
	return (
		!quotes(clauseText(found.clause), quote) && [
			`“${quote}” is not a phrase of ${clause}.`,
			'Copy it from the clause, whole.',
		]
	);
}
