import type { Rubric } from '../schemas/rubric.ts';
import type { SavedAnswer } from '../schemas/saved-check.ts';
import { criteriaOf } from './criteria.ts';
import { maySkip } from './line.ts';
import type { Misfit } from './rules/rule.ts';
import { kindOf } from './rules.ts';

/** What of an answer does not fit; nothing of lines that the table does not have. */
export function misfitsOf(
	rubric: Pick<Rubric, 'conditions' | 'vetoes' | 'sections'>,
	line: string,
	answer: SavedAnswer | undefined,
): Misfit[] {
	if (!answer) return [];
	const isMet = 'met' in answer;
	if ([...rubric.conditions, ...(rubric.vetoes?.lines ?? [])].some(({ id }) => id === line))
		return isMet ? [] : ['unknown'];
	const criterion = criteriaOf(rubric).find(({ id }) => id === line);
	if (!criterion) return [];
	if (isMet) return ['unknown'];
	// Whether it may in this unit's sector, its page says.
	if ('notApplicable' in answer && maySkip(criterion, undefined)) return [];
	return kindOf(criterion.rule).misfits(criterion.rule, answer);
}
