import { keys, readCheck } from '../../checks/saved.ts';
import { pilot as pilotKind } from '../../kept/kinds/pilot.ts';
import { ofPilot } from '../../kept/of-pilot.ts';
import { factsIn } from '../../pilots/facts.ts';
import { pilotHere, pilotsIn } from '../../pilots/pilots.ts';
import type { Pilot } from '../../schemas/saved-pilot.ts';
import { deletedAt } from '../../trash/trash.ts';
import type { BroughtFile, BroughtPilot, BroughtRecord } from './read-file.ts';

/* Which pilot here the pilots of files are. */

/** By the id that a pilot has in its file; of one that stays out, nothing. */
export type Homes = ReadonlyMap<string, string>;

export const nowhere = '';

type Stored = ReadonlyMap<string, unknown>;

/** The same pilot; the one whose check it has; the same unit; of a file that names none, the one that someone is at. */
export function homesOf(files: readonly BroughtFile[], stored: Stored): Homes {
	const here = pilotsIn([...stored]);
	const homeOf = (file: BroughtFile, pilot: BroughtPilot): string => {
		if (here.some(({ id }) => id === pilot.id)) return pilot.id;
		const own = file.checks.filter(({ check }) => check.pilot === pilot.id);
		const known = own.flatMap(({ check }) => {
			const found = readCheck(stored.get(keys.check(check.id)));
			return found.state === 'good' ? [found.value.pilot] : [];
		});
		const alike = pilot.unit ? here.find(({ id }) => isSame(pilot, id, stored)) : undefined;
		const unnamed = pilot.unit || pilot.called || here.length === 0 ? undefined : pilotHere([...stored]).id;
		const deleted = deletedAt(pilotKind.prefix + pilot.id, stored) ? nowhere : undefined;
		return known[0] ?? deleted ?? alike?.id ?? unnamed ?? pilot.id;
	};
	return new Map(files.flatMap((file) => file.pilots.map((pilot) => [pilot.id, homeOf(file, pilot)] as const)));
}

function isSame({ unit, called }: BroughtPilot, id: string, stored: Stored): boolean {
	const facts = factsIn(id, (key) => stored.get(key));
	const name = facts.pilot.trim();
	return facts.unit.trim() === unit && (!name || !called || name === called);
}

/** The files as if their pilots were those. */
export const inHomes = (files: readonly BroughtFile[], homes: Homes): BroughtFile[] =>
	files.map((file) => ({
		...file,
		checks: file.checks
			.map((each) => ({
				...each,
				check: { ...each.check, pilot: homes.get(each.check.pilot) ?? each.check.pilot },
			}))
			.filter(({ check }) => check.pilot !== nowhere),
		others: file.others.flatMap((record) => moved(record, homes)),
	}));

function moved(record: BroughtRecord, homes: Homes): BroughtRecord[] {
	const { kind, key, value } = record;
	if (kind !== pilotKind && !ofPilot([kind]).length) return [record];
	const [id = '', ...rest] = key.slice(kind.prefix.length).split(' ');
	const home = homes.get(id) ?? id;
	if (home === nowhere) return [];
	const own = {
		kind,
		key: kind.prefix + [home, ...rest].join(' '),
		value: kind === pilotKind ? { ...(value as Pilot), id: home } : value,
	};
	return [own];
}
