import { type Block, type Cell, heading, type Paperwork } from './paperwork.ts';

/* What is too long for its cell goes on at the end of the paper, so that nothing is dropped. */

/**
 * A cell of a sheet holds 32,767 UTF-16 units and 253 line breaks; but what fills pages of one narrow column is of
 * no use long before, and some programs never finish to lay it out.
 */
const mostUnits = 2_000;
const mostBreaks = 250;

/** A text in pieces that each fit into a cell and together say it whole; no character is cut. */
export function pieces(text: string): string[] {
	const out: string[] = [];
	let start = 0;
	let end = 0;
	let breaks = 0;
	for (const letter of text) {
		breaks += letter === '\n' ? 1 : 0;
		if (end + letter.length - start > mostUnits || breaks > mostBreaks) {
			out.push(text.slice(start, end));
			start = end;
			breaks = letter === '\n' ? 1 : 0;
		}
		end += letter.length;
	}
	return [...out, text.slice(start)];
}

/**
 * The paper with every text cut to what a cell shows; the rest stands in a table 续, by the number left in its place.
 * Paragraphs are cells too where the paper is a sheet.
 */
export function spilled(paperwork: Paperwork, paragraphs: 'in cells' | 'flow'): Paperwork {
	const rests: Cell[][] = [];
	let count = 0;
	const cut = (text: string): string => {
		const [first = '', ...more] = pieces(text);
		if (more.length === 0) return text;
		count += 1;
		for (const rest of more) rests.push([{ text: `续${count}` }, { text: rest }]);
		return `${first}（接续${count}）`;
	};
	const cutRows = (rows: Cell[][]) =>
		rows.map((row) => row.map((cell) => (typeof cell.text === 'string' ? { ...cell, text: cut(cell.text) } : cell)));
	const cutBlock = (block: Block): Block =>
		block.type === 'table'
			? { ...block, head: cutRows(block.head), body: cutRows(block.body) }
			: paragraphs === 'flow'
				? block
				: { ...block, text: cut(block.text) };
	const title = cut(paperwork.title);
	const blocks = paperwork.blocks.map(cutBlock);
	if (rests.length === 0) return paperwork;
	return {
		...paperwork,
		title,
		blocks: [
			...blocks,
			heading('续'),
			{
				type: 'table',
				small: true,
				columns: [
					{ width: 3, align: 'centre' },
					{ width: 40, align: 'left' },
				],
				head: [[{ text: '接' }, { text: '一格放不下的文字' }]],
				body: rests,
			},
		],
	};
}
