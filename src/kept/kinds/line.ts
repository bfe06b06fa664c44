import { isLineRecord, type LineRecord } from '../../schemas/saved-check.ts';
import type { SharedKind } from '../kind.ts';
import { cited } from '../line-papers.ts';
import { join } from '../lineage.ts';
import { check } from './check.ts';

/** What is said about one line of a check, or about a veto or a condition; known by both: `<check> <line>`. */
export const line: SharedKind<LineRecord> = {
	name: 'lines',
	prefix: 'line ',
	format: 2,
	is: isLineRecord,
	// Until 2026-12 a line had its papers in it (first-papers.ts).
	upgrade: { 1: cited },
	join,
	empty: () => ({
		format: 2,
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
