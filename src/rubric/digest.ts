import { canonical, digest } from '../digest.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { criteriaOf } from './criteria.ts';
import { keyOf } from './rules/award.ts';
import { kindOf } from './rules.ts';

/**
 * A sum of all that gives an answer its meaning: lines, rules, keys, points and words; not of what is only said about
 * them. A check keeps that of the table it was made by, so that a table that changed under it is noticed.
 */
export const digestOf = (rubric: Pick<Rubric, 'conditions' | 'vetoes' | 'sections' | 'total' | 'threshold'>): string =>
	digest(
		canonical({
			total: rubric.total,
			threshold: rubric.threshold?.points,
			conditions: rubric.conditions.map(({ id, text }) => [id, text]),
			vetoes: rubric.vetoes?.lines.map(({ id, text }) => [id, text]),
			lines: criteriaOf(rubric).map(({ id, points, matter, lead, tail, applies, rule }) => ({
				id,
				points,
				words: [matter, lead, tail],
				sectors: applies?.map(({ sector }) => sector),
				kind: rule.kind,
				cap: 'cap' in rule ? rule.cap : undefined,
				awards: kindOf(rule)
					.awards(rule)
					.map((award) => [keyOf(award), award.name, award.points, award.other, award.text]),
			})),
		}),
	);
