import { isBefore } from '../dates/is-before.ts';
import { addMonths } from '../dates/months.ts';
import { addDays } from '../dates/shift.ts';
import { readDate } from '../dates/written-date.ts';
import type { FormRow } from '../schemas/saved-form.ts';
import type { PhaseData } from './phase-data.ts';

/* A pilot's own work plan: phases that it writes, or those of another plan stretched over its own period. */

/** The cells of a row, in the order of the paper. */
export const workColumns = ['name', 'from', 'to', 'tasks', 'leads', 'partners', 'lines'] as const;

export type WorkColumn = (typeof workColumns)[number];

/** The last day of a month. */
const monthEnd = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Cells for each phase of a model, by whole months, at the same share of the own period as it had of its own. */
export function stretched(
	{ whole, phases }: Pick<PhaseData, 'whole' | 'phases'>,
	begins: string,
	ends: string,
	labelOf: (line: string) => string,
): { [column in WorkColumn]: string }[] {
	const monthsIn = (from: string, to: string): number => monthNumber(to) - monthNumber(from) + 1;
	const share = monthsIn(begins, ends) / monthsIn(whole.from, whole.to);
	const monthAt = (count: number): string => addMonths(`${begins.slice(0, 7)}-01`, count).slice(0, 7);
	return phases.map((phase) => {
		const from = Math.floor((monthNumber(phase.from) - monthNumber(whole.from)) * share + 0.5);
		const end = Math.floor((monthNumber(phase.to) - monthNumber(whole.from) + 1) * share + 0.5);
		const bodies = (part: 'leads' | 'takes-part') =>
			phase.bodies.filter((body) => body.part === part).map(({ name }) => name);
		return {
			name: phase.name,
			from: monthAt(Math.min(from, monthsIn(begins, ends) - 1)),
			to: monthAt(Math.min(Math.max(end - 1, from), monthsIn(begins, ends) - 1)),
			tasks: phase.tasks.map(({ quote }) => quote).join('\n'),
			leads: bodies('leads').join('、'),
			partners: bodies('takes-part').join('、'),
			lines: phase.lines.map(labelOf).join('、'),
		};
	});
}

/** A phase whose time can be read: its first day and its last. */
export interface Phase {
	id: string;
	name: string;
	first: string;
	last: string;
	/** Its time as it was written: often months. */
	says: string;
}

const called = (name: string, i: number): string => name.trim() || `第 ${i + 1} 个阶段`;

const firstOf = (date: string): string => (date.length === 7 ? `${date}-01` : date);
const lastOf = (date: string): string => (date.length === 7 ? monthEnd(date) : date);

const dateIn = (written = ''): string | undefined => {
	const date = readDate(written);
	return date && /^\d{4}-\d\d(-\d\d)?$/.test(date) ? date : undefined;
};

export function phasesIn(rows: readonly FormRow[]): Phase[] {
	return rows.flatMap(({ id, cells: { name = '', from, to } }, i) => {
		const [begin, end] = [dateIn(from), dateIn(to)];
		if (!begin || !end || firstOf(begin) > lastOf(end)) return [];
		const says = timeOf({ from: from ?? '', to: to ?? '' });
		return [{ id, name: called(name, i), first: firstOf(begin), last: lastOf(end), says }];
	});
}

/** Whose plan the model is: its name does not belong in another's. */
const modelPlace = '灞桥';

export interface Misfit {
	/** The row, by its id. */
	row: string;
	text: string;
}

/** What of a work plan cannot be, or does not fit the pilot's own period. */
export function misfitsIn(
	rows: readonly FormRow[],
	begins: string | undefined,
	ends: string | undefined,
	own: string,
): Misfit[] {
	return rows.flatMap(({ id, cells }, i): Misfit[] => {
		const { name = '', from = '', to = '' } = cells;
		const says = (text: string): Misfit => ({ row: id, text: `${called(name, i)}：${text}` });
		const copied = Object.values(cells).some((text) => text.includes(modelPlace)) && !own.includes(modelPlace);
		const theirs = copied ? [says(`里面还写着“${modelPlace}”，请改成自己的单位。`)] : [];
		const unread = [from, to].filter((written) => written.trim() !== '' && !dateIn(written));
		if (unread.length > 0)
			return [
				...unread.map((written) => says(`“${written.trim()}”读不出日期，请写成 2026-03 或者 2026-03-15 这样。`)),
				...theirs,
			];
		const [begin, end] = [dateIn(from), dateIn(to)];
		if (!begin || !end) return [...(begin || end ? [says('起止只写了一头，图上没有画它。')] : []), ...theirs];
		const before = dateIn(rows[i - 1]?.cells.from);
		return [
			...(isBefore(end, begin) ? [says('结束早于开始，图上没有画它，请核对。')] : []),
			...(begins && isBefore(begin, begins) ? [says('开始早于试点开始，请核对。')] : []),
			...(ends && isBefore(ends, end) ? [says('结束晚于试点期满，请核对。')] : []),
			...(before && isBefore(begin, before) ? [says('比排在它前面的开始得早，请核对先后。')] : []),
			...theirs,
		];
	});
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** The lines of a table that a text names by what people call them, and what it names besides. */
export function linesNamed(text: string, labels: ReadonlyMap<string, string>): { lines: string[]; unknown: string[] } {
	const ids = new Map(Array.from(labels, ([id, label]) => [plain(label), id]));
	const named = text.split(/[、，,；;\n]/).filter((each) => each.trim() !== '');
	return {
		lines: [...new Set(named.flatMap((each) => ids.get(plain(each)) ?? []))],
		unknown: named.filter((each) => !ids.has(plain(each))).map((each) => each.trim()),
	};
}

/** When a phase is, as a plan says it: 2026年3月至8月, or what was written. */
export function timeOf({ from = '', to = '' }: { [column: string]: string }): string {
	const [begin, end] = [from, to].map((written) => {
		const date = dateIn(written);
		if (!date) return written.trim();
		const [year, month, day] = date.split('-').map(Number);
		return `${year}年${month}月${day ? `${day}日` : ''}`;
	});
	if (!begin || !end || begin === end) return begin || end || '';
	return `${begin}—${end}`;
}

/** 四、计划工作步骤 of an application: when, what and who, by its columns. */
export const stepsOf = (rows: readonly FormRow[]): { when: string; what: string; who: string }[] =>
	rows.map(({ cells }) => {
		const { name = '', tasks = '', leads = '', partners = '' } = cells;
		return {
			when: timeOf(cells),
			what: [name.trim(), tasks.trim()].filter(Boolean).join('：'),
			who: [leads.trim(), partners.trim() && `${partners.trim()}参与`].filter(Boolean).join('，'),
		};
	});
