import { type FactRecord, isFact } from '../../schemas/saved-pilot.ts';
import type { SharedKind } from '../kind.ts';
import { joinBehind, shared } from '../lineage.ts';
import { newPilot, pilot } from './pilot.ts';

/** One fact of a pilot, known by both: `<pilot> <fact>`. Until 2026-11 all stood in one record (first-edition.ts). */
export const fact: SharedKind<FactRecord> = {
	name: 'facts',
	prefix: 'fact ',
	format: 3,
	is: isFact,
	upgrade: {},
	// What stands here stays in front until someone chooses.
	join: joinBehind,
	empty: () => ({ ...shared(3)({}), said: '' }),
	owner: { kind: pilot, idOf: (id) => id.split(' ')[0] ?? '', begin: newPilot },
};
