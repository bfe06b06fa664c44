import { keys, readCheck } from '../../checks/saved.ts';
import { canonical } from '../../digest.ts';
import { allKinds } from '../../kept/all-kinds.ts';
import { freshId, sameBrowser } from '../../kept/ids.ts';
import { isShared, type Kind, read, type SharedKind } from '../../kept/kind.ts';
import { check as checkKind } from '../../kept/kinds/check.ts';
import { line as lineKind } from '../../kept/kinds/line.ts';
import { pilot as pilotKind } from '../../kept/kinds/pilot.ts';
import { allSetAside, holds, openRivals, sameContent, written } from '../../kept/lineage.ts';
import { ofPilot } from '../../kept/of-pilot.ts';
import type { Check } from '../../schemas/saved-check.ts';
import type { Shared } from '../../schemas/saved-shared.ts';
import { deletedAt } from '../../trash/trash.ts';
import { placeEvents } from './place-events.ts';
import type { BroughtFile, BroughtRecord, Incoming } from './read-file.ts';
import { restKey } from './sober.ts';

/* What bringing files in would change: worked out for the preview, and again inside the transaction that does it. */

/** A check of a file, and where it goes. */
export interface Job {
	file: string;
	incoming: Incoming;
	/** The check that it is by itself: the one of its id, or a new one where that follows another table. */
	own: string;
	/** The check here that it is brought into; a new one where there is none of that id. */
	into: string;
	/** What a new one is called, if not as in the file. */
	name?: string | undefined;
	/** It was deleted here, then; it does not come back unasked. */
	deleted?: string | undefined;
	/** It stays out. */
	skip?: boolean | undefined;
}

/** What becomes of a record. */
export type Fate =
	/** Nothing was said about it here. */
	| 'new'
	/** The file knows all that is here, and more. */
	| 'newer'
	/** The same here, or the file knows nothing that is not known here. */
	| 'known'
	/** Both sides wrote without knowing of each other. */
	| 'both'
	/** What is stored here cannot be read, and stays. */
	| 'blocked';

interface LineFate {
	line: string;
	fate: Fate;
}

export interface JobFate {
	job: Job;
	lines: LineFate[];
	/** What the check here is called, and will be, where that is another name. */
	renamed?: { from: string; to: string };
}

/** What became of a record that is no check's. */
export interface RecordFate {
	key: string;
	kind: Kind;
	fate: Fate;
}

/** A record that was written on both sides, newest first, whether or not someone has chosen. */
export interface Conflict {
	kind: SharedKind<Shared>;
	key: string;
	/** Of a line the check and its name; of others their id. */
	check: string;
	line: string;
	versions: Shared[];
}

export interface Outcome {
	jobs: JobFate[];
	others: RecordFate[];
	conflicts: Conflict[];
	entries: [string, unknown][];
}

/** Which version stands, by key; without one all are kept until someone chooses. */
export type Choices = ReadonlyMap<string, Shared>;

interface Given {
	jobs: readonly Job[];
	/** What is no check's: the unit, the walk, what was learnt. */
	others: readonly BroughtRecord[];
	choices: Choices;
	now: Date;
	/** The name of this browser, for what is chosen here. */
	here: string;
}

/** All records that bringing in may read or write. */
export const keysTouched = (jobs: readonly Job[], others: readonly BroughtRecord[]): string[] => [
	...new Set([
		...others.map(({ key }) => key),
		...jobs.flatMap(({ incoming, incoming: { lines, unreadable }, into }) => [
			keys.check(into),
			...[...lines.keys(), ...unreadable.keys()].map((line) => keys.line(into, line)),
			...restOf(incoming, into).map(([key]) => key),
		]),
	]),
];

/** What was too much for a line, where it goes. */
const restOf = ({ rests }: Incoming, into: string): [string, unknown][] =>
	Array.from(rests, ([line, rest]) => [restKey(keys.line(into, line), rest), rest]);

/** What a record becomes; a kind of its own may say how two of it come together. */
interface Brought {
	fate: Fate;
	record?: unknown;
}

