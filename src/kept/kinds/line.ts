import { isLineRecord, type LineRecord } from '../../schemas/saved-check.ts';
import type { SharedKind } from '../kind.ts';
import { join } from '../lineage.ts';
import { check } from './check.ts';

/** What is said about one line of a check, or about a veto or a condition; known by both: `<check> <line>`. */
export const line: SharedKind<LineRecord> = {
	name: 'lines',
	prefix: 'line ',
	format: 1,
	is: isLineRecord,
	upgrade: {},
	join,
	empty: () => ({
		format: 1,
		reason: '',
		note: '',
		papers: [],
		later: false,
		setAside: [],
		updatedAt: new Date(0).toISOString(),
	}),
	owner: { kind: check, idOf: (id) => id.split(' ')[0] ?? '' },
	lists: { papers: 'paper' },
};
