import { isWalkRecord, type WalkRecord } from '../../schemas/saved-walk.ts';
import type { SharedKind } from '../kind.ts';
import { join, shared } from '../lineage.ts';

/** What was found on a walk through the service hall about a common problem, by the clause that tells it. */
export const walk: SharedKind<WalkRecord> = {
	name: 'walks',
	prefix: 'walk ',
	format: 2,
	is: isWalkRecord,
	// Until 2026-11 what one window wrote replaced what the other had.
	upgrade: { 1: shared(2) },
	join,
	empty: () => ({ ...shared(2)({}), finding: 'open', who: '', due: '', note: '' }),
};
