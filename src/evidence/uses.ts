import { goodChecks } from '../checks/checks.ts';
import { linesOf } from '../checks/saved.ts';
import { type Entry, goodOf } from '../kept/kind.ts';
import type { Check } from '../schemas/saved-check.ts';
import { type Register, standsFor } from './papers.ts';

/** A line that cites an entry. */
export interface Use {
	check: Check;
	line: string;
}

/** Where each entry of a pilot's register is cited, by its id; of one that is another, there. */
export function usesIn(all: readonly Entry[], pilot: string, register: Register): ReadonlyMap<string, Use[]> {
	const uses = new Map<string, Use[]>();
	for (const check of goodChecks(all).filter((each) => each.pilot === pilot))
		for (const [line, { papers }] of Object.entries(goodOf(linesOf(all, check.id))))
			for (const id of new Set(papers.map((cite) => standsFor(cite.id, register))))
				uses.set(id, [...(uses.get(id) ?? []), { check, line }]);
	return uses;
}

/** Cited, and in the register no more. */
export const missing = (uses: ReadonlyMap<string, readonly Use[]>, register: Register): string[] =>
	[...uses.keys()].filter((id) => register[id] === undefined || register[id]?.gone === true);
