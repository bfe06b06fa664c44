import type { Document, FrontMatter } from '../schemas/document.ts';
import type { Fault } from './fault.ts';
import { capturedText } from './marks.ts';
import { words } from './outline.ts';

/*
 * The word-for-word check. The captured text and the document, its marks undone, must be the same
 * characters in the same order. What may differ is layout (white space, and the # and - signs by
 * which the capture made a line a heading or a list item) and the width of punctuation.
 */

const widths = new Map([...'，；：？！（）'].map((wide, i) => [wide, ',;:?!()'.charAt(i)]));

/** One character reduced to what is compared; nothing is left of white space. */
const reduce = (char: string): string => (/[\s\ufeff]/.test(char) ? '' : (widths.get(char) ?? char));

const bare = (text: string): string => Array.from(text, reduce).join('');

/** Stands for the sign of a bulleted line, which the capture writes as -, --, --- or *. */
const bullet = '•';

const readLineSigns = (text: string): string =>
	text.replaceAll(/^[^\S\n]*(?:#+ |- (?=[（(]))/gm, '').replaceAll(/^[^\S\n]*(?:-+|\*)(?=\S)/gm, bullet);

/** The document's words as captured, reduced, in the order of the page. */
const capturedPieces = (document: Document) =>
	Array.from(words(document), ({ runs, line, visit, bullet: bulleted }) => ({
		text: (bulleted ? bullet : '') + bare(capturedText(runs)),
		line,
		visit,
	}));

/** Takes the declared page furniture out of the reduced captured text. */
function withoutFurniture(text: string, furniture: FrontMatter['furniture'], file: string): string | Fault {
	let left = text;
	for (const { text: words, times, 'keep-first': keepFirst } of furniture) {
		const parts = left.split(bare(readLineSigns(words)));
		const found = parts.length - 1 - (keepFirst ? 1 : 0);
		if (found !== times)
			return {
				file,
				problem: `the furniture “${words}” is declared ${times} times, and the captured text has it ${Math.max(found, 0)} times.`,
				remedy: 'Mend the count in the front matter, or remove the entry.',
			};
		left = keepFirst ? parts[0] + bare(readLineSigns(words)) + parts.slice(1).join('') : parts.join('');
	}
	return left;
}

const around = 12;
const excerpt = (text: string, at: number): string => {
	const end = at + around;
	return `${at > around ? '…' : ''}${text.slice(Math.max(0, at - around), end)}${end < text.length ? '…' : ''}`;
};

/** Compares a document with its captured text; undefined when they say the same. */
export function compareVerbatim(document: Document, captured: string): Fault | undefined {
	const { file, meta } = document;
	const expected = withoutFurniture(bare(readLineSigns(captured)), meta.furniture, file);
	if (typeof expected !== 'string') return expected;

	const pieces = capturedPieces(document);
	const actual = pieces.map((piece) => piece.text).join('');
	if (actual === expected) return undefined;

	let at = 0;
	while (at < actual.length && actual[at] === expected[at]) at += 1;
	const piece = pieceAt(pieces, at);
	return {
		file,
		...(piece && { line: piece.line }),
		problem: `${document.id} ${piece?.visit?.clause.id ?? 'opening'}: the text differs from the capture ${meta['captured-from']}. Captured “${excerpt(expected, at)}”, here “${excerpt(actual, at)}”.`,
		remedy: 'Restore the captured words, or declare the difference with a mark.',
	};
}

function pieceAt<Piece extends { text: string }>(pieces: readonly Piece[], at: number): Piece | undefined {
	let start = 0;
	for (const piece of pieces) {
		start += piece.text.length;
		if (at < start) return piece;
	}
	return pieces.at(-1);
}
