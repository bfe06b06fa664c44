import type { LineRecord, Paper } from '../schemas/saved-check.ts';
import { paperColumns } from './saved.ts';

/* What a record says, in words, for people who compare two of them. */

const fieldNames = { answer: '选择', reason: '不适用的理由', note: '说明', later: '留到以后' } as const;

type Field = keyof typeof fieldNames;

const fields = Object.keys(fieldNames) as Field[];

export const nameOfField = (field: string): string => fieldNames[field as Field] ?? '这份佐证';

const sayPaper = (paper: Paper): string =>
	paperColumns.flatMap(([field, name]) => (paper[field] ? [`${name} ${paper[field]}`] : [])).join('，') || '（空）';

export function say(value: unknown): string {
	if (value === undefined || value === '') return '（空）';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (typeof value !== 'object' || value === null) return String(value);
	if ('choice' in value) return String(value.choice);
	if ('met' in value) return value.met === null ? '不清楚' : value.met ? '满足' : '不满足';
	if ('notApplicable' in value) return '不适用';
	if ('kept' in value) return sayPaper(value as Paper);
	return Object.entries('parts' in value ? (value.parts as object) : 'counts' in value ? (value.counts as object) : {})
		.map(([name, said]) => (typeof said === 'boolean' ? `${name}：${said ? '做到了' : '没有'}` : `${name} ${said}`))
		.join('；');
}

export const sayPapers = (papers: readonly Paper[]): string =>
	papers.length === 0 ? '（空）' : papers.map((paper, i) => `${i + 1}. ${sayPaper(paper)}`).join('\n');

interface Difference {
	name: string;
	mine: string;
	theirs: string;
}

/** What two records say differently. */
export function differences(mine: LineRecord, theirs: LineRecord): Difference[] {
	const rows = fields.map((field) => ({
		name: nameOfField(field),
		mine: say(mine[field]),
		theirs: say(theirs[field]),
	}));
	const papers = { name: '佐证材料', mine: sayPapers(mine.papers), theirs: sayPapers(theirs.papers) };
	return [...rows, papers].filter((row) => row.mine !== row.theirs);
}
