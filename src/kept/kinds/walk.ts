import { isWalkRecord, type WalkRecord } from '../../schemas/saved-walk.ts';
import type { SharedKind } from '../kind.ts';
import { join, shared } from '../lineage.ts';
import { newPilot, pilot } from './pilot.ts';

/** What was found on a pilot's walk through its service hall about a common problem: `<pilot> <clause that tells it>`. */
export const walk: SharedKind<WalkRecord> = {
	name: 'walks',
	prefix: 'walk ',
	format: 3,
	is: isWalkRecord,
	// Until 2026-11 what one window wrote replaced what the other had.
	// And until the second edition there was one walk (first-edition.ts).
	upgrade: { 1: shared(2), 2: shared(3) },
	join,
	empty: () => ({ ...shared(3)({}), finding: 'open', who: '', due: '', note: '' }),
	owner: { kind: pilot, idOf: (id) => id.split(' ')[0] ?? '', begin: newPilot },
};
