/** A stretch of lines between blank lines, before its words are read. */
export type Block =
	| {
			type: 'title' | 'heading' | 'subheading' | 'paragraph';
			text: string;
			/** How deep a bullet stands; 0 for no bullet. */
			depth: number;
			/** Its first words are no label, whatever they look like. */
			plain: boolean;
			line: number;
	  }
	| { type: 'table'; rows: string[][]; head: number; line: number; ids?: (LineId | undefined)[] }
	| { type: 'drawn'; what: string; line: number }
	| { type: 'rule'; line: number };

/** What makes a row of a table a clause of its own. */
interface LineId {
	id: string;
	label: string;
}

const headings = { '#': 'title', '##': 'heading', '###': 'subheading' } as const;

export class BlockError extends Error {
	readonly line: number;

	constructor(message: string, line: number) {
		super(message);
		this.line = line;
	}
}

/** Splits the body of a document file; `firstLine` is the file's line on which the body starts. */
export function readBlocks(body: string, firstLine: number): Block[] {
	const blocks: Block[] = [];
	let lines: string[] = [];
	const close = (end: number) => {
		if (lines.length > 0) blocks.push(readBlock(lines, end - lines.length));
		lines = [];
	};
	const all = body.split(/\r?\n/);
	for (const [i, line] of all.entries()) {
		if (line.trim() === '') close(firstLine + i);
		else lines.push(line);
	}
	close(firstLine + all.length);
	return blocks;
}

function readBlock(lines: string[], line: number): Block {
	const [first = ''] = lines;
	if (first.startsWith('|')) return readTable(lines, line);
	if (/^---+$/.test(first) && lines.length === 1) return { type: 'rule', line };
	const text = lines.map((l) => l.trim()).join('\n');
	const drawn = /^\{table: *([a-z0-9-]+(?: vetoes)?)\}$/.exec(text);
	if (drawn) return { type: 'drawn', what: drawn[1] ?? '', line };
	const heading = /^(#+) +/.exec(text);
	if (heading) {
		const type = headings[heading[1] as keyof typeof headings];
		if (!type) throw new BlockError(`“${heading[1]}” is deeper than any heading here.`, line);
		return { type, text: text.slice(heading[0].length), depth: 0, plain: false, line };
	}
	const bullet = /^( *)- +/.exec(first);
	if (bullet)
		return {
			type: 'paragraph',
			text: text.replace(/^- +/, ''),
			depth: (bullet[1] ?? '').length / 2 + 1,
			plain: true,
			line,
		};
	const plain = text.startsWith('\\');
	return { type: 'paragraph', text: plain ? text.slice(1) : text, depth: 0, plain, line };
}

function readTable(lines: string[], line: number): Block {
	const rows: string[][] = [];
	let head = 0;
	for (const [i, raw] of lines.entries()) {
		const text = raw.trim();
		if (!/^\|.*\|$/.test(text)) throw new BlockError('a line of a table must start and end with “|”.', line + i);
		const cells = text
			.slice(1, -1)
			.split('|')
			.map((cell) => cell.trim());
		if (cells.every((cell) => /^-{3,}$/.test(cell))) {
			if (rows.length === 0) throw new BlockError('there is no heading above this row of dashes.', line + i);
			head = rows.length;
		} else rows.push(cells);
		const width = rows[0]?.length;
		if (cells.length !== width)
			throw new BlockError(`this row has ${cells.length} cells, the rows above it have ${width}.`, line + i);
	}
	return { type: 'table', rows, head, line };
}
