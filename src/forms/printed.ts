import { shownText, splitRuns } from '../clauses/marks.ts';
import type { Cell, Clause, Node, Run } from '../schemas/document.ts';

/* What an annex prints, in its order, with the places told in which something is to be written. */

/** A place to write in. */
export interface Slot {
	/** The printed words that ask, without blanks: 单位名称. */
	label: string;
	/** How it is printed: on a line, as a date, as a cell, as room below, or as rows of a table. */
	how: 'line' | 'date' | 'cell' | 'room' | 'rows';
	/** What stands printed in the blank itself: _____年 月至 _____年 月, 省（市） 县（区）. */
	printed: string;
	/** Of rows: the heads of the columns that are written in, and how many rows are printed. */
	columns?: readonly string[];
}

export interface PrintedCell extends Pick<Cell, 'runs' | 'colspan' | 'rowspan' | 'merged'> {
	slot?: Slot;
	/** Signed by hand: 负责人签字：, 年 月 日. */
	signed?: boolean;
}

/** Of a clause what is printed of itself. */
type PrintedClause = Pick<Clause, 'kind' | 'printed' | 'label' | 'heading'>;

export type Printed =
	| { type: 'heading'; runs: Run[] }
	| { type: 'clause'; clause: PrintedClause; content: Printed[] }
	| { type: 'line'; runs: Run[]; slot?: Slot; signed?: boolean }
	| { type: 'room'; slot: Slot }
	| { type: 'table'; head: number; rows: PrintedCell[][] };

/** Words as they are compared: forms print theirs with spaces between the letters. */
export const bare = (text: string): string => text.replaceAll(/[\s：:]/g, '');

const signature = /(（盖章）：?|（签名）|签字：|意见：)$/;
const day = /^(20)?\s*年\s*月(\s*日)?$/;

/** A day that is written by hand, under a name. */
export const isDay = (text: string): boolean => day.test(text.trim());

/** A cell for a name, a seal and a day. */
const isSigned = (text: string): boolean =>
	text.split('\n').every((line) => signature.test(line.trim()) || day.test(line.trim()));

/** The lines of a paragraph, their marks with them. */
function linesOf(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [];
	let rest: readonly Run[] = runs;
	for (;;) {
		const at = shownText(rest).indexOf('\n');
		const parts = at < 0 ? undefined : splitRuns(rest, at);
		if (!parts) return [...lines, [...rest]];
		lines.push(parts[0]);
		rest = splitRuns(parts[1], 1)?.[1] ?? [];
	}
}

/** Printed lines; below one that is to be signed, the date belongs to it. */
function paragraph(runs: readonly Run[]): Printed[] {
	let signing = false;
	return linesOf(runs).flatMap((line): Printed[] => {
		const text = shownText(line).trim();
		const blank = text.indexOf('_');
		if (blank >= 0) {
			const slot: Slot = { label: bare(text.slice(0, blank)), how: 'line', printed: text.slice(blank) };
			return [{ type: 'line', runs: line, slot }];
		}
		if (signature.test(text)) signing = true;
		if (signature.test(text) || (signing && day.test(text))) return [{ type: 'line', runs: line, signed: true }];
		if (day.test(text)) return [{ type: 'line', runs: line, slot: { label: '', how: 'date', printed: text } }];
		if (text.endsWith('：'))
			return [
				{ type: 'line', runs: line },
				{ type: 'room', slot: { label: bare(text), how: 'room', printed: '' } },
			];
		return [{ type: 'line', runs: line }];
	});
}

/** What is printed into a blank itself. */
const within = /^省（市）\s*县（区）$/;

const isBlank = ({ runs, merged }: Cell): boolean => {
	const text = shownText(runs).trim();
	return !merged && (text === '' || within.test(text));
};

function table(rows: readonly Cell[][], head: number): Printed {
	const heads = rows[0] ?? [];
	return {
		type: 'table',
		head,
		rows: rows.map((row, r): PrintedCell[] =>
			row.map((cell, c): PrintedCell => {
				const { runs, colspan, rowspan, merged } = cell;
				const own = { runs, colspan, rowspan, ...(merged && { merged }) };
				const text = shownText(runs).trim();
				if (merged || r < head) return own;
				if (isSigned(text)) return { ...own, signed: true };
				if (!isBlank(cell)) return own;
				const before = row.slice(0, c).filter((each) => !each.merged);
				if (head > 0) {
					// One place for the whole row, at its first blank.
					if (before.some(isBlank)) return own;
					const columns = heads.flatMap(({ runs: words }, i) => {
						const at = row[i];
						return at && isBlank(at) ? [bare(shownText(words))] : [];
					});
					const label = bare(before.map((each) => shownText(each.runs)).join(''));
					return { ...own, slot: { label, how: 'rows', printed: '', columns } };
				}
				const asks = before.at(-1);
				const label = asks ? bare(shownText(asks.runs)) : '';
				return { ...own, slot: { label, how: 'cell', printed: text } };
			}),
		),
	};
}

function clause(node: Clause): Printed {
	const content = printedIn(node.content);
	const own = node.heading ? shownText(node.heading) : clauseLine(node);
	const asks = node.heading ? node.content.length === 0 : node.kind === 'point' && !/[。；]$/.test(own.trim());
	const room: Printed = { type: 'room', slot: { label: bare(own), how: 'room', printed: '' } };
	return { type: 'clause', clause: node, content: asks ? [...content, room] : content };
}

const clauseLine = ({ content }: Clause): string =>
	content.map((node) => (node.type === 'paragraph' ? shownText(node.runs) : '')).join('');

export const printedIn = (nodes: readonly Node[]): Printed[] =>
	nodes.flatMap((node): Printed[] => {
		switch (node.type) {
			case 'clause':
				return [clause(node)];
			case 'table':
				return [table(node.rows, node.head)];
			case 'paragraph':
				return paragraph(node.runs);
			default:
				return [{ type: 'heading', runs: node.runs }];
		}
	});

/** Every place to write in, in the order of the page. */
export const slotsIn = (printed: readonly Printed[]): Slot[] =>
	printed.flatMap((each) => {
		switch (each.type) {
			case 'clause':
				return slotsIn(each.content);
			case 'table':
				return each.rows.flat().flatMap(({ slot }) => slot ?? []);
			case 'heading':
				return [];
			default:
				return each.slot ?? [];
		}
	});
