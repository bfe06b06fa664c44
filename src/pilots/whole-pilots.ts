import { freshId } from '../kept/ids.ts';
import { type Entry, readAll } from '../kept/kind.ts';
import { check } from '../kept/kinds/check.ts';
import { fact } from '../kept/kinds/fact.ts';
import { line } from '../kept/kinds/line.ts';
import { newPilot, pilot as pilotKind } from '../kept/kinds/pilot.ts';
import { walk } from '../kept/kinds/walk.ts';
import type { Kept } from '../kept/open.ts';
import { forgetPilot, openPilot } from './pilots.ts';

/* What can be done with whole pilots: begun beside others, taken away and brought back. */

/** A new one beside those that there are. */
export async function startPilot(records: Kept): Promise<string> {
	const id = freshId();
	await records.change([], () => [[pilotKind.prefix + id, newPilot(id)]]);
	openPilot(id, await records.all());
	return id;
}

/** All that is kept of a pilot. */
export function belongingTo(pilot: string, all: readonly Entry[]): Entry[] {
	const checks = [...readAll(check, all)].flatMap(([id, found]) =>
		found.state === 'good' && found.value.pilot === pilot ? [id] : [],
	);
	const starts = [`${fact.prefix}${pilot} `, `${walk.prefix}${pilot} `, ...checks.map((id) => `${line.prefix}${id} `)];
	const keys = [pilotKind.prefix + pilot, ...checks.flatMap((id) => [check.prefix + id, `backup ${id}`])];
	return all.filter(([name]) => keys.includes(name) || starts.some((start) => name.startsWith(start)));
}

/** Takes a pilot away with all that belongs to it, and gives what brings it back. */
export async function deletePilot(records: Kept, id: string): Promise<Entry[]> {
	const mine = belongingTo(id, await records.all());
	await records.change([], () => mine.map(([name]) => [name, undefined]));
	forgetPilot();
	return mine;
}
