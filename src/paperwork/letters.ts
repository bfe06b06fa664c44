/* How much room a text takes, in widths of a Chinese character: no font is at hand where papers are made. */

const narrow = /^[\u0020-\u024f]$/;

const emsOf = (letter: string): number => (narrow.test(letter) ? 0.55 : letter === '\t' ? 4 : 1);

export const ems = (text: string): number => Array.from(text).reduce((sum, letter) => sum + emsOf(letter), 0);

/** How many lines a text fills in a column so many characters wide. */
export const linesIn = (text: string, width: number): number =>
	text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / Math.max(1, width))), 0);

/** One line of at most so many characters, cut with … where there is more. */
export function oneLine(text: string, width: number): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	let room = width;
	const letters = Array.from(line.slice(0, width * 4));
	for (const [i, letter] of letters.entries()) {
		room -= emsOf(letter);
		const last = i === letters.length - 1 && line.length <= width * 4;
		if (room < (last ? 0 : 1)) return `${letters.slice(0, i).join('')}…`;
	}
	return line;
}
