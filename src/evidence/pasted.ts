import { readDate } from '../dates/written-date.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';

/* What was copied in Excel or from a table in Word: rows of cells, and which column says what. */

/** What a column may say of a paper; what is none of these goes into the note under the column's own heading. */
export const roles = ['name', 'number', 'date', 'kept', 'copies', 'stamped', 'note', 'line', 'count'] as const;

export type Role = (typeof roles)[number];

export interface Sheet {
	/** What the columns are called; none where the first row is a paper already. */
	heads: readonly string[] | undefined;
	rows: readonly (readonly string[])[];
}

/** Tabs between cells, a line a row; a cell that has either stands in quotes. */
export function cellsIn(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let quoted = false;
	const end = () => {
		rows.at(-1)?.push(cell.trim());
		cell = '';
	};
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at];
		if (quoted) {
			if (letter !== '"') cell += letter;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else quoted = false;
		} else if (letter === '"' && cell === '' && closes(text, at)) quoted = true;
		else if (letter === '\t') end();
		else if (letter === '\n') {
			end();
			rows.push([]);
		} else if (letter !== '\r') cell += letter;
	}
	end();
	return rows.filter((row) => row.some((each) => each !== ''));
}

/** Whether a quote opens a cell: somewhere one follows that ends it. */
function closes(text: string, from: number): boolean {
	const end = /"(?:""|[^"])*"(?=[\t\r\n]|$)/y;
	end.lastIndex = from;
	return end.test(text);
}

/** The words by which people head a column, the most telling first. */
const headings: readonly [Role, RegExp][] = [
	['count', /^(序号|编号序|顺序号|no\.?)$/i],
	['line', /评分项|指标|条目|对应项/],
	['number', /文号|发文字号|文件编号|文件号|标准号|编号/],
	['date', /日期|时间|年月/],
	['kept', /存放|位置|柜|盒|档案号|地点|存处/],
	['copies', /份数|页数|数量/],
	['stamped', /盖章|公章|用印/],
	['note', /备注|说明|备考/],
	['name', /名称|材料|文件|标题|题名|名字|佐证/],
];

export const roleOfHeading = (heading: string): Role | undefined =>
	headings.find(([, words]) => words.test(heading.replaceAll(/\s/g, '')))?.[0];

/** A row of headings has several that we know, and nothing that is a date or a number. */
function isHeading(row: readonly string[]): boolean {
	const filled = row.filter((cell) => cell !== '');
	const known = filled.filter((cell) => cell.length <= 12 && roleOfHeading(cell) !== undefined);
	return known.length >= Math.min(2, filled.length) && known.length * 2 >= filled.length && !filled.some(isDate);
}

const isDate = (cell: string): boolean => /\d/.test(cell) && Boolean(readDate(cell));

const isNumber = (cell: string): boolean =>
	/[〔[（(]\s*(19|20)\d\d\s*[〕\])）]\s*第?\s*\d+\s*号?|^(GB|DB|T\/|Q\/|ISO|YY|MZ)[\w/.\s-]*\d/i.test(cell);

export function sheetOf(text: string): Sheet {
	const [first = [], ...rest] = cellsIn(text);
	const rows = isHeading(first) ? rest : [first, ...rest].filter((row) => row.length > 0);
	return { heads: isHeading(first) ? first : undefined, rows };
}

/** Which column says what, by its heading or else by what stands in it; each role but the note once. */
export function rolesOf({ heads, rows }: Sheet): (Role | undefined)[] {
	const width = Math.max(heads?.length ?? 0, ...rows.map((row) => row.length), 0);
	const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? '').filter(Boolean));
	const taken = new Set<Role>();
	const give = (role: Role | undefined): Role | undefined => {
		if (role === undefined || (role !== 'note' && taken.has(role))) return undefined;
		taken.add(role);
		return role;
	};
	const found = Array.from({ length: width }, (_, i) => give(heads && roleOfHeading(heads[i] ?? '')));
	const share = (cells: readonly string[], is: (cell: string) => boolean) =>
		cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
	const counts = (cells: readonly string[]) =>
		cells.length > 1 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);
	for (const [i, cells] of columns.entries()) {
		if (found[i] !== undefined || (heads?.[i] ?? '') !== '') continue;
		found[i] = give(
			counts(cells)
				? 'count'
				: share(cells, isNumber) > 0.5
					? 'number'
					: share(cells, isDate) > 0.5
						? 'date'
						: share(cells, (cell) => /柜|盒|室|架|档案|层|抽屉/.test(cell)) > 0.5
							? 'kept'
							: undefined,
		);
	}
	if (!taken.has('name')) {
		const long = (i: number) => (columns[i] ?? []).reduce((sum, cell) => sum + cell.length, 0);
		const free = found.flatMap((role, i) => (role === undefined ? [i] : []));
		const [widest] = free.sort((a, b) => long(b) - long(a));
		if (widest !== undefined) found[widest] = give('name');
	}
	return found;
}

/** What a row says of a paper, and what the sheet calls the line that it proves. */
export type PastedPaper = Pick<EvidenceRecord, 'name' | 'number' | 'date' | 'kept' | 'copies' | 'stamped' | 'note'> & {
	line: string;
};

export interface PastedRow {
	paper: PastedPaper;
	/** What is not understood stays as it is written, and is told. */
	doubts: ('no name' | 'no date' | 'formula')[];
}

const yes = /^(是|有|已|已盖|已盖章|盖章|√|✓|y|yes|1|true)$/i;

/** Every cell goes somewhere: what no column has a place for, into the note. */
export function papersIn({ heads, rows }: Sheet, columns: readonly (Role | undefined)[]): PastedRow[] {
	return rows.map((row) => {
		const at = (role: Role) => row.filter((_, i) => columns[i] === role).filter(Boolean);
		const [written = ''] = at('date');
		const date = readDate(written);
		const [stamped = ''] = at('stamped');
		const rest = row.flatMap((cell, i) => {
			const role = columns[i];
			if (cell === '' || (role !== undefined && role !== 'note')) return [];
			const head = heads?.[i];
			return [role === undefined && head ? `${head}：${cell}` : cell];
		});
		const unclear = stamped !== '' && !yes.test(stamped) && !/^(否|无|没有|未|未盖章|×|n|no|0|false)$/i.test(stamped);
		const paper: PastedPaper = {
			name: at('name').join(' '),
			number: at('number').join(' '),
			date: date ?? written,
			kept: at('kept').join(' '),
			copies: at('copies').join(' '),
			stamped: yes.test(stamped),
			note: [...rest, ...(unclear ? [`盖章：${stamped}`] : [])].join('；'),
			line: at('line').join(' '),
		};
		return {
			paper,
			doubts: [
				...(paper.name === '' ? (['no name'] as const) : []),
				...(date === undefined ? (['no date'] as const) : []),
				...(row.some((cell) => /^[=＝]/.test(cell)) ? (['formula'] as const) : []),
			],
		};
	});
}
