import { toChinese } from '../clauses/numerals.ts';
import type { DraftParagraph, Sentence, TableLine } from './told.ts';
import { lineOrigin } from './told.ts';

/* Headings of the usual kind over what a draft says: 一、（一）1.（1）. */

/** A paragraph, or a heading that is not numbered yet; `depth` is 0 for the outermost. */
export type Item = DraftParagraph & { depth?: number; number?: number };

const numbers = [
	(n: number) => `${toChinese(n)}、`,
	(n: number) => `（${toChinese(n)}）`,
	(n: number) => `${n}. `,
	(n: number) => `（${n}）`,
];

export const heading = (key: string, text: string, from: Sentence['from'], depth = 0): Item => ({
	key: `heading ${key}`,
	sentences: [{ text, from }],
	heading: true,
	depth,
});

/** Headings with their numbers; the outermost are of a level from 1 to 4. */
export function numbered(items: readonly Item[], level: number): DraftParagraph[] {
	const counts: number[] = [];
	return items.map(({ depth, number, ...paragraph }) => {
		if (depth === undefined) return paragraph;
		counts.length = depth + 1;
		const n = number ?? (counts[depth] ?? 0) + 1;
		counts[depth] = n;
		const say = numbers[Math.min(level - 1 + depth, numbers.length - 1)];
		return {
			...paragraph,
			sentences: paragraph.sentences.map(({ text, from }) => ({ text: `${say?.(n)}${text}`, from })),
		};
	});
}

const code = /^(?:[A-Z]\d+|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])\s*/;
const points = /\s*（\s*\d+(?:\.\d+)?\s*分?\s*）$/;

/** A section's label as it is said: A1基本要求（10分） is 基本要求. */
export const bareLabel = (label: string): string => label.trim().replace(code, '').replace(points, '') || label.trim();

/** What of a path leads to all lines alike. */
function common(lines: readonly TableLine[]): number {
	const [first, ...rest] = lines.map(({ path }) => path);
	const end = first?.findIndex((label, i) => rest.some((path) => path[i] !== label)) ?? 0;
	return end < 0 ? (first?.length ?? 0) : end;
}

/** What lines say under the sections of their table; those that stand over all lines alike may be left out. */
export function underSections(
	said: readonly { line: TableLine; paragraphs: readonly DraftParagraph[] }[],
	whole: boolean,
): Item[] {
	const from = whole ? 0 : common(said.map(({ line }) => line));
	const open: Item[] = [];
	const items: Item[] = [];
	for (const { line, paragraphs } of said) {
		if (paragraphs.length === 0) continue;
		for (const [i, label] of line.path.slice(from).entries()) {
			const key = line.path.slice(0, from + i + 1).join('/');
			if (open[i]?.key === `heading ${key}`) continue;
			open.length = i;
			open.push(heading(key, bareLabel(label), [], i));
			items.push(open[i] as Item);
		}
		open.length = line.path.length - from;
		for (const { sentences } of open) sentences[0]?.from.push(lineOrigin(line));
		items.push(...paragraphs);
	}
	return items;
}
