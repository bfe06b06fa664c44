import { linesIn } from './letters.ts';
import type { Cell, Table } from './paperwork.ts';

/* Where the cells of a table stand, and how high its rows must be to show them. */

interface Placed {
	cell: Cell;
	row: number;
	column: number;
	across: number;
	down: number;
}

/** The cells of rows by place; a row leaves out what cells from its left or above cover. */
export function placed(rows: readonly (readonly Cell[])[]): Placed[] {
	const covered = new Set<string>();
	const out: Placed[] = [];
	for (const [row, cells] of rows.entries()) {
		let column = 0;
		for (const cell of cells) {
			while (covered.has(`${row},${column}`)) column += 1;
			const { across = 1, down = 1 } = cell;
			out.push({ cell, row, column, across, down });
			for (let y = row; y < row + down; y += 1)
				for (let x = column; x < column + across; x += 1) covered.add(`${y},${x}`);
		}
	}
	return out;
}

interface Room {
	/** What a line of text takes, and what a row takes beside its lines; heights come in the same unit. */
	line: number;
	padding: number;
	/** How many Chinese characters a column is wide. */
	width: (column: number) => number;
	/** Where the height goes that a cell needs beyond its rows: to all of them or to the last. */
	extra: 'all' | 'last';
}

/** The height of each row that shows the text of every cell. */
export function rowHeights({ head, body }: Pick<Table, 'head' | 'body'>, room: Room): number[] {
	const rows = [...head, ...body];
	const heights = rows.map(() => room.line + room.padding);
	const needs = placed(rows).map(({ cell, row, column, across, down }) => {
		let width = 0;
		for (let x = column; x < column + across; x += 1) width += room.width(x);
		return { row, down, needs: linesIn(String(cell.text ?? ''), width) * room.line + room.padding };
	});
	needs.sort((a, b) => a.down - b.down);
	for (const { row, down, needs: height } of needs) {
		const over = Array.from({ length: down }, (_, i) => row + i);
		const lacks = height - over.reduce((sum, y) => sum + (heights[y] ?? 0), 0);
		if (lacks <= 0) continue;
		const grow = room.extra === 'all' ? over : over.slice(-1);
		for (const y of grow) heights[y] = (heights[y] ?? 0) + lacks / grow.length;
	}
	return heights;
}
