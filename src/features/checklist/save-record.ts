import { textOfWalk } from '../../checks/walk-file.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';
import type { Walk } from './walk-session.ts';

/** Everything on this page as a file, stored or not. */
export function saveRecord(walk: Walk): void {
	const entries = Object.entries(walk);
	const text = textOfWalk(
		Object.fromEntries(entries.flatMap(([clause, { record, unreadable }]) => (unreadable ? [] : [[clause, record]]))),
		Object.fromEntries(entries.flatMap(([clause, { unreadable }]) => (unreadable ? [[clause, unreadable.raw]] : []))),
	);
	download({ unit: '', table: '现场检查', check: '', what: '记录', day: today(), ending: 'json' }, json(text));
}
