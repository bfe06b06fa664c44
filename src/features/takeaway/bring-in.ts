import { canonical, holds, join, openRivals, written } from '../../checks/lineage.ts';
import { emptyProfile, keys, readCheck, readLine, readProfile } from '../../checks/saved.ts';
import type { Check, LineRecord, Profile } from '../../schemas/saved-check.ts';
import type { BroughtFile, Incoming } from './read-file.ts';

/* What bringing files in would change: worked out for the preview, and again inside the transaction that does it. */

/** A check of a file, and where it goes. */
export interface Job {
	file: string;
	incoming: Incoming;
	/** The check here that it is brought into; a new one where there is none of that id. */
	into: string;
	/** What a new one is called, if not as in the file. */
	name?: string | undefined;
}

/** What becomes of a line. */
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

/** A line that was written on both sides, newest first, whether or not someone has chosen. */
export interface Conflict {
	check: string;
	line: string;
	versions: LineRecord[];
}

export interface Outcome {
	jobs: JobFate[];
	conflicts: Conflict[];
	/** Of the unit: taken from a file, or left as it is here although a file says otherwise. */
	profile: 'taken' | 'differs' | 'same';
	entries: [string, unknown][];
}

/** Which version stands, by check and line; without one all are kept until someone chooses. */
export type Choices = ReadonlyMap<string, LineRecord>;

export const choiceKey = ({ check, line }: Pick<Conflict, 'check' | 'line'>): string => `${check} ${line}`;

interface Given {
	jobs: readonly Job[];
	profile: Profile | undefined;
	choices: Choices;
	now: Date;
	/** The name of this browser, for what is chosen here. */
	here: string;
}

/** All records that bringing in may read or write. */
export const keysTouched = (jobs: readonly Job[]): string[] => [
	...new Set([
		keys.profile,
		...jobs.flatMap(({ incoming: { lines, unreadable }, into }) => [
			keys.check(into),
			...[...lines.keys(), ...unreadable.keys()].map((line) => keys.line(into, line)),
		]),
	]),
];

export function bringIn(stored: ReadonlyMap<string, unknown>, given: Given): Outcome {
	const after = new Map<string, unknown>();
	const at = (key: string) => (after.has(key) ? after.get(key) : stored.get(key));
	const jobs = given.jobs.map((job): JobFate => {
		const here = at(keys.check(job.into));
		const known = here === undefined ? undefined : readCheck(here);
		// A check that cannot be read here stays as it is, with its lines.
		if (known && known.state !== 'good')
			return {
				job,
				lines: [...job.incoming.lines.keys(), ...job.incoming.unreadable.keys()].map((line) => ({
					line,
					fate: 'blocked',
				})),
			};
		const joined = joinChecks(known?.value, job);
		after.set(keys.check(job.into), joined);
		return {
			job,
			...(known && known.value.name !== joined.name && { renamed: { from: known.value.name, to: joined.name } }),
			lines: [
				...Array.from(job.incoming.lines, ([line, theirs]) => {
					const key = keys.line(job.into, line);
					const { fate, record } = bringLine(at(key), theirs);
					if (record) after.set(key, record);
					return { line, fate };
				}),
				...Array.from(job.incoming.unreadable, ([line, raw]): LineFate => {
					const key = keys.line(job.into, line);
					if (at(key) !== undefined) return { line, fate: canonical(at(key)) === canonical(raw) ? 'known' : 'blocked' };
					after.set(key, raw);
					return { line, fate: 'new' };
				}),
			],
		};
	});
	const conflicts = conflictsIn(jobs, at);
	for (const conflict of conflicts) {
		const chosen = given.choices.get(choiceKey(conflict));
		const key = keys.line(conflict.check, conflict.line);
		const joined = at(key) as LineRecord;
		if (chosen) after.set(key, choose(joined, chosen, given.here, given.now));
	}
	return {
		jobs,
		conflicts,
		profile: bringProfile(at(keys.profile), given.profile, after),
		entries: [...after].filter(([key, value]) => canonical(value) !== canonical(stored.get(key))),
	};
}

function bringLine(raw: unknown, theirs: LineRecord): { fate: Fate; record?: LineRecord } {
	if (raw === undefined) return { fate: 'new', record: theirs };
	const mine = readLine(raw);
	if (mine.state !== 'good') return { fate: 'blocked' };
	if (holds(mine.value, theirs)) return { fate: 'known' };
	const record = join(mine.value, theirs);
	const more = openRivals(record).length > openRivals(mine.value).length;
	return { fate: more ? 'both' : 'newer', record };
}

function conflictsIn(jobs: readonly JobFate[], at: (key: string) => unknown): Conflict[] {
	const touched = new Map(
		jobs.flatMap(({ job: { into }, lines }) => lines.map(({ line }) => [`${into} ${line}`, { check: into, line }])),
	);
	return [...touched.values()].flatMap(({ check, line }) => {
		const read = readLine(at(keys.line(check, line)));
		if (read.state !== 'good') return [];
		const rivals = openRivals(read.value);
		return rivals.length > 0 ? [{ check, line, versions: [read.value, ...rivals] }] : [];
	});
}

/** One version stands, knowing of all others. */
export function choose(record: LineRecord, chosen: LineRecord, here: string, now: Date): LineRecord {
	const { version: _, seen: __, rivals: ___, ...said } = chosen;
	return written(record, { ...said, updatedAt: now.toISOString() } as LineRecord, here, now.getTime());
}

/** The whole table goes before a part of it, then the newer one: the same whichever comes first. */
function joinChecks(known: Check | undefined, { incoming, into, name }: Job): Check {
	const theirs = { ...incoming.check, id: into, ...(name !== undefined && { name }) };
	if (!known) return theirs;
	const rank = ({ part, updatedAt, name: called }: Check) => `${part ? 0 : 1} ${updatedAt} ${called}`;
	const [first, second] = rank(known) >= rank(theirs) ? [known, theirs] : [theirs, known];
	const part = known.part && theirs.part && [...new Set([...known.part, ...theirs.part])].sort();
	return {
		...withoutPart(second),
		...withoutPart(first),
		...(part && { part }),
		createdAt: earlier(known.createdAt, theirs.createdAt),
		updatedAt: later(known.updatedAt, theirs.updatedAt),
	};
}

const withoutPart = ({ part: _, ...rest }: Check) => rest;

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a < b ? b : a);

function bringProfile(raw: unknown, theirs: Profile | undefined, after: Map<string, unknown>): Outcome['profile'] {
	const mine = readProfile(raw);
	const blank = canonical(emptyProfile());
	if (!theirs || canonical(theirs) === blank) return 'same';
	if (mine.state === 'good' && canonical(mine.value) === canonical(theirs)) return 'same';
	if (raw !== undefined && (mine.state !== 'good' || canonical(mine.value) !== blank)) return 'differs';
	after.set(keys.profile, theirs);
	return 'taken';
}

/** Where the checks of a file go unless someone says otherwise: where they came from. */
export const jobsOf = ({ name, checks }: BroughtFile): Job[] =>
	checks.map((incoming) => ({ file: name, incoming, into: incoming.check.id }));

/** What the files say of the unit; of several the first in no one's order but the alphabet's. */
export function profileOf(files: readonly BroughtFile[]): Profile | undefined {
	const said = files
		.flatMap(({ profile }) => profile ?? [])
		.filter((each) => canonical(each) !== canonical(emptyProfile()));
	return said.sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))[0];
}
