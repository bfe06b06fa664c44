import { freshId } from '../kept/ids.ts';
import { type Entry, readAll } from '../kept/kind.ts';
import { check } from '../kept/kinds/check.ts';
import { line } from '../kept/kinds/line.ts';
import { newPilot, pilot as pilotKind } from '../kept/kinds/pilot.ts';
import { kinds } from '../kept/kinds.ts';
import { ofPilot } from '../kept/of-pilot.ts';
import type { Kept } from '../kept/open.ts';
import { throwAway } from '../trash/trash.ts';
import { factsIn, nameOfPilot } from './facts.ts';
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
	const starts = [
		...ofPilot(kinds).map(({ prefix }) => `${prefix}${pilot} `),
		...checks.map((id) => `${line.prefix}${id} `),
	];
	const keys = [pilotKind.prefix + pilot, ...checks.flatMap((id) => [check.prefix + id, `backup ${id}`])];
	return all.filter(([name]) => keys.includes(name) || starts.some((start) => name.startsWith(start)));
}

/** Takes a pilot away with all that belongs to it, to where it can be had back from; gives under which key. */
export async function deletePilot(records: Kept, id: string): Promise<string> {
	const all = await records.all();
	const kept = new Map(all);
	const mine = belongingTo(id, all).map(([key]) => key);
	const key = await throwAway(records, `试点“${nameOfPilot(factsIn(id, (name) => kept.get(name)))}”`, mine);
	forgetPilot();
	return key;
}
