import type { LineRecord, Profile } from '../schemas/saved-check.ts';
import { forgetLastWords, lastWords } from '../storage/last-words.ts';
import type { Records } from '../storage/records.ts';
import { written } from './lineage.ts';
import { merge } from './merge.ts';
import { emptyProfile, freshId, keys, readLine, readProfile } from './saved.ts';
import { type Said, storeWalk } from './walk.ts';

/* What pages write while they go away, and how the next page stores it. */

export interface LeavingLine {
	check: string;
	line: string;
	base: LineRecord;
	mine: LineRecord;
}

interface LeavingProfile {
	profile: Partial<Profile>;
}

export interface LeavingWalk {
	/** The clause that tells the problem. */
	walk: string;
	said: Said;
}

type Leaving = LeavingLine | LeavingProfile | LeavingWalk;

/** Named when it first writes; erased with everything else. */
export const nameOfBrowser = (stored: unknown): string => (typeof stored === 'string' ? stored : freshId());

const now = () => new Date().toISOString();

/** Stores it; tells whether there was any. */
export async function absorbLeaving(records: Records): Promise<boolean> {
	const left = lastWords();
	for (const [key, raw] of left) {
		await absorb(records, raw as Leaving);
		forgetLastWords([key]);
	}
	return left.length > 0;
}

function absorb(records: Records, left: Leaving): Promise<unknown> {
	if ('profile' in left) return absorbProfile(records, left);
	if ('walk' in left) return storeWalk(records, left.walk, left.said);
	return absorbLine(records, left);
}

/** When to look for the last words of the page before, in milliseconds. */
const lastWordsCome = [200, 800, 2500];

/** A page may say its last words only after the next one has begun to look. */
export function awaitLeaving(records: Records, found: () => void): void {
	for (const after of lastWordsCome)
		setTimeout(() => {
			absorbLeaving(records).then(
				(any) => any && found(),
				() => undefined,
			);
		}, after);
}

const absorbLine = (records: Records, { check, line, base, mine }: LeavingLine): Promise<void> =>
	records.change([keys.line(check, line), keys.check(check), keys.here], ([stored, owner, here]) => {
		const found = stored === undefined ? ({ state: 'good', value: base } as const) : readLine(stored);
		// A line that cannot be read is not written over.
		if (found.state !== 'good' || owner === undefined) return [];
		const merged = merge(base, found.value, mine, now());
		return [[keys.line(check, line), written(found.value, merged, nameOfBrowser(here), Date.now())]];
	});

export const absorbProfile = (records: Records, { profile }: LeavingProfile): Promise<void> =>
	records.change([keys.profile], ([current]) => {
		const read = readProfile(current ?? emptyProfile());
		// One that cannot be read is not written over; its fields are shut where it is shown.
		return read.state === 'good' ? [[keys.profile, { ...read.value, ...profile }]] : [];
	});
