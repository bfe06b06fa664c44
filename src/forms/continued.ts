import type { Cell } from '../paperwork/paperwork.ts';

/* A long answer goes on in rows below, each with the label of the first: so it is told on every page what it is. */

/** About what a page shows of an answer. */
const most = 700;

/** Where to end a piece: after its last whole paragraph, else its last whole sentence, else anywhere. */
function cutAt(letters: readonly string[]): number {
	const piece = letters.slice(0, most);
	const paragraph = piece.lastIndexOf('\n');
	if (paragraph > most / 2) return paragraph;
	const sentence = Math.max(...['。', '；', '\n'].map((end) => piece.lastIndexOf(end)));
	return sentence > 0 ? sentence + 1 : most;
}

function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	let rest = Array.from(text);
	while (rest.length > most) {
		const at = cutAt(rest);
		pieces.push(rest.slice(0, at).join(''));
		// A new row begins a line as well as a line break does.
		rest = rest.slice(rest[at] === '\n' ? at + 1 : at);
	}
	return [...pieces, rest.join('')];
}

export function continued(row: readonly Cell[]): Cell[][] {
	const long = row.find(({ flows }) => flows);
	const pieces = piecesOf(String(long?.text ?? ''));
	if (!long || pieces.length === 1) return [[...row]];
	return pieces.map((text, i) =>
		row.map((cell): Cell => {
			if (cell === long) return { ...cell, text };
			return i === 0 || cell.text === null ? cell : { ...cell, text: `${cell.text}（续）` };
		}),
	);
}
