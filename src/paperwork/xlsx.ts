import {
	type CellStyle,
	type MergeRange,
	type Cell as SheetCell,
	type WriteSheet,
	writeXlsx as write,
} from 'hucre/xlsx';
import { inert } from '../ui/inert.ts';
import { placed, rowHeights } from './grid.ts';
import { inertPaperwork } from './inert-paperwork.ts';
import { linesIn } from './letters.ts';
import type { Align, Column, Paperwork, Table } from './paperwork.ts';
import { spilled } from './spill.ts';

/* Excel files: a sheet for each table, with the words that stand over it. Every text is a text and no formula. */

/** How many Chinese characters of 10 points a page is wide inside its margins. */
const pageWidth = { upright: 50, lying: 76 };
/** A column's width is counted in digits, of which two make a Chinese character. */
const digits = 2;
/** What a column needs beside its text, in Chinese characters. */
const beside = 1;

/** The most a row may be high, in points. */
const highest = 400;
/** More than this must not stay in sight when a sheet is scrolled. */
const highestFrozen = 220;

const line = 13.5;
const padding = 5;

type Text = string | number | null;

interface Written {
	text: Text;
	style: CellStyle;
	across: number;
	down: number;
}

const horizontal: Record<Align, 'left' | 'center'> = { left: 'left', centre: 'center' };

const side = { style: 'thin' as const };
const frame = { top: side, right: side, bottom: side, left: side };

const styleOf = (align: Align, font: { name: string; size: number; bold?: boolean }, framed: boolean): CellStyle => ({
	font,
	alignment: {
		horizontal: horizontal[align],
		vertical: framed || align === 'centre' ? 'center' : 'top',
		wrapText: true,
	},
	...(framed && { border: frame }),
});

const over = {
	title: { style: styleOf('centre', { name: '黑体', size: 16, bold: true }, false), size: 16 },
	heading: { style: styleOf('left', { name: '黑体', size: 12, bold: true }, false), size: 12 },
	centre: { style: styleOf('centre', { name: '宋体', size: 11 }, false), size: 11 },
	body: { style: styleOf('left', { name: '宋体', size: 11 }, false), size: 11 },
	line: { style: styleOf('left', { name: '宋体', size: 11 }, false), size: 11 },
	right: { style: styleOf('left', { name: '宋体', size: 11 }, false), size: 11 },
	small: { style: styleOf('left', { name: '宋体', size: 10 }, false), size: 10 },
};

interface Words {
	kind: keyof typeof over;
	text: string;
}

/** A sheet to be: words over a table, and words under it. */
interface Plan {
	name: string;
	before: Words[];
	table?: Table;
	after: Words[];
}

/** Cuts a paper into sheets: a table begins one together with the heading over it. */
function planned({ name, title, blocks }: Paperwork): Plan[] {
	const plans: Plan[] = [{ name, before: [{ kind: 'title', text: title }], after: [] }];
	for (const block of blocks) {
		let plan = plans.at(-1) as Plan;
		const begun = plan.table ?? plan.before.find(({ kind }) => kind === 'heading');
		if ((block.type === 'heading' && begun) || (block.type === 'table' && plan.table)) {
			plan = { name: block.type === 'heading' ? block.text : name, before: [], after: [] };
			plans.push(plan);
		}
		if (block.type === 'table') plan.table = block;
		else
			(plan.table ? plan.after : plan.before).push({
				kind: block.type === 'heading' ? 'heading' : block.style,
				text: block.text,
			});
	}
	return plans;
}

/** Letters and digits of a name, which need no quotes where a sheet is referred to. */
function sheetName(text: string, taken: ReadonlySet<string>): string {
	const start = text.split(/[\s：]/)[0] ?? '';
	const plain =
		Array.from(start.replaceAll(/[^\p{L}\p{N}]/gu, '').replace(/^\d+/, ''))
			.slice(0, 12)
			.join('') || '表';
	let name = plain;
	for (let i = 2; taken.has(name); i += 1) name = `${plain}${i}`;
	return name;
}

/** Two columns for words without a table: LibreOffice prints a single one that fills the page half beside it. */
const wordsAlone: Column[] = [
	{ width: 1, align: 'left' },
	{ width: 1, align: 'left' },
];

