import type { Shared } from '../schemas/saved-shared.ts';
import { resigned } from './lineage.ts';

export type Entry = [key: string, value: unknown];

/**
 * A kind of record that is kept: all that opening, leaving and the backup know of it. Its format grows when what it
 * holds changes its meaning or its place; `upgrade` has a step from each format ever shipped.
 */
export interface Kind<T = unknown> {
	/** What it is called in files and in last words. */
	name: string;
	/** What the keys of its records begin with; the rest is the record's id. */
	prefix: string;
	format: number;
	is: (raw: unknown) => raw is T;
	/** By the format they begin with: pure, and total for what was sound in it. */
	upgrade: { readonly [from: number]: (old: never) => object };
	/** What becomes of a record here when a file holds another. */
	join(mine: T, theirs: T): T;
}

/** A kind that several people fill together; what they wrote is brought together by lineage. */
export interface SharedKind<T extends Shared> extends Kind<T> {
	/** Before anything is said. */
	empty: () => T;
	/** The record without which this one is not stored: a line's check. What can be the first of all that is kept begins it. */
	owner?: {
		kind: Kind<{ updatedAt: string }>;
		idOf: (id: string) => string;
		begin?: (id: string) => { updatedAt: string };
	};
	/** Lists of things that have an id of their own, and what one of them is called: `papers`, `paper`. */
	lists?: { readonly [field: string]: string };
}

export const isShared = (kind: Kind): kind is SharedKind<Shared> => 'empty' in kind;

/** What a stored value turns out to be; what cannot be read is kept as it is. */
export type Read<T> = { state: 'good'; value: T } | Unread;
export type Unread = { state: 'newer' | 'bad'; raw: unknown };

/** What is no object has had one format so far; a format that is one may not even be made a number. */
function formatOf(raw: unknown): number {
	if (typeof raw !== 'object' || raw === null || !('format' in raw)) return 1;
	return typeof raw.format === 'object' ? Number.NaN : Number(raw.format);
}

/** A stored value as its kind has it now, step by step from whatever format it was written in. */
export function read<T>({ format, is, upgrade }: Pick<Kind<T>, 'format' | 'is' | 'upgrade'>, raw: unknown): Read<T> {
	let value = raw;
	try {
		for (let at = formatOf(raw); at < format; at += 1) value = resigned(value, upgrade[at] as (old: unknown) => object);
	} catch {
		// Not even what it says it is.
	}
	return is(value) ? { state: 'good', value } : { state: formatOf(raw) > format ? 'newer' : 'bad', raw };
}

/** Those of them that can be read. */
export const goodOf = <T>(found: ReadonlyMap<string, Read<T>>): { [id: string]: T } =>
	Object.fromEntries(Array.from(found).flatMap(([id, each]) => (each.state === 'good' ? [[id, each.value]] : [])));

/** All records whose keys begin so, by the rest of their key. */
export const readAll = <T>(
	kind: Kind<T>,
	all: Iterable<readonly [string, unknown]>,
	start = kind.prefix,
): Map<string, Read<T>> =>
	new Map(
		Array.from(all).flatMap(([key, raw]) =>
			key.startsWith(start) ? [[key.slice(start.length), read(kind, raw)] as const] : [],
		),
	);
