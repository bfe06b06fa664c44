import type { LineRecord } from '../schemas/saved-check.ts';
import { freshId } from './saved.ts';

/*
 * Which version of a record comes from which, across browsers that never meet. A version is known by
 * the browser that wrote it and when, by that browser's clock; a record carries what it has seen.
 */

/** The same text for the same value, however it came to be. */
export const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, each) =>
		each && typeof each === 'object' && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);

/** What was said, without when and by whom. */
const contentOf = ({ updatedAt, version, seen, rivals, ...content }: LineRecord): string => canonical(content);

export const sameContent = (a: LineRecord, b: LineRecord): boolean => contentOf(a) === contentOf(b);

const rivalsOf = (record: LineRecord): readonly LineRecord[] => record.rivals ?? [];

/** Versions written elsewhere that say something else and wait for someone to choose. */
export const openRivals = (record: LineRecord): LineRecord[] =>
	rivalsOf(record).filter((rival) => !sameContent(rival, record));

interface Version {
	by: string;
	at: number;
}

/** A record that does not say where it is from, or was changed by hand since, is nobody's ancestor. */
function versionOf(record: LineRecord): Version {
	const sum = digest(contentOf(record));
	return record.version?.sum === sum ? record.version : { by: `? ${record.updatedAt} ${sum}`, at: 1 };
}

/** Of each browser the latest version. */
type Seen = Readonly<Record<string, number>>;

const nameOf = ({ by, at }: Version): string => `${at} ${by}`;

/** A short sum that differs when a text does; no secret and no seal. */
export function digest(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}

/** All that went into a record: for each browser its latest version. */
function seenBy(record: LineRecord): Seen {
	const versions = [record, ...rivalsOf(record)].map(versionOf).map(({ by, at }) => ({ [by]: at }));
	return versions.reduce(latest, record.seen ?? {});
}

/** Marks a record that was changed here, from what was stored; a choice between rivals is `next` without them. */
export function written(stored: LineRecord | undefined, next: LineRecord, here: string, now: number): LineRecord {
	const seen = stored ? seenBy(stored) : {};
	const at = Math.max(now, (seen[here] ?? 0) + 1);
	// What agreed with the old words is superseded with them.
	const rivals = rivalsOf(next).filter((rival) => !stored || !sameContent(rival, stored));
	const version = { by: here, at, sum: digest(contentOf(next)) };
	return withRivals({ ...next, version, seen: latest(seen, { [here]: at }) }, rivals);
}

function withRivals({ rivals: _, ...record }: LineRecord, rivals: readonly LineRecord[]): LineRecord {
	return rivals.length > 0 ? { ...record, rivals: [...rivals] } : record;
}

/**
 * Brings together two records of one line. A version that the other side has seen gives way to what
 * came of it; versions that know nothing of each other are both kept, the newest in front. The order
 * in which records are brought together makes no difference, nor does doing it twice.
 */
export function join(a: LineRecord, b: LineRecord): LineRecord {
	const [fromA, fromB] = [headsOf(a), headsOf(b)];
	const [seenA, seenB] = [seenBy(a), seenBy(b)];
	const standing = (heads: Heads, others: Heads, seen: Seen) =>
		[...heads].filter(([name, head]) => {
			const { by, at } = versionOf(head);
			return others.has(name) || at > (seen[by] ?? 0);
		});
	const heads = new Map([...standing(fromA, fromB, seenB), ...standing(fromB, fromA, seenA)]);
	const [newest = a, ...rest] = [...heads]
		.sort(([nameA, x], [nameB, y]) => y.updatedAt.localeCompare(x.updatedAt) || (nameA < nameB ? -1 : 1))
		.map(([, head]) => head);
	return canonical(a) === canonical(b) ? a : withRivals({ ...newest, seen: latest(seenA, seenB) }, rest);
}

/** Whether bringing `more` in would leave a record as it is. */
export const holds = (record: LineRecord, more: LineRecord): boolean => {
	const joined = join(record, more);
	return namesOf(joined) === namesOf(record) && canonical(seenBy(joined)) === canonical(seenBy(record));
};

const namesOf = (record: LineRecord): string => [...headsOf(record).keys()].join();

type Heads = ReadonlyMap<string, LineRecord>;

const headsOf = (record: LineRecord): Heads =>
	new Map([withRivals(record, []), ...rivalsOf(record)].map(({ seen: _, ...head }) => [nameOf(versionOf(head)), head]));

const latest = (a: Seen, b: Seen): Seen =>
	Object.fromEntries(
		[...new Set([...Object.keys(a), ...Object.keys(b)])].sort().map((by) => [by, Math.max(a[by] ?? 0, b[by] ?? 0)]),
	);

/** What two versions say, put together: the first's choice, both their words and papers. */
export function both(first: LineRecord, second: LineRecord): LineRecord {
	const words = (a: string, b: string) => (a.includes(b) ? a : b.includes(a) ? b : `${a}\n${b}`);
	const more = second.papers.filter((paper) => !first.papers.some((each) => canonical(each) === canonical(paper)));
	const taken = new Set(first.papers.map(({ id }) => id));
	return {
		...first,
		answer: first.answer ?? second.answer,
		reason: words(first.reason, second.reason),
		note: words(first.note, second.note),
		later: first.later || second.later,
		papers: [...first.papers, ...more.map((paper) => (taken.has(paper.id) ? { ...paper, id: freshId() } : paper))],
	};
}
