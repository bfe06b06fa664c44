import { inert } from '../ui/inert.ts';
import type { Block, Cell, Paperwork } from './paperwork.ts';

/* A paper with everything that was typed made safe for a file. */

const inertCell = (cell: Cell): Cell => (typeof cell.text === 'string' ? { ...cell, text: inert(cell.text) } : cell);

const inertRows = (rows: readonly Cell[][]) => rows.map((row) => row.map(inertCell));

const inertBlock = (block: Block): Block =>
	block.type === 'table'
		? { ...block, head: inertRows(block.head), body: inertRows(block.body) }
		: { ...block, text: inert(block.text) };

export const inertPaperwork = (paperwork: Paperwork): Paperwork => ({
	...paperwork,
	name: inert(paperwork.name),
	title: inert(paperwork.title),
	mark: inert(paperwork.mark),
	blocks: paperwork.blocks.map(inertBlock),
});
