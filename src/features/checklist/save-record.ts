import { keys } from '../../checks/saved.ts';
import { trust } from '../../kept/doubt.ts';
import { textOfKind } from '../../kept/kind-file.ts';
import { walk as walkKind } from '../../kept/kinds/walk.ts';
import type { Kept } from '../../kept/open.ts';
import { takenNow } from '../../kept/taken.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';
import type { WalkProblem } from './problems.ts';
import type { Walk } from './walk-session.ts';
import { walkInWords } from './walk-words.ts';

/** Everything on this page as a file, stored or not. */
export function saveRecord(records: Kept, problems: readonly WalkProblem[], walk: Walk): void {
	const entries = Object.entries(walk);
	const text = textOfKind(
		walkKind,
		Object.fromEntries(entries.flatMap(([clause, { record, unreadable }]) => (unreadable ? [] : [[clause, record]]))),
		Object.fromEntries(entries.flatMap(([clause, { unreadable }]) => (unreadable ? [[clause, unreadable.raw]] : []))),
	);
	const day = today();
	const words = walkInWords({ title: '现场检查记录', unit: '', today: day, problems, walk });
	const saved = download({ unit: '', table: '现场检查', check: '', what: '记录', day, ending: 'json' }, json(text), {
		words,
	});
	if (!saved) return;
	trust();
	const taken = takenNow(Object.fromEntries(entries.map(([clause, { record }]) => [clause, record])));
	// A note for the eye; the file itself is safe.
	records.change([], () => [[keys.backup(walkKind.name), taken]]).catch(() => undefined);
}
