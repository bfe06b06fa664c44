import { keys } from '../../checks/saved.ts';
import { canonical } from '../../digest.ts';
import { allKinds } from '../../kept/all-kinds.ts';
import { here as hereKey, nameOfBrowser, tick, writerIn } from '../../kept/ids.ts';
import { type Kind, read } from '../../kept/kind.ts';
import type { Kept } from '../../kept/open.ts';
import { forgetNext } from '../../pilots/next-day.ts';
import { bringIn, type Choices, type Job, keysTouched, type Outcome } from './bring-in.ts';
import type { BroughtRecord } from './read-file.ts';

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
	/** What they are called. */
	files: readonly string[];
	jobs: readonly Job[];
	others: readonly BroughtRecord[];
	choices: Choices;
	/** What was stored when it was shown what would change. */
	shown: ReadonlyMap<string, unknown>;
}

/** Since it was shown what would change, another window wrote. */
export class NotAsShown extends Error {}

/** That a line of it was written is no change of a check. */
const isOther = (key: string, shown: unknown, now: unknown): boolean => {
	if (key.startsWith(keys.backup(''))) return false;
	const said = (value: unknown) =>
		key.startsWith(keys.check('')) ? canonical({ ...(value as object), updatedAt: '' }) : canonical(value);
	return (shown === undefined) !== (now === undefined) || said(shown) !== said(now);
};

export async function carryOut(records: Kept, { files, jobs, others, choices, shown }: Wanted): Promise<Outcome> {
	const backups = [...new Set(jobs.map(({ into }) => keys.backup(into)))];
	const touched = [...keysTouched(jobs, others), ...backups];
	const now = new Date();
	let outcome: Outcome | undefined;
	await records.change([...touched, hereKey], (current) => {
		const stored = new Map(touched.map((key, i) => [key, current[i]]));
		const browser = nameOfBrowser(current[touched.length]);
		if (touched.some((key) => isOther(key, shown.get(key), stored.get(key)))) throw new NotAsShown();
		outcome = bringIn(stored, { jobs, others, choices, now: new Date(tick(now.getTime())), here: writerIn(browser) });
		const outdated = backupsOf(outcome.entries.map(([key]) => key));
		const entries: [string, unknown][] = [
			...outcome.entries,
			...outdated.map((key): [string, unknown] => [key, undefined]),
		];
		const before: Before = {
			at: now.toISOString(),
			files: [...files],
			changed: entries.map(([key, became]) => ({ key, was: stored.get(key), became })),
		};
		return [...entries, [hereKey, browser], [keys.before, before]];
	});
	forgetNext();
	if (!outcome) throw new Error('nothing was worked out');
	return outcome;
}

/** Where it is noted when the checks of these records were last taken away. */
const backupsOf = (changed: readonly string[]): string[] => [
	...new Set(changed.flatMap((key) => /^(?:check|line) (\S+)/.exec(key)?.[1] ?? []).map(keys.backup)),
];

export async function lastImport(records: Kept): Promise<Before | undefined> {
	const stored = (await records.get(keys.before)) as Before | undefined;
	return stored && Array.isArray(stored.changed) && Array.isArray(stored.files) ? stored : undefined;
}

/** Puts back what an import changed; what was worked on since stays, and is counted. */
export async function undo(records: Kept, { changed }: Before): Promise<{ stayed: number }> {
	let stayed = 0;
	const kindOf = (key: string): Kind | undefined => allKinds.find(({ prefix }) => key.startsWith(prefix));
	/** What was kept by an older build is what it has become. */
	const asNow = (key: string, value: unknown) => {
		const kind = kindOf(key);
		const found = kind && read(kind, value);
		return found?.state === 'good' ? found.value : value;
	};
	await records.change(
		changed.map(({ key }) => key),
		(current) => {
			const back = changed.filter(
				({ key, became }, i) => canonical(asNow(key, current[i])) === canonical(asNow(key, became)),
			);
			const worked = changed.filter((each) => !back.includes(each)).map(({ key }) => key);
			stayed = worked.filter((key) => kindOf(key) !== undefined && !key.startsWith(keys.check(''))).length;
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
	forgetNext();
	return { stayed };
}
