import { withoutMarks } from '../clauses/marks.ts';
import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';
import { digestOf } from './digest.ts';
import { dataOf } from './rules-data.ts';

/* What the engine needs of a table, without the words that the page already shows. */

type SlimLine = Pick<Criterion, 'id' | 'label' | 'points' | 'rule' | 'applies'>;

const slimLine = (criterion: Criterion): SlimLine => ({
	id: criterion.id,
	label: criterion.label,
	points: criterion.points,
	rule: dataOf(criterion.rule).slim(criterion.rule),
	...(criterion.applies && { applies: criterion.applies }),
});

const slimBranch = ({ label, points, parts, criteria }: Branch): Branch => ({
	label: withoutMarks(label),
	points,
	parts: parts.map(slimBranch),
	// What a line rests on stands on the page.
	criteria: criteria.map((criterion) => slimLine(criterion) as Criterion),
});

export interface SlimRubric
	extends Pick<
		Rubric,
		'id' | 'short' | 'title' | 'document' | 'total' | 'threshold' | 'conditions' | 'vetoes' | 'sections' | 'anchor'
	> {
	/** Of the whole table, words and all. */
	digest: string;
}

export function slim(rubric: Rubric): SlimRubric {
	const { id, short, title, document, total, threshold, conditions, vetoes, anchor } = rubric;
	const sections = rubric.sections.map(slimBranch);
	return {
		id,
		digest: digestOf(rubric),
		short,
		title,
		document,
		total,
		threshold,
		conditions,
		vetoes,
		sections,
		anchor,
	};
}
