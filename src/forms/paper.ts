import { shownText } from '../clauses/marks.ts';
import {
	type Block,
	type Cell,
	type Column,
	heading,
	type Paperwork,
	paragraph,
	type Table,
} from '../paperwork/paperwork.ts';
import type { Run } from '../schemas/document.ts';
import { continued } from './continued.ts';
import { coverEnd, isSection } from './cover.ts';
import type { Place } from './places.ts';
import { isDay, type Printed, type PrintedCell, type Slot } from './printed.ts';
import { type Saying, textOf } from './said.ts';

/* A form as a paper: what is printed of it, with what is said in its places. */

interface Given {
	/** What people call it, and what it is called in print. */
	name: string;
	title: string;
	/** It has a page of its own before what is asked. */
	cover: boolean;
	printed: readonly Printed[];
	/** In the order of the places that are printed. */
	places: readonly Place[];
	saying: Saying;
}

type Cells = readonly (readonly string[])[];

interface Says {
	text: (slot: Slot) => string;
	rows: (slot: Slot) => Cells;
	isLong: (slot: Slot) => boolean;
}

export function paperOf({ name, title, cover, printed, places, saying }: Given): Paperwork {
	const bySlot = new Map(places.map((place): [Slot, Place] => [place.slot, place]));
	const says: Says = {
		text: (slot) => {
			const place = bySlot.get(slot);
			return place ? textOf(place, saying) : '';
		},
		rows: (slot) => {
			const { field } = bySlot.get(slot) ?? {};
			const rows = (field && saying.own(field.id)?.rows) ?? [];
			const said = rows.map(({ cells }) => (field?.columns ?? []).map((column) => cells[column] ?? ''));
			return said.length > 0 ? said : [(slot.columns ?? []).map(() => '')];
		},
		isLong: (slot) => bySlot.get(slot)?.field?.kind === 'long text',
	};
	const breaks = cover ? pagesBegin(printed) : [];
	return {
		name,
		title: cover ? title : `${saying.fact('pilot-name').trim()}${title}`,
		landscape: false,
		...(cover && { cover: inLines(title) }),
		mark: '',
		blocks: printed.flatMap((each, i) => {
			const [first, ...more] = blocksOf(each, says);
			return first ? [breaks.includes(i) ? { ...first, onNewPage: true } : first, ...more] : [];
		}),
	};
}

/** What all of them are about stands above what each is. */
const inLines = (title: string): string => title.replace(/^(.{8,}试点)(.{2,})$/, '$1\n$2');

/** After the cover, and after the instructions where there are some. */
function pagesBegin(printed: readonly Printed[]): number[] {
	const after = coverEnd(printed);
	if (after < 0) return [];
	if (printed[after]?.type !== 'heading') return [after];
	return [after, printed.findIndex((each, i) => i > after && (each.type === 'table' || isSection(each)))];
}

const words = (runs: readonly Run[]): string => shownText(runs);

function blocksOf(each: Printed, says: Says): Block[] {
	switch (each.type) {
		case 'heading':
			return [heading(words(each.runs))];
		case 'clause': {
			const { clause, content } = each;
			const own = words([...clause.label, ...(clause.heading ?? [])]);
			const inner = content.flatMap((part) => blocksOf(part, says));
			if (clause.kind === 'section') return [heading(own), ...inner];
			// 1. and its words are one paragraph.
			const [first, ...more] = inner;
			return first?.type === 'paragraph' && first.style !== 'right'
				? [{ ...first, text: `${own}${first.text}` }, ...more]
				: [paragraph(own), ...inner];
		}
		case 'line': {
			const text = words(each.runs);
			if (!each.slot && isDay(text)) return [paragraph(text, 'right')];
			if (!each.slot) return [paragraph(text, each.signed ? 'line' : 'body')];
			const before = text.slice(0, text.length - each.slot.printed.length);
			return [paragraph(`${before}${says.text(each.slot) || each.slot.printed}`, 'line')];
		}
		case 'room':
			return (says.text(each.slot) || '\n\n\n').split('\n').map((line) => paragraph(line));
		case 'table':
			return [tableOf(each, says)];
	}
}

/** Lines that are left for a long answer by hand, and for a short one. */
const [longRoom, shortRoom] = [10, 2];

function tableOf({ head, rows }: Extract<Printed, { type: 'table' }>, says: Says): Table {
	const textIn = ({ runs, slot }: PrintedCell): string => (slot && (says.text(slot) || slot.printed)) || words(runs);
	const cellOf = (cell: PrintedCell): Cell => {
		const { slot, signed, colspan, rowspan } = cell;
		const long = slot !== undefined && says.isLong(slot);
		return {
			text: textIn(cell) || null,
			...(colspan > 1 && { across: colspan }),
			...(rowspan > 1 && { down: rowspan }),
			...(slot && { room: long && !says.text(slot) ? longRoom : shortRoom }),
			...(long && { flows: true as const }),
			...(signed && { signed }),
		};
	};
	const shown = (row: readonly PrintedCell[]) => row.filter(({ merged }) => !merged);
	const body = rows.slice(head).flatMap((row): Cell[][] => {
		const asks = row.find(({ slot }) => slot?.how === 'rows')?.slot;
		if (!asks) return continued(shown(row).map(cellOf));
		const written = asks.columns?.length ?? 0;
		const before = shown(row.slice(0, row.length - written)).map(cellOf);
		return says
			.rows(asks)
			.map((cells) => [...before, ...cells.map((text): Cell => ({ text: text || null, room: shortRoom }))]);
	});
	return {
		type: 'table',
		columns: columnsOf(rows, says.isLong),
		head: rows.slice(0, head).map((row) => shown(row).map(cellOf)),
		body,
		small: false,
	};
}

/** A column in which only labels are printed is narrower than one that is written in, and that than one for long answers. */
function columnsOf(rows: readonly PrintedCell[][], isLong: Says['isLong']): Column[] {
	const count = Math.max(...rows.map((row) => row.length));
	return Array.from({ length: count }, (_, i): Column => {
		const own = rows.flatMap((row) => (row[i] && !row[i].merged && row[i].colspan === 1 ? [row[i]] : []));
		const labels = own.length > 0 && own.every(({ slot, runs }) => !slot && words(runs).trim() !== '');
		const long = own.some(({ slot }) => slot && isLong(slot));
		return { width: labels ? 3 : long ? 12 : 4, align: 'left' };
	});
}
