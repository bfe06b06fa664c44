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
import type { Place } from './places.ts';
import type { Printed, PrintedCell, Slot } from './printed.ts';
import { type Saying, textOf } from './said.ts';

/* A form as a paper: the annex as it is printed, with what is said in its places. */

interface Given {
	/** What people call it, and what it is called in print. */
	name: string;
	title: string;
	printed: readonly Printed[];
	/** In the order of the places that are printed. */
	places: readonly Place[];
	saying: Saying;
}

export function paperOf({ name, title, printed, places, saying }: Given): Paperwork {
	const bySlot = new Map(places.map((place): [Slot, Place] => [place.slot, place]));
	const say = (slot: Slot): string => {
		const place = bySlot.get(slot);
		return place ? textOf(place, saying) : '';
	};
	const rowsOf = (slot: Slot): readonly (readonly string[])[] => {
		const { field } = bySlot.get(slot) ?? {};
		const rows = (field && saying.own(field.id)?.rows) ?? [];
		const said = rows.map(({ cells }) => (field?.columns ?? []).map((column) => cells[column] ?? ''));
		return said.length > 0 ? said : [(slot.columns ?? []).map(() => '')];
	};
	const blockOf = (each: Printed): Block[] => {
		switch (each.type) {
			case 'heading':
				return [heading(words(each.runs))];
			case 'clause': {
				const { clause, content } = each;
				const own = words([...clause.label, ...(clause.heading ?? [])]);
				return [clause.kind === 'section' ? heading(own) : paragraph(own), ...content.flatMap(blockOf)];
			}
			case 'line': {
				const text = words(each.runs);
				if (!each.slot) return [paragraph(text)];
				const said = say(each.slot);
				return [paragraph(`${text.slice(0, text.length - each.slot.printed.length)}${said || each.slot.printed}`)];
			}
			case 'room':
				return (say(each.slot) || '\n\n').split('\n').map((line) => paragraph(line));
			case 'table':
				return [tableOf(each, say, rowsOf)];
		}
	};
	return { name, title, landscape: false, mark: '', blocks: printed.flatMap(blockOf) };
}

const words = (runs: readonly Run[]): string => shownText(runs);

function tableOf(
	{ head, rows }: Extract<Printed, { type: 'table' }>,
	say: (slot: Slot) => string,
	rowsOf: (slot: Slot) => readonly (readonly string[])[],
): Table {
	const cellOf = ({ runs, slot, colspan, rowspan }: PrintedCell): Cell => ({
		text: (slot && (say(slot) || slot.printed)) || words(runs) || null,
		...(colspan > 1 && { across: colspan }),
		...(rowspan > 1 && { down: rowspan }),
	});
	const shown = (row: readonly PrintedCell[]) => row.filter(({ merged }) => !merged);
	const body = rows.slice(head).flatMap((row): Cell[][] => {
		const asks = row.find(({ slot }) => slot?.how === 'rows')?.slot;
		if (!asks) return [shown(row).map(cellOf)];
		const written = asks.columns?.length ?? 0;
		const before = shown(row.slice(0, row.length - written)).map(cellOf);
		return rowsOf(asks).map((cells) => [...before, ...cells.map((text): Cell => ({ text: text || null }))]);
	});
	return {
		type: 'table',
		columns: columnsOf(rows),
		head: rows.slice(0, head).map((row) => shown(row).map(cellOf)),
		body,
		small: false,
	};
}

/** A column in which only labels are printed is narrower than one that is written in. */
function columnsOf(rows: readonly PrintedCell[][]): Column[] {
	const count = Math.max(...rows.map((row) => row.length));
	return Array.from({ length: count }, (_, i): Column => {
		const own = rows.flatMap((row) => (row[i] && !row[i].merged && row[i].colspan === 1 ? [row[i]] : []));
		const labels = own.length > 0 && own.every(({ slot, runs }) => !slot && words(runs).trim() !== '');
		return { width: labels ? 3 : 4, align: 'left' };
	});
}
