import { freshId } from '../kept/ids.ts';
import type { Kept } from '../kept/open.ts';
import type { Check } from '../schemas/saved-check.ts';
import { checksIn, keys } from './saved.ts';

/* The checks on this computer: found and begun. */

interface Table {
	id: string;
	digest: string;
}

/** What someone calls a check, or what we do where they do not. */
export const nameFor = (said: string): string => said.trim() || '自查';

/** Begins a check of a table, which it keeps the digest of. */
export async function startCheck(records: Kept, { id: rubric, digest }: Table, name: string): Promise<Check> {
	const at = new Date().toISOString();
	const check: Check = {
		format: 1,
		id: freshId(),
		rubric,
		table: digest,
		name: nameFor(name),
		createdAt: at,
		updatedAt: at,
	};
	await records.change([], () => [[keys.check(check.id), check]]);
	return check;
}

/** Those that can be read, the one last worked on first. */
export const goodChecks = (all: readonly [string, unknown][]): Check[] =>
	checksIn(all)
		.flatMap((each) => (each.state === 'good' ? [each.value] : []))
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
