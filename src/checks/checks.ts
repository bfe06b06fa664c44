import { type Check, format } from '../schemas/saved-check.ts';
import { forgetLastWords, lastWords } from '../storage/last-words.ts';
import { dropAllNow } from '../storage/now.ts';
import type { Records } from '../storage/records.ts';
import { checksIn, freshId, keys } from './saved.ts';

/* The list of checks on this computer. */

/** What someone calls a check, or what we do where they do not. */
export const nameFor = (said: string): string => said.trim() || '自查';

const now = () => new Date().toISOString();

export async function startCheck(records: Records, rubric: string, name: string): Promise<Check> {
	const at = now();
	const check: Check = { format, id: freshId(), rubric, name: nameFor(name), createdAt: at, updatedAt: at };
	await records.change([], () => [[keys.check(check.id), check]]);
	return check;
}

/** Those that can be read, the one last worked on first. */
export const goodChecks = (all: readonly [string, unknown][]): Check[] =>
	checksIn(all)
		.flatMap((each) => (each.state === 'good' ? [each.value] : []))
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));

const belongsTo = (id: string) => (key: string) =>
	key === keys.check(id) || key === keys.backup(id) || key.startsWith(keys.line(id, ''));

/** Takes a check away with all its lines, and gives what brings it back. */
export async function deleteCheck(records: Records, id: string): Promise<[string, unknown][]> {
	const mine = (await records.all()).filter(([key]) => belongsTo(id)(key));
	await records.change([], () => mine.map(([key]) => [key, undefined]));
	return mine;
}

export const bringBack = (records: Records, entries: [string, unknown][]): Promise<void> =>
	records.change([], () => entries);

export async function copyCheck(records: Records, from: Check): Promise<Check> {
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

export const renameCheck = (records: Records, { id }: Check, name: string): Promise<void> =>
	records.change([keys.check(id)], ([current]) =>
		current ? [[keys.check(id), { ...(current as Check), name: nameFor(name), updatedAt: now() }]] : [],
	);

/** Takes everything away, and gives what brings it back. */
export async function eraseAll(records: Records): Promise<[string, unknown][]> {
	const all = await records.all();
	await records.change([], () => all.map(([key]) => [key, undefined]));
	forgetLastWords(lastWords().map(([key]) => key));
	dropAllNow();
	return all;
}