/** Fills one sheet, row by row. */
function sheetOf(plan: Plan, name: string, { landscape, mark }: Paperwork): WriteSheet {
	const cells = new Map<string, Partial<SheetCell>>();
	const merges: MergeRange[] = [];
	const rowDefs = new Map<number, { height: number }>();
	const columns: Column[] = plan.table?.columns ?? wordsAlone;
	const shares = columns.reduce((sum, { width }) => sum + width, 0);
	const whole = landscape ? pageWidth.lying : pageWidth.upright;
	const widths = columns.map(({ width }) => (whole * width) / shares);
	let row = 0;

	const put = (y: number, x: number, { text, style, across, down }: Written) => {
		for (let r = y; r < y + down; r += 1) for (let c = x; c < x + across; c += 1) cells.set(`${r},${c}`, { style });
		if (typeof text === 'number') cells.set(`${y},${x}`, { style, value: text });
		else if (text) cells.set(`${y},${x}`, { style, ...asText(text) });
		if (across > 1 || down > 1) merges.push({ startRow: y, startCol: x, endRow: y + down - 1, endCol: x + across - 1 });
	};

	/** As many rows as it takes to be so high. */
	const rows = (height: number): number => {
		const count = Math.max(1, Math.ceil(height / highest));
		for (let i = 0; i < count; i += 1) rowDefs.set(row + i, { height: Math.ceil(height / count) });
		row += count;
		return count;
	};

	const words = ({ kind, text }: Words) => {
		const { style, size } = over[kind];
		const y = row;
		const down = rows((linesIn(text, (whole * 10) / size - beside) * line * size) / 10 + padding * 1.5);
		put(y, 0, { text, style, across: columns.length, down });
	};

	for (const each of plan.before) words(each);
	const head = { from: row, rows: 0 };
	if (plan.table) {
		const { head: headRows, body } = plan.table;
		const all = [...headRows, ...body];
		const heights = rowHeights(plan.table, {
			line,
			padding,
			width: (column) => (widths[column] ?? 0) - beside,
			extra: 'all',
		});
		const starts = heights.map((height) => {
			const start = row;
			rows(height);
			return start;
		});
		const startOf = (y: number) => starts[y] ?? row;
		for (const { cell, row: y, column, across, down } of placed(all)) {
			const isHead = y < headRows.length;
			const font = { name: isHead ? '黑体' : '宋体', size: 10, ...(isHead && { bold: true }) };
			const align = isHead ? 'centre' : (columns[column]?.align ?? 'left');
			put(startOf(y), column, {
				text: cell.text,
				style: styleOf(align, font, true),
				across,
				down: startOf(y + down) - startOf(y),
			});
		}
		head.rows = startOf(headRows.length) - head.from;
	}
	for (const each of plan.after) words(each);

	const frozen = head.from + head.rows;
	let frozenHeight = 0;
	for (let y = 0; y < frozen; y += 1) frozenHeight += rowDefs.get(y)?.height ?? 0;
	return {
		name,
		columns: widths.map((width) => ({ width: Math.round(width * digits * 10) / 10 })),
		cells,
		merges,
		rowDefs,
		...(head.rows > 0 && frozenHeight <= highestFrozen && { freezePane: { rows: frozen } }),
		pageSetup: {
			paperSize: 'a4',
			orientation: landscape ? 'landscape' : 'portrait',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			horizontalCentered: true,
			margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.4, footer: 0.4 },
			...(head.rows > 0 && { printTitlesRow: `$${head.from + 1}:$${frozen}` }),
		},
		headerFooter: { oddFooter: `&L${mark.replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
	};
}

/** _x0041_ is read as a letter unless its first sign is written that way too. */
const spelled = (text: string): string => text.replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

/** As runs, because the writer takes a plain #N/A for an error and not for a text. */
const asText = (text: string): Partial<SheetCell> =>
	text.startsWith('#') ? { richText: [{ text: spelled(text) }] } : { value: spelled(text) };

async function inBlob(sheets: WriteSheet[], properties: { title: string; creator: string }): Promise<Blob> {
	const bytes = await write({ sheets, properties, defaultFont: { name: '宋体', size: 10 } });
	return new Blob([bytes as Uint8Array<ArrayBuffer>], {
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	});
}

export function writeXlsx(given: Paperwork): Promise<Blob> {
	const paperwork = spilled(inertPaperwork(given), 'in cells');
	const names = new Set<string>();
	const sheets = planned(paperwork).map((plan) => {
		const name = sheetName(plan.name, names);
		names.add(name);
		return sheetOf(plan, name, paperwork);
	});
	return inBlob(sheets, { title: paperwork.title, creator: paperwork.mark });
}

/** Data and no paper: the heads in the first row, then a row each, no cell merged. */
export interface Data {
	name: string;
	/** Who wrote it. */
	creator: string;
	/** Widths in Chinese characters. */
	fields: { head: string; width: number }[];
	rows: (string | number)[][];
}

export function writeData({ name, creator, fields, rows }: Data): Promise<Blob> {
	const cells = new Map<string, Partial<SheetCell>>();
	const put = (y: number, x: number, content: string | number, bold: boolean) => {
		if (content === '') return;
		const style: CellStyle = { font: { name: '宋体', size: 10, bold }, alignment: { vertical: 'top', wrapText: true } };
		cells.set(`${y},${x}`, { style, ...(typeof content === 'number' ? { value: content } : asText(inert(content))) });
	};
	for (const [x, { head }] of fields.entries()) put(0, x, head, true);
	for (const [y, row] of rows.entries()) for (const [x, content] of row.entries()) put(y + 1, x, content, false);
	const sheet: WriteSheet = {
		name: sheetName(name, new Set()),
		columns: fields.map(({ width }) => ({ width: width * digits })),
		cells,
		freezePane: { rows: 1 },
	};
	return inBlob([sheet], { title: name, creator });
}