export function bringIn(stored: ReadonlyMap<string, unknown>, given: Given): Outcome {
	const after = new Map<string, unknown>();
	const at = (key: string) => (after.has(key) ? after.get(key) : stored.get(key));
	const take = (key: string, { fate, record }: Brought): Fate => {
		if (record !== undefined) after.set(key, record);
		return fate;
	};
	const shared = new Map<string, Omit<Conflict, 'versions'>>();
	const jobs = given.jobs.map((job): JobFate => {
		if (job.skip) return { job, lines: [] };
		const here = at(keys.check(job.into));
		const known = here === undefined ? undefined : readCheck(here);
		const { lines, unreadable } = job.incoming;
		// A check that cannot be read here stays as it is, with its lines; and so does one of another table.
		if (known && (known.state !== 'good' || known.value.rubric !== job.incoming.check.rubric))
			return { job, lines: [...lines.keys(), ...unreadable.keys()].map((line) => ({ line, fate: 'blocked' })) };
		const joined = joinChecks(known?.value, job);
		after.set(keys.check(job.into), joined);
		for (const [key, rest] of restOf(job.incoming, job.into)) after.set(key, rest);
		return {
			job,
			...(known && known.value.name !== joined.name && { renamed: { from: known.value.name, to: joined.name } }),
			lines: [
				...Array.from(lines, ([line, theirs]) => {
					const key = keys.line(job.into, line);
					shared.set(key, { kind: lineKind, key, check: job.into, line });
					return { line, fate: take(key, bring(lineKind, at(key), theirs, given.here)) };
				}),
				...Array.from(unreadable, ([line, raw]): LineFate => {
					const key = keys.line(job.into, line);
					if (at(key) !== undefined) return { line, fate: canonical(at(key)) === canonical(raw) ? 'known' : 'blocked' };
					after.set(key, raw);
					return { line, fate: 'new' };
				}),
			],
		};
	});
	const pilots = given.others.filter(({ kind }) => kind === pilotKind);
	const others = without(given.others, pilots).map(({ kind, key, value }): RecordFate => {
		if (isShared(kind)) shared.set(key, { kind, key, check: '', line: key.slice(kind.prefix.length) });
		return { key, kind, fate: take(key, bring(kind, at(key), value, given.here)) };
	});
	// A pilot is nothing without what is in it, and one that is here is the same.
	const used = new Set(Array.from(after, ([key, value]) => pilotKind.prefix + pilotOf(key, value)));
	for (const { key, value } of pilots) if (used.has(key) && at(key) === undefined) after.set(key, value);
	const conflicts = [...shared.values()].flatMap((place): Conflict[] => {
		const found = read(place.kind, at(place.key));
		if (found.state !== 'good') return [];
		const rivals = openRivals(found.value);
		return rivals.length > 0 ? [{ ...place, versions: [found.value, ...rivals] }] : [];
	});
	for (const { key } of conflicts) {
		const chosen = given.choices.get(key);
		if (chosen) after.set(key, choose(at(key) as Shared, chosen, given.here, given.now));
	}
	return {
		jobs,
		others,
		conflicts,
		entries: [...after].filter(([key, value]) => canonical(value) !== canonical(stored.get(key))),
	};
}

const without = <T>(all: readonly T[], some: readonly T[]): T[] => all.filter((each) => !some.includes(each));

/** Whose a record is. */
function pilotOf(key: string, value: unknown): string {
	if (key.startsWith(checkKind.prefix)) return (value as Check).pilot;
	const kind = ofPilot(allKinds).find(({ prefix }) => key.startsWith(prefix));
	return kind?.owner?.idOf(key.slice(kind.prefix.length)) ?? '';
}

function bring(kind: Kind, raw: unknown, theirs: unknown, by: string): Brought {
	if (raw === undefined) return { fate: 'new', record: theirs };
	const mine = read(kind, raw);
	if (mine.state !== 'good') return { fate: 'blocked' };
	if (!isShared(kind)) {
		const record = kind.join(mine.value, theirs);
		return canonical(record) === canonical(mine.value) ? { fate: 'known' } : { fate: 'newer', record };
	}
	const here = mine.value as Shared;
	const there = modest(theirs as Shared, here, by);
	if (holds(here, there)) return { fate: 'known' };
	// Nobody wrote what is here.
	if (!here.version && sameContent(here, kind.empty())) return { fate: 'new', record: there };
	const record = kind.join(here, there);
	return { fate: openRivals(record).length > openRivals(here).length ? 'both' : 'newer', record };
}

/**
 * A record cannot know more of what this browser wrote than is known here, unless its words are this browser's own: an
 * older backup was brought back here, or someone else claims it. Either way what stands here is not replaced unasked.
 */
function modest<T extends Shared>(theirs: T, { version }: Shared, here: string): T {
	const known = version && theirs.seen?.[version.by];
	if (!version || typeof known !== 'number' || known <= version.at) return theirs;
	if (!sameBrowser(version.by, here) || version.by === theirs.version?.by) return theirs;
	const { [version.by]: _, ...seen } = theirs.seen ?? {};
	return { ...theirs, seen };
}

/** One version stands, knowing of all others. */
export function choose<T extends Shared>(record: T, chosen: T, here: string, now: Date): T {
	const { version: _, seen: __, rivals: ___, ...said } = chosen;
	const next = { ...said, setAside: allSetAside(record), updatedAt: now.toISOString() };
	return written(record, next as unknown as T, here, now.getTime());
}

function joinChecks(known: Check | undefined, { incoming, into, name }: Job): Check {
	const theirs = { ...incoming.check, id: into, ...(name !== undefined && { name }) };
	// Whose it is here, it stays.
	return known ? { ...checkKind.join(known, theirs), pilot: known.pilot } : theirs;
}

/** Where the checks of files go unless someone says otherwise: where they came from, if that follows the same table. */
export function jobsOf(files: readonly BroughtFile[], stored: ReadonlyMap<string, unknown>): Job[] {
	const tables = new Map<string, string>();
	return files.flatMap(({ name, checks }) =>
		checks.map((incoming) => {
			const { id, rubric } = incoming.check;
			const here = readCheck(stored.get(keys.check(id)));
			const table = tables.get(id) ?? (here.state === 'good' ? here.value.rubric : rubric);
			tables.set(id, table);
			const own = table === rubric ? id : freshId();
			const deleted = deletedAt(keys.check(id), stored);
			return { file: name, incoming, own, into: own, ...(deleted && { deleted, skip: true }) };
		}),
	);
}

/** What nobody has written anything in. */
const isBlank = ({ kind, value }: BroughtRecord): boolean =>
	isShared(kind) && !(value as Shared).version && sameContent(value as Shared, kind.empty());

/** What the files say besides checks, without what they leave blank; whichever file comes first. */
export function othersOf(files: readonly BroughtFile[], stored: ReadonlyMap<string, unknown>): BroughtRecord[] {
	const said = files.map(({ others }) => others.filter((record) => !isBlank(record)));
	return placeEvents(
		said
			.map((records) => ({ records, name: canonical(records) }))
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map(({ records }) => records),
		stored,
	);
}
