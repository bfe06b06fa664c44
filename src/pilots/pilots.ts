import { freshId } from '../kept/ids.ts';
import { type Entry, readAll } from '../kept/kind.ts';
import { pilot as pilotKind } from '../kept/kinds/pilot.ts';
import type { Pilot } from '../schemas/saved-pilot.ts';
import { readAtOnce, writeAtOnce } from '../storage/at-once.ts';
import { factsIn, nameOfPilot } from './facts.ts';

/* The pilots on this computer, and the one that someone is at. */

/** Also read by the home page, which opens no database (mount-unfinished.ts). */
export const key = 'pilot';

export interface LastOpened {
	id?: string;
	next?: { name: string; by: string; planned: boolean };
}

/** Those that can be read, the one last worked on first. */
export const pilotsIn = (all: readonly Entry[]): Pilot[] =>
	[...readAll(pilotKind, all).values()]
		.flatMap((each) => (each.state === 'good' ? [each.value] : []))
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));

export interface Here {
	id: string;
	/** There is none yet: it comes with the first thing that is said. */
	begins: boolean;
}

/** The pilot that a page is about: the one asked for, the one last opened, the one last worked on. */
export function pilotHere(all: readonly Entry[], asked?: string | null): Here {
	const pilots = pilotsIn(all);
	const last = readAtOnce(key) as LastOpened | undefined;
	const found = [asked, last?.id].flatMap((id) => pilots.find((each) => each.id === id) ?? [])[0] ?? pilots[0];
	if (found) return { id: found.id, begins: false };
	const id = last?.id ?? freshId();
	// Two windows that both begin it begin the same.
	writeAtOnce(key, { id });
	return { id, begins: true };
}

/** The one that new things go to from now on. */
export function openPilot(id: string, all: readonly Entry[]): void {
	const kept = new Map(all);
	const pilots = pilotsIn(all);
	if (!pilots.some((each) => each.id === id)) return;
	const facts = factsIn(id, (name) => kept.get(name));
	const last = readAtOnce(key) as LastOpened | undefined;
	const next = last?.id === id ? last.next : undefined;
	writeAtOnce(key, { id, name: nameOfPilot(facts), more: pilots.length - 1, next });
}

/** Nobody is at one any more. */
export const forgetPilot = (): boolean => writeAtOnce(key, undefined);
