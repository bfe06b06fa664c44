import {
	AlignmentType,
	Document,
	DocumentGridType,
	Footer,
	Header,
	HeightRule,
	LineRuleType,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Tab,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType,
} from 'docx';
import { placed, rowHeights } from './grid.ts';
import { inertPaperwork } from './inert-paperwork.ts';
import type { Align, Block, Cell, Paperwork, Table as TableBlock } from './paperwork.ts';
import { spilled } from './spill.ts';

/* Word files after GB/T 9704-2012. Lengths are twips, twentieths of a point; sizes of letters half points. */

const millimetre = 1440 / 25.4;
const twips = (millimetres: number) => Math.round(millimetres * millimetre);

/** The page upright; it lies with its binding edge on top. */
const margins = { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35) };
const lying = { top: margins.left, right: margins.top, bottom: margins.right, left: margins.bottom };
const [short, long] = [twips(210), twips(297)];

/**
 * 22 lines a page and 28 characters a line, by exact lines and closer letters: a grid that text snaps to would
 * spread the small letters of tables too.
 */
const bodyLine = 580;
const closer = -5;

const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const faces = {
	body: face('仿宋_GB2312'),
	title: face('方正小标宋简体'),
	heading: face('黑体'),
	centre: face('楷体_GB2312'),
	page: face('宋体'),
};

type Letters = { font: ReturnType<typeof face>; size: number; bold?: boolean; characterSpacing?: number };

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });

/** Words with their line breaks and tabs; never as `children`, where some words are fields. */
const runs = (words: string, letters: Letters): TextRun[] =>
	words
		.split('\n')
		.flatMap((line, i) =>
			line
				.split('\t')
				.flatMap((text, j) => [
					...(i > 0 && j === 0 ? [new TextRun({ ...letters, break: 1 })] : []),
					...(j > 0 ? [new TextRun({ ...letters, children: [new Tab()] })] : []),
					...(text === '' ? [] : [new TextRun({ ...letters, text })]),
				]),
		);

const alignment: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
	left: AlignmentType.LEFT,
	centre: AlignmentType.CENTER,
};

interface Page {
	width: number;
	height: number;
}

const pageOf = (landscape: boolean): Page =>
	landscape
		? { width: long - lying.left - lying.right, height: short - lying.top - lying.bottom }
		: { width: short - margins.left - margins.right, height: long - margins.top - margins.bottom };

const paragraphs = {
	body: {
		letters: { font: faces.body, size: 32, characterSpacing: closer },
		line: bodyLine,
		indent: { firstLine: 640 },
	},
	small: { letters: { font: faces.body, size: 24 }, line: 380, indent: {} },
	centre: { letters: { font: faces.centre, size: 32 }, line: bodyLine, indent: {} },
	line: { letters: { font: faces.body, size: 32 }, line: bodyLine, indent: {} },
	right: { letters: { font: faces.body, size: 32 }, line: bodyLine, indent: { right: 640 } },
};

/** On a cover, lines stand farther apart, and in from the edge. */
const onCover = { ...paragraphs.line, line: 900, indent: { left: 640 } };

const aligned: { [style in keyof typeof paragraphs]?: (typeof AlignmentType)[keyof typeof AlignmentType] } = {
	centre: AlignmentType.CENTER,
	right: AlignmentType.RIGHT,
};

const title = (words: string, cover: boolean) =>
	new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { ...exactly(700), ...(cover ? { before: 2400, after: 1800 } : { after: 120 }) },
		children: runs(words, { font: faces.title, size: 44 }),
	});

function blockOf(block: Block, page: Page, cover: boolean): Paragraph | Table {
	const pageBreakBefore = block.onNewPage === true;
	switch (block.type) {
		case 'heading':
			return new Paragraph({
				pageBreakBefore,
				keepNext: true,
				outlineLevel: 0,
				spacing: { ...exactly(bodyLine), before: 120, after: 60 },
				children: runs(block.text, { font: faces.heading, size: 32 }),
			});
		case 'paragraph': {
			const { letters, line, indent } = cover && block.style === 'line' ? onCover : paragraphs[block.style];
			return new Paragraph({
				pageBreakBefore,
				// A name, its seal and its day are not parted.
				keepNext: !cover && block.style === 'line',
				alignment: aligned[block.style] ?? AlignmentType.LEFT,
				spacing: { ...exactly(line), after: 40 },
				indent,
				children: runs(block.style === 'right' ? apart(block.text) : block.text, letters),
			});
		}
		case 'table':
			return tableOf(block, page);
	}
}

/** 年 月 日 with room for the numbers. */
const apart = (day: string): string => day.replaceAll(' ', '　　');

/** What stands between the lines of a cell and its frame. */
const padding = { top: 20, bottom: 20, left: 60, right: 60 };

