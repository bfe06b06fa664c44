import type { DraftParagraph, Origin, Sentence } from './told.ts';

/* What was typed, as a draft takes it: word for word. */

/** Its lines, without the empty ones. */
export const linesTyped = (text: string): string[] =>
	text
		.trim()
		.split(/\s*[\r\n]\s*/)
		.filter(Boolean);

/** Within a sentence. */
export const inLine = (text: string): string => linesTyped(text).join(' ');

const ended = /[。！？…；：，、.!?;:,][”’」』）)]?$/;

/** With a full stop at its end, where it has none. */
const closed = (text: string): string => (ended.test(text) ? text : `${text}。`);

/** Within a sentence that goes on after it. */
export const unended = (text: string): string => inLine(text).replace(/[。；;]$/, '');

/** As paragraphs: what leads to it stands before the first, what follows after the last. */
export function paragraphsOf(
	key: string,
	lines: readonly string[],
	from: Origin[],
	{ before = [], after = [] }: { before?: readonly Sentence[]; after?: readonly Sentence[] } = {},
): DraftParagraph[] {
	const last = lines.length - 1;
	const typed = lines.map((text, i): Sentence[] => [{ text: i === last ? closed(text) : text, from }]);
	const all = typed.length > 0 ? typed : [[]];
	return all
		.map((sentences, i) => [...(i === 0 ? before : []), ...sentences, ...(i === all.length - 1 ? after : [])])
		.filter((sentences) => sentences.length > 0)
		.map((sentences, i) => ({ key: i === 0 ? key : `${key}/${i + 1}`, sentences }));
}
