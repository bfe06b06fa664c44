import { freshId } from '../kept/ids.ts';
import type { Entry } from '../kept/kind.ts';
import { newPilot, pilot as pilotKind } from '../kept/kinds/pilot.ts';
import type { Kept } from '../kept/open.ts';
import { pilotHere } from '../pilots/pilots.ts';
import type { Check } from '../schemas/saved-check.ts';
import { checksIn, keys } from './saved.ts';

/* The checks on this computer: found and begun. */

interface Table {
	id: string;
	digest: string;
}

/** What someone calls a check, or what we do where they do not. */
export const nameFor = (said: string): string => said.trim() || '自查';

/** Begins a check of a table, which it keeps the digest of, in the pilot that someone is at. */
export async function startCheck(records: Kept, { id: rubric, digest }: Table, name: string): Promise<Check> {
	const at = new Date().toISOString();
	const pilot = pilotHere(await records.all());
	const check: Check = {
		format: 2,
		id: freshId(),
		pilot: pilot.id,
		rubric,
		table: digest,
		name: nameFor(name),
		createdAt: at,
		updatedAt: at,
	};
	await records.change([], () => [
		[keys.check(check.id), check],
		...(pilot.begins ? [[pilotKind.prefix + pilot.id, newPilot(pilot.id, at)] as Entry] : []),
	]);
	return check;
}

/** Says who fills a part in. */
export const signCheck = (records: Kept, id: string, by: string): Promise<void> =>
	records.change([keys.check(id)], ([stored]) =>
		stored === undefined ? [] : [[keys.check(id), { ...(stored as Check), by, updatedAt: new Date().toISOString() }]],
	);

/** Those that can be read, the one last worked on first. */
export const goodChecks = (all: readonly [string, unknown][]): Check[] =>
	checksIn(all)
		.flatMap((each) => (each.state === 'good' ? [each.value] : []))
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
