import { withoutMarks } from '../clauses/marks.ts';
import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';

/* What the engine needs of a table, without the words that the page already shows. */

const award = ({ name, points, other }: { name: string; points: number; other?: number | undefined }) => ({
	name,
	points,
	...(other !== undefined && { other }),
});

function slimRule({ rule }: Criterion): Criterion['rule'] {
	switch (rule.kind) {
		case 'choice':
			return { kind: 'choice', options: rule.options.map(award) };
		case 'sum':
			return { kind: 'sum', parts: rule.parts.map(award) };
		case 'tally':
			return { kind: 'tally', works: rule.works.map(award), cap: rule.cap };
	}
}

const slimLine = (criterion: Criterion): Criterion => ({
	id: criterion.id,
	label: criterion.label,
	points: criterion.points,
	rule: slimRule(criterion),
	...(criterion.applies && { applies: criterion.applies }),
	clauses: [],
});

const slimBranch = ({ label, points, parts, criteria }: Branch): Branch => ({
	label: withoutMarks(label),
	points,
	parts: parts.map(slimBranch),
	criteria: criteria.map(slimLine),
});

export type SlimRubric = Pick<
	Rubric,
	'id' | 'short' | 'title' | 'document' | 'total' | 'threshold' | 'conditions' | 'vetoes' | 'sections' | 'anchor'
>;

export function slim(rubric: Rubric): SlimRubric {
	const { id, short, title, document, total, threshold, conditions, vetoes, anchor } = rubric;
	const sections = rubric.sections.map(slimBranch);
	return { id, short, title, document, total, threshold, conditions, vetoes, sections, anchor };
}
