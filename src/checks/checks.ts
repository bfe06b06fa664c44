import { freshId } from '../kept/ids.ts';
import type { Kept } from '../kept/open.ts';
import type { Check } from '../schemas/saved-check.ts';
import { checksIn, keys } from './saved.ts';

/* The checks on this computer: found and begun. */

/** What someone calls a check, or what we do where they do not. */
export const nameFor = (said: string): string => said.trim() || '自查';

export async function startCheck(records: Kept, rubric: string, name: string): Promise<Check> {
	const at = new Date().toISOString();
	const check: Check = { format: 1, id: freshId(), rubric, name: nameFor(name), createdAt: at, updatedAt: at };
	await records.change([], () => [[keys.check(check.id), check]]);
	return check;
}

/** Those that can be read, the one last worked on first. */
export const goodChecks = (all: readonly [string, unknown][]): Check[] =>
	checksIn(all)
		.flatMap((each) => (each.state === 'good' ? [each.value] : []))
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
