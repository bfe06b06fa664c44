import { canonical, digest } from '../digest.ts';
import type { SetAside, Shared } from '../schemas/saved-shared.ts';

/*
 * Which version of a record comes from which, across browsers that never meet. A version is known by
 * the browser that wrote it and when, by that browser's clock; a record carries what it has seen.
 */

/** When a record was written that nobody wrote yet. */
const never = new Date(0).toISOString();

/** A record of one writer becomes one that several people fill; of nothing, the beginning of one. */
export const shared =
	<F extends number>(format: F) =>
	<Old extends object>(old: Old) => ({
		setAside: [] as SetAside[],
		updatedAt: never,
		...old,
		format,
	});

/** What was said, without when and by whom. */
const contentOf = ({ updatedAt, version, seen, rivals, ...content }: Shared): string => canonical(content);

/** A short sum of what was said. */
export const sumOf = (record: Shared): string => digest(contentOf(record));

export const sameContent = (a: Shared, b: Shared): boolean => contentOf(a) === contentOf(b);

const rivalsOf = <T extends Shared>(record: T): readonly T[] => record.rivals ?? [];

/** Versions written elsewhere that say something else and wait for someone to choose. */
export const openRivals = <T extends Shared>(record: T): T[] =>
	rivalsOf(record).filter((rival) => !sameContent(rival, record));

/** What any of its versions has set aside, once: who chooses a version has not been asked about that. */
export function allSetAside(record: Shared): SetAside[] {
	const all = [record, ...rivalsOf(record)].flatMap(({ setAside }) => setAside);
	return [...new Map(all.map((each) => [canonical(each), each])).values()];
}

interface Version {
	by: string;
	at: number;
	sum: string;
}

/** A record that does not say where it is from, or was changed by hand since, is nobody's ancestor. */
function versionOf(record: Shared): Version {
	const sum = sumOf(record);
	return record.version?.sum === sum ? record.version : { by: `? ${record.updatedAt} ${sum}`, at: 1, sum };
}

/** Of each browser the latest version. */
type Seen = Readonly<Record<string, number>>;

/** A file may name a writer as something that every object has by birth. */
const upTo = (seen: Seen, by: string): number => (typeof seen[by] === 'number' ? seen[by] : 0);

/** Two who write under one name, a copied profile or a disk brought back, are told apart by what they say. */
const nameOf = ({ by, at, sum }: Version): string => `${at} ${by} ${sum}`;

const whenOf = ({ by, at }: Version): string => `${at} ${by}`;

/** All that went into a record: for each browser its latest version. */
function seenBy(record: Shared): Seen {
	const versions = [record, ...rivalsOf(record)].map(versionOf).map(({ by, at }) => ({ [by]: at }));
	return versions.reduce(latest, record.seen ?? {});
}

/** Marks a record that was changed here, from what was stored; a choice between rivals is `next` without them. */
export function written<T extends Shared>(stored: T | undefined, next: T, here: string, now: number): T {
	const seen = stored ? seenBy(stored) : {};
	const at = Math.max(now, upTo(seen, here) + 1);
	// What agreed with the old words is superseded with them.
	const rivals = rivalsOf(next).filter((rival) => !stored || !sameContent(rival, stored));
	const version = { by: here, at, sum: sumOf(next) };
	return withRivals({ ...next, version, seen: latest(seen, { [here]: at }) }, rivals);
}

function withRivals<T extends Shared>({ rivals: _, ...record }: T, rivals: readonly T[]): T {
	return (rivals.length > 0 ? { ...record, rivals: [...rivals] } : record) as T;
}

/**
 * Brings together two records of one line. A version that the other side has seen gives way to what
 * came of it; versions that know nothing of each other are both kept, the newest in front. The order
 * in which records are brought together makes no difference, nor does doing it twice.
 */
export function join<T extends Shared>(a: T, b: T): T {
	const [fromA, fromB] = [headsOf(a), headsOf(b)];
	const [seenA, seenB] = [seenBy(a), seenBy(b)];
	const standing = (heads: Heads<T>, others: Heads<T>, seen: Seen) => {
		const together = new Set(Array.from(others.values(), (head) => whenOf(versionOf(head))));
		return [...heads].filter(([, head]) => {
			const version = versionOf(head);
			return together.has(whenOf(version)) || version.at > upTo(seen, version.by);
		});
	};
	const heads = new Map([...standing(fromA, fromB, seenB), ...standing(fromB, fromA, seenA)]);
	const [newest = a, ...rest] = [...heads]
		.sort(([nameA, x], [nameB, y]) => y.updatedAt.localeCompare(x.updatedAt) || (nameA < nameB ? -1 : 1))
		.map(([, head]) => head);
	return canonical(a) === canonical(b) ? a : withRivals({ ...newest, seen: latest(seenA, seenB) }, rest);
}

/** As `join`, but what stands here stays in front until someone chooses. */
export function joinBehind<T extends Shared>(mine: T, theirs: T): T {
	const { rivals = [], seen, ...front } = join(mine, theirs);
	const own = nameOf(versionOf(mine));
	const here = rivals.find((rival) => nameOf(versionOf(rival)) === own);
	if (!here) return join(mine, theirs);
	return withRivals({ ...here, seen }, [front as T, ...rivals.filter((rival) => rival !== here)] as T[]);
}

/** Whether bringing `more` in would leave a record as it is. */
export const holds = <T extends Shared>(record: T, more: T): boolean => {
	const joined = join(record, more);
	return namesOf(joined) === namesOf(record) && canonical(seenBy(joined)) === canonical(seenBy(record));
};

const namesOf = (record: Shared): string => [...headsOf(record).keys()].sort().join();

type Heads<T> = ReadonlyMap<string, T>;

const headsOf = <T extends Shared>(record: T): Heads<T> =>
	new Map(
		[withRivals(record, []), ...rivalsOf(record)].map(({ seen: _, ...rest }) => {
			const head = rest as T;
			return [nameOf(versionOf(head)), head];
		}),
	);

const latest = (a: Seen, b: Seen): Seen =>
	Object.fromEntries(
		[...new Set([...Object.keys(a), ...Object.keys(b)])].sort().map((by) => [by, Math.max(upTo(a, by), upTo(b, by))]),
	);

/** One step of an upgrade for a record and its rivals; each is known afterwards for the version that it was before. */
export function resigned(raw: unknown, step: (old: unknown) => object): unknown {
	const old = raw as Shared;
	const { updatedAt = never, rivals } = old;
	const next = step(old) as Shared;
	const known = updatedAt === never ? next : { ...next, version: { ...versionOf(old), sum: sumOf(next) } };
	return Array.isArray(rivals)
		? withRivals(
				known,
				rivals.map((rival) => resigned(rival, step) as Shared),
			)
		: known;
}
