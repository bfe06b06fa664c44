import { nameOfBrowser } from '../../checks/leaving.ts';
import { canonical } from '../../checks/lineage.ts';
import { keys } from '../../checks/saved.ts';
import type { Profile } from '../../schemas/saved-check.ts';
import type { Change, Records } from '../../storage/records.ts';
import { bringIn, type Choices, type Job, keysTouched, type Outcome } from './bring-in.ts';

/*
 * Brings files in, in one transaction together with what is needed to undo it. What comes in is often
 * older than the last backup and yet not in it, so a check that is changed counts as not backed up.
 */

/** What the last import changed; kept until the next one. */
export interface Before {
	at: string;
	files: string[];
	changed: { key: string; was: unknown; became: unknown }[];
}

interface Wanted {
	jobs: readonly Job[];
	profile: Profile | undefined;
	choices: Choices;
}

export async function carryOut(records: Records, { jobs, profile, choices }: Wanted): Promise<Outcome> {
	const backups = [...new Set(jobs.map(({ into }) => keys.backup(into)))];
	const touched = [...keysTouched(jobs), ...backups];
	const now = new Date();
	let outcome: Outcome | undefined;
	await records.change([...touched, keys.here], (current) => {
		const stored = new Map(touched.map((key, i) => [key, current[i]]));
		const here = nameOfBrowser(current[touched.length]);
		outcome = bringIn(stored, { jobs, profile, choices, now, here });
		const outdated = backupsOf(outcome.entries.map(([key]) => key));
		const entries: Change = [...outcome.entries, ...outdated.map((key): [string, unknown] => [key, undefined])];
		const before: Before = {
			at: now.toISOString(),
			files: [...new Set(jobs.map(({ file }) => file))],
			changed: entries.map(([key, became]) => ({ key, was: stored.get(key), became })),
		};
		return [...entries, [keys.here, here], [keys.before, before]];
	});
	if (!outcome) throw new Error('nothing was worked out');
	return outcome;
}

/** Where it is noted when the checks of these records were last taken away. */
const backupsOf = (changed: readonly string[]): string[] => [
	...new Set(changed.flatMap((key) => /^(?:check|line) (\S+)/.exec(key)?.[1] ?? []).map(keys.backup)),
];

export async function lastImport(records: Records): Promise<Before | undefined> {
	const stored = (await records.get(keys.before)) as Before | undefined;
	return stored && Array.isArray(stored.changed) && Array.isArray(stored.files) ? stored : undefined;
}

/** Puts back what an import changed; what was worked on since stays, and is counted. */
export async function undo(records: Records, { changed }: Before): Promise<{ stayed: number }> {
	let stayed = 0;
	await records.change(
		changed.map(({ key }) => key),
		(current) => {
			const back = changed.filter(({ became }, i) => canonical(current[i]) === canonical(became));
			const worked = changed.filter((each) => !back.includes(each)).map(({ key }) => key);
			stayed = worked.filter((key) => key.startsWith('line ')).length;
			const needed = (key: string) => worked.some((line) => line.startsWith(`line ${key.slice('check '.length)} `));
			// A check whose lines were worked on since is not taken away from under them.
			const put = back.filter(({ key, was }) => was !== undefined || !needed(key));
			const backups = backupsOf(put.map(({ key }) => key));
			const standsAgain = (key: string) => !key.startsWith(keys.backup('')) || backups.includes(key);
			return [
				...put.filter(({ key }) => standsAgain(key)).map(({ key, was }): [string, unknown] => [key, was]),
				// A backup made since holds what is taken back.
				...worked.filter((key) => backups.includes(key)).map((key): [string, unknown] => [key, undefined]),
				[keys.before, undefined],
			];
		},
	);
	return { stayed };
}
