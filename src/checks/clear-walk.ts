import type { Records } from '../storage/records.ts';
import { isWalk, readWalk } from './walk.ts';

/** Takes all of it away, and gives what brings it back. */
export async function clearWalks(records: Records): Promise<[string, unknown][]> {
	const mine = (await records.all()).filter(isWalk);
	await records.change([], () => mine.map(([key]) => [key, undefined]));
	return mine;
}

/** What was said since stands over what was taken away. */
export const bringWalksBack = (records: Records, taken: readonly [string, unknown][]): Promise<void> =>
	records.change(
		taken.map(([key]) => key),
		(current) => taken.map(([key, old], i) => [key, together(old, current[i])]),
	);

function together(old: unknown, since: unknown): unknown {
	if (since === undefined) return old;
	const [before, after] = [readWalk(old), readWalk(since)];
	if (before.state !== 'good' || after.state !== 'good') return since;
	const said = Object.entries(after.value).filter(([, value]) => value !== '' && value !== 'open');
	return { ...before.value, ...Object.fromEntries(said) };
}
