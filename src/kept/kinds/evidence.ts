import { type EvidenceRecord, isEvidence } from '../../schemas/saved-evidence.ts';
import type { SharedKind } from '../kind.ts';
import { join, shared } from '../lineage.ts';
import { newPilot, pilot } from './pilot.ts';

/** An entry of a pilot's register: `<pilot> <entry>`. */
export const evidence: SharedKind<EvidenceRecord> = {
	name: 'evidence',
	prefix: 'evidence ',
	format: 1,
	is: isEvidence,
	upgrade: {},
	join,
	empty: () => ({
		...shared(1)({}),
		name: '',
		number: '',
		date: '',
		kept: '',
		copies: '',
		stamped: false,
		code: '',
		note: '',
	}),
	owner: { kind: pilot, idOf: (id) => id.split(' ')[0] ?? '', begin: newPilot },
};
