import { forgetAllLastWords } from '../kept/engine.ts';
import { freshId } from '../kept/ids.ts';
import { dropAllNow } from '../kept/now.ts';
import type { Kept } from '../kept/open.ts';
import type { Check } from '../schemas/saved-check.ts';
import { throwAway } from '../trash/trash.ts';
import { nameFor } from './checks.ts';
import { keys } from './saved.ts';

/* What can be done with whole checks: taken away and brought back, copied, renamed, erased. */

const now = () => new Date().toISOString();

const belongsTo = (id: string) => (key: string) =>
	key === keys.check(id) || key === keys.backup(id) || key.startsWith(keys.line(id, ''));

/** Takes a check away with all its lines, to where it can be had back from; gives under which key. */
export async function deleteCheck(records: Kept, { id, name }: Check): Promise<string> {
	const mine = (await records.all()).map(([key]) => key).filter(belongsTo(id));
	return throwAway(records, `自查“${name}”`, mine);
}

export const bringBack = (records: Kept, entries: [string, unknown][]): Promise<void> =>
	records.change([], () => entries);

export async function copyCheck(records: Kept, from: Check): Promise<Check> {
	const id = freshId();
	const at = now();
	const copy: Check = { ...from, id, name: `${from.name}（副本）`, createdAt: at, updatedAt: at };
	const start = keys.line(from.id, '');
	const lines = (await records.all()).filter(([key]) => key.startsWith(start));
	await records.change([], () => [
		[keys.check(id), copy],
		...lines.map(([key, value]): [string, unknown] => [keys.line(id, key.slice(start.length)), value]),
	]);
	return copy;
}

export const renameCheck = (records: Kept, { id }: Check, name: string): Promise<void> =>
	records.change([keys.check(id)], ([current]) =>
		current ? [[keys.check(id), { ...(current as Check), name: nameFor(name), updatedAt: now() }]] : [],
	);

/** Takes everything away, and gives what brings it back. */
export async function eraseAll(records: Kept): Promise<[string, unknown][]> {
	const all = await records.all();
	await records.change([], () => all.map(([key]) => [key, undefined]));
	forgetAllLastWords();
	dropAllNow();
	return all;
}