function tableOf(table: TableBlock, page: Page): Table {
	const { columns, head, body, small } = table;
	const shares = columns.reduce((sum, { width }) => sum + width, 0);
	const widths = columns.map(({ width }) => Math.floor((page.width * width) / shares));
	const size = small ? 21 : 24;
	const line = small ? 280 : 360;
	const heights = rowHeights(table, {
		line,
		padding: padding.top + padding.bottom,
		width: (column) => ((widths[column] ?? 0) - padding.left - padding.right) / (size * 10),
		extra: 'last',
	});
	const together = keptTogether(table, heights, page.height / 2);
	const cellOf = (cell: Cell, column: number, isHead: boolean, keepNext: boolean, flows: boolean) => {
		const align = isHead ? 'centre' : (columns[column]?.align ?? 'left');
		/* Long words that a page may cut begin at the top: some programs lose those that stand in the middle. */
		const long = (align === 'left' && cell.down) || flows;
		const letters = { font: isHead ? faces.heading : faces.body, size };
		const text = String(cell.text ?? '');
		if (cell.signed)
			return new TableCell({
				...(cell.across && { columnSpan: cell.across }),
				verticalAlign: VerticalAlignTable.TOP,
				children: signedLines(text, letters, line),
			});
		return new TableCell({
			...(cell.across && { columnSpan: cell.across }),
			...(cell.down && { rowSpan: cell.down }),
			verticalAlign: long ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
			children: [
				new Paragraph({
					alignment: alignment[align],
					spacing: exactly(line),
					...(keepNext && { keepNext }),
					children: runs(text, letters),
				}),
			],
		});
	};
	const rows = [...head, ...body];
	const places = placed(rows);
	return new Table({
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		margins: padding,
		rows: rows.map((_, y) => {
			const isHead = y < head.length;
			const cells = rows[y] ?? [];
			const room = Math.max(0, ...cells.map((cell) => cell.room ?? 0));
			const flows = cells.some((cell) => cell.flows);
			return new TableRow({
				...(isHead && { tableHeader: true }),
				...(room > 0 && { height: { value: room * line, rule: HeightRule.ATLEAST } }),
				...((heights[y] ?? 0) < page.height / 2 && !flows && { cantSplit: true }),
				children: places
					.filter(({ row }) => row === y)
					.map(({ cell, column }) => cellOf(cell, column, isHead, together.has(y), flows)),
			});
		}),
	});
}

/** What is to be signed: its words, room for a hand, and the day below. */
const signedLines = (text: string, letters: Letters, line: number) =>
	text.split('\n').map(
		(words, i, all) =>
			new Paragraph({
				...(i > 0 && i === all.length - 1
					? { alignment: AlignmentType.RIGHT, spacing: { ...exactly(line), before: line * 4 } }
					: { spacing: exactly(line) }),
				keepLines: true,
				children: runs(i > 0 ? apart(words) : words, letters),
			}),
	);

/** The rows that stay on the page of the next one: cells that stand over a few rows are not torn apart. */
function keptTogether({ head, body }: TableBlock, heights: readonly number[], highest: number): ReadonlySet<number> {
	const kept = new Set<number>();
	for (const { row, down } of placed([...head, ...body])) {
		const whole = heights.slice(row, row + down).reduce((sum, height) => sum + height, 0);
		if (whole <= highest) for (let y = row; y < row + down - 1; y += 1) kept.add(y);
	}
	return kept;
}

const footer = (side: 'left' | 'right') =>
	new Footer({
		children: [
			new Paragraph({
				alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
				indent: { [side]: 280 },
				children: [new TextRun({ font: faces.page, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
			}),
		],
	});

const header = (mark: string) =>
	new Header({
		children: [
			new Paragraph({ alignment: AlignmentType.CENTER, children: runs(mark, { font: faces.page, size: 21 }) }),
		],
	});

/** Two tables with nothing between them would be one; and a table cannot say that it begins a page. */
const before = ({ onNewPage }: TableBlock & Block, last: Block | undefined): Paragraph[] =>
	onNewPage || last?.type === 'table' ? [new Paragraph({ pageBreakBefore: !!onNewPage, spacing: exactly(20) })] : [];

export function writeDocx(given: Paperwork): Promise<Blob> {
	const paperwork = spilled(inertPaperwork(given), 'flow');
	const { landscape, mark, blocks } = paperwork;
	const page = pageOf(landscape);
	const begins = blocks.findIndex(({ onNewPage }) => onNewPage);
	const coverEnd = begins < 0 ? blocks.length : begins;
	return Packer.toBlob(
		new Document({
			title: paperwork.title,
			creator: mark,
			description: mark,
			styles: {
				default: {
					document: { run: { font: faces.body, size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
				},
			},
			evenAndOddHeaderAndFooters: true,
			sections: [
				{
					properties: {
						// A cover has no number.
						titlePage: !!paperwork.cover,
						page: {
							size: {
								width: short,
								height: long,
								orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
							},
							margin: {
								...(landscape ? lying : margins),
								header: twips(landscape ? 18 : 25),
								footer: twips(landscape ? 15 : 24),
							},
						},
						grid: { type: DocumentGridType.DEFAULT, linePitch: bodyLine },
					},
					headers: {
						default: header(mark),
						even: header(mark),
						...(paperwork.cover && { first: header(mark) }),
					},
					footers: { default: footer('right'), even: footer('left') },
					children: [
						title(paperwork.cover ?? paperwork.title, !!paperwork.cover),
						...blocks.flatMap((block, i) => [
							...(block.type === 'table' ? before(block, blocks[i - 1]) : []),
							blockOf(block, page, !!paperwork.cover && i < coverEnd),
						]),
						/* Word wants a paragraph behind a table; this one takes no room. */
						new Paragraph({ spacing: exactly(20) }),
					],
				},
			],
		}),
	);
}
