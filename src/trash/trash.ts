import { freshId } from '../kept/ids.ts';
import type { Entry } from '../kept/kind.ts';
import type { Kept } from '../kept/open.ts';
import { list, only, shape, text, when } from '../schemas/sound.ts';

/* What was deleted, kept aside until it is emptied or thirty days have gone; no part of any file. */

const prefix = 'trash ';

const days = 30;

export interface Trash {
	format: 1;
	at: string;
	/** What it was, in words. */
	what: string;
	entries: Entry[];
}

const isTrash = shape({ format: only(1), at: when, what: text, entries: list(Array.isArray) }) as (
	raw: unknown,
) => raw is Trash;

export interface Thrown extends Trash {
	key: string;
}

/** The last first. */
export const trashIn = (all: readonly Entry[]): Thrown[] =>
	all
		.flatMap(([key, value]) => (key.startsWith(prefix) && isTrash(value) ? [{ ...value, key }] : []))
		.sort((a, b) => b.at.localeCompare(a.at));

/** Takes records away, to where they can be had back from; gives under which key. */
export async function throwAway(records: Kept, what: string, keys: readonly string[]): Promise<string> {
	const key = prefix + freshId();
	await records.change(keys, (current) => {
		const entries = keys.flatMap((name, i): Entry[] => (current[i] === undefined ? [] : [[name, current[i]]]));
		const thrown: Trash = { format: 1, at: new Date().toISOString(), what, entries };
		return [...entries.map(([name]): Entry => [name, undefined]), [key, thrown]];
	});
	return key;
}

export const emptyTrash = (records: Kept, keys: readonly string[]): Promise<void> =>
	records.change([], () => keys.map((key) => [key, undefined]));

/** What has lain there too long goes. */
export async function clearOutdated(records: Kept, now = Date.now()): Promise<void> {
	const old = trashIn(await records.all()).filter(({ at }) => now - Date.parse(at) > days * 24 * 60 * 60 * 1000);
	if (old.length > 0)
		await emptyTrash(
			records,
			old.map(({ key }) => key),
		).catch(() => undefined);
}

/** When something was deleted that is to come in again; undefined where it was not, or is here. */
export const deletedAt = (key: string, stored: ReadonlyMap<string, unknown>): string | undefined =>
	stored.has(key) ? undefined : trashIn([...stored]).find(({ entries }) => entries.some(([name]) => name === key))?.at;
