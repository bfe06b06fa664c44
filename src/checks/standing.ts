import { readLines, registerIn } from '../evidence/papers.ts';
import type { Entry } from '../kept/kind.ts';
import { goodOf } from '../kept/kind.ts';
import type { Facts } from '../pilots/facts.ts';
import { score } from '../rubric/score.ts';
import type { SlimRubric } from '../rubric/slim.ts';
import type { Check } from '../schemas/saved-check.ts';
import { linesOf } from './saved.ts';
import { situationOf } from './situation.ts';

/** How far a check is, and where it stands. */
export interface Standing {
	claimed: number;
	backed: number;
	total: number;
	/** Lines that give points, and those of them that are filled in. */
	lines: number;
	done: number;
	/** Lines that are not filled in, or in part, and those left for later. */
	open: number;
	later: number;
}

/** As told of the whole check, or of the part that was handed out. */
export function standingOf(check: Check, all: readonly Entry[], facts: Facts, rubric: SlimRubric): Standing {
	const records = readLines(goodOf(linesOf(all, check.id)), registerIn(all, check.pilot));
	const { claimed, backed, trace, conditions, vetoes } = score(rubric, situationOf(records, facts));
	const mine = ({ id }: { id: string }) => !check.part || check.part.includes(id);
	const open = [
		...[...conditions, ...vetoes].filter(({ met }) => met === undefined),
		...trace.filter(({ state }) => state === 'unanswered' || state === 'partly'),
	].filter(mine);
	const later = Object.entries(records).filter(([id, line]) => mine({ id }) && line.later);
	const done = trace.filter(({ state }) => state !== 'unanswered' && state !== 'partly').length;
	const lines = trace.length;
	return { claimed, backed, total: rubric.total, lines, done, open: open.length, later: later.length };
}

export const sayStanding = ({ claimed, backed, total, open, later }: Standing): string =>
	[
		`自评 ${claimed} 分，有佐证 ${backed} 分，满分 ${total} 分`,
		open > 0 ? `还有 ${open} 项没填完` : '每一项都填过了',
		...(later > 0 ? [`留待 ${later} 项`] : []),
	].join('；');
