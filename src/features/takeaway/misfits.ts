import type { SlimRubric } from '../../checks/slim.ts';
import type { SavedAnswer } from '../../schemas/saved-check.ts';
import { criteriaOf } from '../../scoring/criteria.ts';
import { maySkip } from '../../scoring/line.ts';
import { toHundredths } from '../../scoring/points.ts';

/* Answers that no form of the table would give, by what the engine makes of them. */

export type Misfit =
	/** Nothing of it is in the table: the line counts as not filled in. */
	| 'unknown'
	/** Some of it is in the table and counts, the rest does not. */
	| 'in-part'
	/** It comes to more than the line can give: the line counts in full. */
	| 'above';

type Rubric = Pick<SlimRubric, 'conditions' | 'vetoes' | 'sections'>;

/** What of an answer does not fit; nothing of lines that the table does not have. */
export function misfitsOf(rubric: Rubric, line: string, answer: SavedAnswer | undefined): Misfit[] {
	if (!answer) return [];
	const isMet = 'met' in answer;
	if ([...rubric.conditions, ...(rubric.vetoes?.lines ?? [])].some(({ id }) => id === line))
		return isMet ? [] : ['unknown'];
	const criterion = criteriaOf(rubric).find(({ id }) => id === line);
	if (!criterion) return [];
	if (isMet) return ['unknown'];
	// Whether it may in this unit's sector, its page says.
	if ('notApplicable' in answer && maySkip(criterion, undefined)) return [];
	const { rule } = criterion;
	switch (rule.kind) {
		case 'choice':
			return 'choice' in answer && rule.options.some(({ name }) => name === answer.choice) ? [] : ['unknown'];
		case 'sum':
			return 'parts' in answer ? strangeIn(answer.parts, rule.parts) : ['unknown'];
		case 'tally': {
			if (!('counts' in answer)) return ['unknown'];
			const { counts } = answer;
			const sum = rule.works.reduce((all, { name, points }) => all + toHundredths(points) * (counts[name] ?? 0), 0);
			return [...strangeIn(counts, rule.works), ...(sum > toHundredths(rule.cap) ? (['above'] as const) : [])];
		}
	}
}

function strangeIn(said: { [name: string]: unknown }, awards: readonly { name: string }[]): Misfit[] {
	const names = Object.keys(said);
	const known = names.filter((each) => awards.some(({ name }) => name === each));
	if (known.length === names.length) return [];
	return known.length === 0 ? ['unknown'] : ['in-part'];
}
