import { emptyLine } from '../../checks/saved.ts';
import { changedSince, type Taken } from '../../kept/taken.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { dayOf } from '../../ui/today.ts';

/** So many changed lines without a copy elsewhere are worth a word. */
const manyLines = 10;

const day = 24 * 60 * 60 * 1000;

interface BackupAge {
	text: string;
	/** Worth a second look. */
	due: boolean;
}

/** How old the last copy is, and what has changed since. */
export function backupAge(
	lines: { [line: string]: LineRecord },
	taken: Taken | undefined,
	now = new Date(),
): BackupAge {
	const changed = changedSince(lines, taken, emptyLine());
	const due = changed >= manyLines;
	// None at all, or files were brought in since.
	if (taken === undefined)
		return {
			text: changed === 0 ? '' : `现在的内容还没有备份过，已填 ${changed} 项。${due ? '请下载一份备份。' : ''}`,
			due,
		};
	const days = Math.floor((now.getTime() - Date.parse(taken.at)) / day);
	// A clock may have been wrong then, or be so now.
	const age = days === 0 ? '24 小时内' : days < 0 ? dayOf(taken.at) : `${days} 天前（${dayOf(taken.at)}）`;
	return {
		text: `上次备份在${days < 0 ? '' : ' '}${age}，${changed === 0 ? '之后没有改动。' : `之后改了 ${changed} 项。${due ? '请再下载一份。' : ''}`}`,
		due,
	};
}
