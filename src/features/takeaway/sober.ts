import { canonical, digest } from '../../digest.ts';
import { aside } from '../../kept/kinds/aside.ts';
import type { Shared } from '../../schemas/saved-shared.ts';

/* What a file may say of one record before it is asked of everybody who opens it, or believed. */

/** As many versions wait for a choice; more than anybody will read. */
const most = 50;

/** Of what people write in fields that hold some thousand characters, with all its versions. */
const longest = 500_000;

const year = 366 * 24 * 60 * 60 * 1000;

/** Clocks are wrong by days, or by a year; what counts further has not been counted by a clock. */
const believable = ({ version, seen = {} }: Shared, now: number): boolean =>
	[version?.at ?? 0, ...Object.values(seen)].every((at) => at < now + 2 * year);

/** Nobody's ancestor, and written by someone unknown. */
function ofUnknown<T extends Shared>(record: T): T {
	const { version: _, seen: __, ...said } = record;
	return said as T;
}

export interface Sober<T> {
	record: T;
	/** What is too much for one record, in one piece. */
	rest: readonly unknown[];
}

/** Undefined where the record alone is longer than any that was ever filled in. */
export function sober<T extends Shared>(told: T, now = Date.now()): Sober<T> | undefined {
	const believed = <R extends Shared>(record: R): R => (believable(record, now) ? record : ofUnknown(record));
	const { rivals = [], ...front } = told;
	const newest = [...rivals].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).map(believed);
	const [kept, more] = [newest.slice(0, most), newest.slice(most)];
	const record = {
		...believed(front as T),
		setAside: told.setAside.slice(0, most),
		...(kept.length > 0 && { rivals: kept }),
	} as T;
	if (canonical(record).length > longest) return undefined;
	return { record, rest: [...more, ...told.setAside.slice(most)] };
}

/** Where the rest is kept; brought back twice it is there once. */
export const restKey = (key: string, rest: readonly unknown[]): string =>
	`${aside.prefix}${key} ${digest(canonical(rest))}`;
