import { computed } from 'nanostores';
import { clear } from '../../kept/clear.ts';
import { type Fate, keep } from '../../kept/engine.ts';
import type { Unread } from '../../kept/kind.ts';
import { walk as walkKind } from '../../kept/kinds/walk.ts';
import type { Kept } from '../../kept/open.ts';
import type { Here } from '../../pilots/pilots.ts';
import type { WalkRecord } from '../../schemas/saved-walk.ts';

/** What this page knows of one problem. */
export interface Entry {
	record: WalkRecord;
	/** What is stored and cannot be read; nothing is written over it. */
	unreadable?: Unread | undefined;
	fate?: Fate | undefined;
}

export type Walk = Readonly<Record<string, Entry>>;

export type WalkSession = Awaited<ReturnType<typeof openWalk>>;

/** The walk of a pilot, open on this page: every problem that it asks about, said or not. */
export async function openWalk(records: Kept, clauses: readonly string[], pilot: Here) {
	const scope = `${pilot.id} `;
	const findings = await keep(records, walkKind, scope, pilot.begins);
	const blank = walkKind.empty();
	let last: Walk = {};
	const $walk = computed([findings.$entries, findings.$fates, findings.unreadable], (entries, fates, unreadable) => {
		last = Object.fromEntries(
			clauses.map((clause) => {
				const now: Entry = {
					record: entries[clause] ?? blank,
					unreadable: unreadable[clause],
					fate: fates[clause],
				};
				const was = last[clause];
				const same = was?.record === now.record && was.unreadable === now.unreadable && was.fate === now.fate;
				return [clause, same && was ? was : now];
			}),
		);
		return last;
	});
	return { ...findings, pilot: pilot.id, $walk, clear: () => clear(records, walkKind, findings, scope) };
}
