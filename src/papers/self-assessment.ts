import { sayMet } from '../checks/say-met.ts';
import type { ReadLine } from '../evidence/papers.ts';
import {
	type Block,
	type Cell,
	type Column,
	heading,
	mark,
	type Paperwork,
	paragraph,
} from '../paperwork/paperwork.ts';
import type { State } from '../rubric/rules/rule.ts';
import type { Result, Trace } from '../rubric/score.ts';
import type { Given } from './given.ts';
import { sayOrigin, sayStanding, sayWhose } from './opening.ts';
import { papersInCell } from './papers-in-cell.ts';
import type { FormCell, FormRow, Holds } from './table-form.ts';

/* 自评表: the source's own table with what the unit says in the columns it leaves blank. */

const columnOf: Record<Holds, Column> = {
	number: { width: 6, align: 'centre' },
	'level-1': { width: 9, align: 'centre' },
	'level-2': { width: 9, align: 'centre' },
	'level-3': { width: 9, align: 'centre' },
	matter: { width: 14, align: 'left' },
	rule: { width: 30, align: 'left' },
	points: { width: 6, align: 'centre' },
	look: { width: 9, align: 'left' },
	'own-points': { width: 7, align: 'centre' },
	'own-note': { width: 15, align: 'left' },
	'own-papers': { width: 15, align: 'left' },
};

/** More columns than these need the page's long side. */
const uprightColumns = 6;

export function selfAssessment(given: Given): Paperwork {
	const { form } = given;
	const { table, vetoes, conditions } = form;
	const landscape = table.columns.length > uprightColumns;
	return {
		name: '自评表',
		title: `${form.title}自评表`,
		landscape,
		mark,
		blocks: [
			paragraph(sayWhose(given), 'centre'),
			paragraph(sayOrigin(given), 'small'),
			paragraph(sayStanding(given)),
			...given.result.conditions.map(({ id, met }) =>
				paragraph(`${conditions.find((each) => each.id === id)?.text ?? id}：${sayMet(met)}。`),
			),
			...(vetoes ? [heading(vetoes.heading ?? ''), vetoTable(given, vetoes)] : []),
			...(table.heading === null ? [] : [heading(table.heading)]),
			criteriaTable(given),
			...(form.mended > 0
				? [paragraph(`表中文字有 ${form.mended} 处经本站修补或补回，见本站“编者标记”。`, 'small')]
				: []),
			...appended(given),
		],
	};
}

const own = (
	{ text, across, down }: FormCell,
	column: number,
	fill: (text: string, column: number) => Cell['text'],
) => ({
	text: fill(text, column),
	...(across > 1 && { across }),
	...(down > 1 && { down }),
});

const rowOf = ({ cells }: FormRow, fill: (text: string, column: number) => Cell['text']): Cell[] =>
	cells.flatMap((cell, column) => (cell ? [own(cell, column, fill)] : []));

const asPrinted = (text: string) => text;

function vetoTable({ result }: Given, { head, rows }: { head: number; rows: FormRow[] }): Block {
	const width = rows[0]?.cells.length ?? 0;
	const met = new Map(result.vetoes.map((each) => [each.id, each.met]));
	return {
		type: 'table',
		small: false,
		columns: Array.from({ length: width }, (_, i): Column => {
			if (i === 0) return { width: 2, align: 'centre' };
			return i === width - 1 ? { width: 5, align: 'centre' } : { width: 20, align: 'left' };
		}),
		head: rows.slice(0, head).map((row) => rowOf(row, asPrinted)),
		body: rows
			.slice(head)
			.map((row) =>
				rowOf(row, (text, column) => (column === width - 1 ? ticked(text, met.get(row.line ?? '')) : asNumber(text))),
			),
	};
}

/** 是□否□ with the answer ticked; a box of other words gets the answer behind it. */
function ticked(box: string, met: boolean | undefined): string {
	if (met === undefined) return box;
	const word = met ? '是' : '否';
	return box.includes(`${word}□`) ? box.replace(`${word}□`, `${word}☑`) : `${box}：${word}`;
}

const asNumber = (text: string): string | number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);

