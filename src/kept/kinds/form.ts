import { type FormRecord, isFormRecord } from '../../schemas/saved-form.ts';
import type { SharedKind } from '../kind.ts';
import { joinBehind, shared } from '../lineage.ts';
import { newPilot, pilot } from './pilot.ts';

/** What is said in one field of a pilot's form: `<pilot> <form> <field>`. */
export const form: SharedKind<FormRecord> = {
	name: 'forms',
	prefix: 'form ',
	format: 1,
	is: isFormRecord,
	upgrade: {},
	// What stands here stays in front until someone chooses.
	join: joinBehind,
	empty: () => ({ ...shared(1)({}), said: '', drafted: '', rows: [] }),
	lists: { rows: 'row' },
	owner: { kind: pilot, idOf: (id) => id.split(' ')[0] ?? '', begin: newPilot },
};
