import { canonical } from '../digest.ts';
import type { Cite } from '../schemas/saved-check.ts';
import type { FormRow } from '../schemas/saved-form.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import type { Told } from './told.ts';

/* What a record says, in words, for people who compare two of them. */

/** A file may say anything beside what is looked at, even what cannot be made a text. */
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What an entry of the register is called. */
export type NameOf = (id: string) => string;

const itsId: NameOf = (id) => id;

const sayPaper = ({ id, note }: Cite, nameOf: NameOf): string =>
	[nameOf(plain(id)), note && `备注 ${plain(note)}`].filter(Boolean).join('，');

const sayRow = ({ cells }: FormRow): string => Object.values(cells).map(plain).filter(Boolean).join('，');

const sayList = (all: readonly (Cite | FormRow)[], nameOf: NameOf): string =>
	all.length === 0
		? '（空）'
		: all.map((each, i) => `${i + 1}. ${'cells' in each ? sayRow(each) : sayPaper(each, nameOf)}`).join('\n');

export function say(value: unknown, nameOf = itsId): string {
	if (value === undefined || value === '') return '（空）';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (Array.isArray(value)) return sayList(value, nameOf);
	if (typeof value !== 'object' || value === null) return String(value);
	if ('choice' in value) return plain(value.choice);
	if ('met' in value) return value.met === null ? '不清楚' : value.met ? '满足' : '不满足';
	if ('notApplicable' in value) return '不适用';
	if ('cells' in value) return sayRow(value as FormRow);
	if ('id' in value && 'note' in value) return sayPaper(value as Cite, nameOf);
	return Object.entries(('parts' in value ? value.parts : 'counts' in value ? value.counts : undefined) ?? {})
		.map(([name, said]) =>
			typeof said === 'boolean' ? `${name}：${said ? '做到了' : '没有'}` : `${name} ${plain(said)}`,
		)
		.join('；');
}

/** What is one of our words, in ours. */
export const sayBy = ({ words = {} }: Pick<Told<never>, 'words'>, value: unknown, nameOf?: NameOf): string =>
	(typeof value === 'string' ? new Map(Object.entries(words)).get(value) : undefined) ?? say(value, nameOf);

interface Difference {
	name: string;
	mine: string;
	theirs: string;
}

/** What two records say differently. */
export const differences = <T extends Shared>(
	{ fields, words }: Told<T>,
	mine: T,
	theirs: T,
	nameOf?: NameOf,
): Difference[] =>
	Object.entries(fields).flatMap(([field, name]) => {
		const [a, b] = [mine, theirs].map((record) => record[field as keyof T]);
		if (canonical(a) === canonical(b)) return [];
		const told = (value: unknown) => sayBy({ words }, value, nameOf);
		return told(a) === told(b) ? [] : [{ name, mine: told(a), theirs: told(b) }];
	});
