import { keys } from '../../checks/saved.ts';
import { asText } from '../../kept/backup.ts';
import { trust } from '../../kept/doubt.ts';
import { newPilot } from '../../kept/kinds/pilot.ts';
import { walk as walkKind } from '../../kept/kinds/walk.ts';
import { sameContent } from '../../kept/lineage.ts';
import type { Kept } from '../../kept/open.ts';
import { isTaken, takenNow } from '../../kept/taken.ts';
import type { Facts } from '../../pilots/facts.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';
import type { WalkProblem } from './problems.ts';
import type { Walk } from './walk-session.ts';
import { walkInWords } from './walk-words.ts';

/** Everything on this page as a file, stored or not. */
export function saveRecord(
	records: Kept,
	problems: readonly WalkProblem[],
	walk: Walk,
	pilot: string,
	{ unit }: Facts,
): void {
	const entries = Object.entries(walk);
	const said = entries.filter(([, { record, unreadable }]) => !unreadable && !sameContent(record, walkKind.empty()));
	const walks = Object.fromEntries(said.map(([clause, { record }]) => [clause, record]));
	const unread = entries.flatMap(([clause, { unreadable }]) =>
		unreadable ? [{ [`${walkKind.prefix}${pilot} ${clause}`]: unreadable.raw }] : [],
	);
	const text = asText({
		pilots: [{ pilot: newPilot(pilot), walks }],
		...(unread.length > 0 && { unreadable: unread }),
	});
	const day = today();
	const words = walkInWords({ title: '现场检查记录', unit, today: day, problems, walk });
	const saved = download({ unit, table: '现场检查', check: '', what: '记录', day, ending: 'json' }, json(text), {
		words,
	});
	if (!saved) return;
	trust();
	const taken = takenNow(Object.fromEntries(entries.map(([clause, { record }]) => [`${pilot} ${clause}`, record])));
	const key = keys.backup(walkKind.name);
	// A note for the eye; the file itself is safe. Of other pilots it says what it said.
	records
		.change([key], ([was]) => [[key, isTaken(was) ? { ...taken, sums: { ...was.sums, ...taken.sums } } : taken]])
		.catch(() => undefined);
}
