import { paperColumns } from '../checks/saved.ts';
import { canonical } from '../digest.ts';
import type { Paper } from '../schemas/saved-check.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import type { Told } from './told.ts';

/* What a record says, in words, for people who compare two of them. */

/** A file may say anything beside what is looked at, even what cannot be made a text. */
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const sayPaper = (paper: Paper): string =>
	paperColumns.flatMap(([field, name]) => (paper[field] ? [`${name} ${plain(paper[field])}`] : [])).join('，') ||
	'（空）';

export const sayPapers = (papers: readonly Paper[]): string =>
	papers.length === 0 ? '（空）' : papers.map((paper, i) => `${i + 1}. ${sayPaper(paper)}`).join('\n');

export function say(value: unknown): string {
	if (value === undefined || value === '') return '（空）';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (Array.isArray(value)) return sayPapers(value);
	if (typeof value !== 'object' || value === null) return String(value);
	if ('choice' in value) return plain(value.choice);
	if ('met' in value) return value.met === null ? '不清楚' : value.met ? '满足' : '不满足';
	if ('notApplicable' in value) return '不适用';
	if ('kept' in value) return sayPaper(value as Paper);
	return Object.entries(('parts' in value ? value.parts : 'counts' in value ? value.counts : undefined) ?? {})
		.map(([name, said]) =>
			typeof said === 'boolean' ? `${name}：${said ? '做到了' : '没有'}` : `${name} ${plain(said)}`,
		)
		.join('；');
}

/** What is one of our words, in ours. */
export const sayBy = ({ words = {} }: Pick<Told<never>, 'words'>, value: unknown): string =>
	(typeof value === 'string' ? new Map(Object.entries(words)).get(value) : undefined) ?? say(value);

interface Difference {
	name: string;
	mine: string;
	theirs: string;
}

/** What two records say differently. */
export const differences = <T extends Shared>({ fields, words }: Told<T>, mine: T, theirs: T): Difference[] =>
	Object.entries(fields).flatMap(([field, name]) => {
		const [a, b] = [mine, theirs].map((record) => record[field as keyof T]);
		if (canonical(a) === canonical(b)) return [];
		const told = (value: unknown) => sayBy({ words }, value);
		return told(a) === told(b) ? [] : [{ name, mine: told(a), theirs: told(b) }];
	});