function criteriaTable({ form: { table }, lines, result }: Given): Block {
	const { columns, head, rows } = table;
	const traces = new Map(result.trace.map((trace) => [trace.id, trace]));
	const printedNumbers: Holds[] = ['number', 'points'];
	return {
		type: 'table',
		small: true,
		columns: columns.map((holds) => columnOf[holds]),
		head: rows.slice(0, head).map((row) => rowOf(row, asPrinted)),
		body: rows.slice(head).map((row) => {
			const trace = traces.get(row.line ?? '');
			return rowOf(row, (text, column) => {
				const holds = columns[column];
				if (!holds) return text;
				if (printedNumbers.includes(holds)) return asNumber(text);
				const ours = trace ? said(holds, trace, lines[trace.id]) : undefined;
				if (ours !== undefined) return ours;
				return row.line === null && holds === 'own-points' ? totalOf(result) : text;
			});
		}),
	};
}

/** What the unit says of a line, by what the column is for. */
function said(holds: Holds, trace: Trace, record: ReadLine | undefined): string | number | null | undefined {
	switch (holds) {
		case 'own-points':
			return pointsOf(trace);
		case 'own-note':
			return noteOf(trace.state, record);
		case 'own-papers':
			return papersInCell(record?.papers ?? []) || null;
	}
	return undefined;
}

function pointsOf({ state, claimed }: Pick<Trace, 'state' | 'claimed'>): string | number | null {
	switch (state) {
		case 'unanswered':
			return null;
		case 'partly':
			return `${claimed}（未填全）`;
		case 'not-applicable':
			return '不适用';
		case 'answered':
			return claimed;
	}
}

function totalOf({ trace, claimed }: Result): string | number | null {
	if (trace.every(({ state }) => state === 'unanswered')) return null;
	const whole = trace.every(({ state }) => state === 'answered' || state === 'not-applicable');
	return pointsOf({ state: whole ? 'answered' : 'partly', claimed });
}

function noteOf(state: State, record: ReadLine | undefined): string | null {
	const note = record?.note.trim() ? record.note : '';
	const reason = state === 'not-applicable' && record?.reason.trim() ? `不适用的理由：${record.reason}` : '';
	return [note, reason].filter(Boolean).join('\n') || null;
}

/** What was said and has no column in the table. */
function appended({ form, lines, result }: Given): Block[] {
	const states = new Map(result.trace.map(({ id, state }) => [id, state]));
	const lacks = (holds: Holds, isLine: boolean) => !isLine || !form.table.columns.includes(holds);
	const rows = [...form.conditions, ...form.vetoLines, ...form.lines].flatMap(({ id, label, words }) => {
		const state = states.get(id);
		const record = lines[id];
		const trace = result.trace.find((each) => each.id === id);
		const note = lacks('own-note', state !== undefined) ? noteOf(state ?? 'unanswered', record) : null;
		const unused =
			state !== 'not-applicable' && record?.reason.trim() ? `没有用上的不适用的理由：${record.reason}` : null;
		const notes = [note, unused].filter(Boolean).join('\n');
		const papers = lacks('own-papers', state !== undefined) ? papersInCell(record?.papers ?? []) : '';
		const points = trace && lacks('own-points', true) ? pointsOf(trace) : null;
		return notes || papers || points !== null ? [{ name: `${label}　${words}`, points, notes, papers }] : [];
	});
	if (rows.length === 0) return [];
	const kinds = [
		{ name: '自评分', width: 4, align: 'centre' as const, of: (row: (typeof rows)[number]) => row.points },
		{ name: '自评说明', width: 14, align: 'left' as const, of: (row: (typeof rows)[number]) => row.notes || null },
		{ name: '佐证材料', width: 14, align: 'left' as const, of: (row: (typeof rows)[number]) => row.papers || null },
	].filter((kind) => rows.some((row) => kind.of(row) !== null));
	const names = kinds.map(({ name }) => name);
	return [
		heading(`附：原表没有栏目的${[names.slice(0, -1).join('、'), names.at(-1)].filter(Boolean).join('和')}`),
		{
			type: 'table',
			small: true,
			columns: [{ width: 10, align: 'left' }, ...kinds.map(({ width, align }): Column => ({ width, align }))],
			head: [['评分项', ...names].map((text) => ({ text }))],
			body: rows.map((row) => [{ text: row.name }, ...kinds.map((kind) => ({ text: kind.of(row) }))]),
		},
	];
}
