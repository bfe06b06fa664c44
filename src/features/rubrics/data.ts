import { withoutMarks } from '../../clauses/marks.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { ruleLines } from '../../rubric/printed-table.ts';
import { awardsOf } from '../../rubric/rules.ts';
import type { Branch, Criterion, Rubric } from '../../schemas/rubric.ts';
import { url } from '../../url.ts';

const format = 1;

const lineData = (rubric: Rubric, criterion: Criterion) => {
	const { id, number, points, matter, rule, evidence, stamp, look, applies, reading, clauses, examples } = criterion;
	return {
		id,
		number: number ?? null,
		label: criterion.label,
		points,
		matter: matter ? withoutMarks(matter) : null,
		text: ruleLines(criterion).map(withoutMarks).join('\n'),
		rule: {
			kind: rule.kind,
			awards: awardsOf(criterion).map(({ key, name, points: each, other, text }) => ({
				key: key ?? name,
				name,
				points: each,
				other: other ?? null,
				text: text ? withoutMarks(text) : null,
			})),
			cap: 'cap' in rule ? rule.cap : null,
		},
		evidence: evidence ?? null,
		stamp: stamp ?? false,
		look: look ? withoutMarks(look.replaceAll('<br>', '\n')) : null,
		sectors: applies?.map(({ sector }) => sector) ?? null,
		reading: reading ?? null,
		clauses,
		examples: examples ?? [],
		url: url.rubric(rubric.id, id),
	};
};

interface SectionData {
	label: string;
	points: number | null;
	parts: SectionData[];
	criteria: string[];
}

const sectionData = ({ label, points, parts, criteria }: Branch): SectionData => ({
	label: withoutMarks(label),
	points: points ?? null,
	parts: parts.map(sectionData),
	criteria: criteria.map(({ id }) => id),
});

/** What /data/rubrics/<id>.json holds. */
export const rubricData = (rubric: Rubric) => ({
	format,
	id: rubric.id,
	title: rubric.title,
	document: rubric.document,
	anchor: rubric.anchor ?? null,
	usedFor: rubric['used-for'],
	total: rubric.total,
	threshold: rubric.threshold ?? null,
	conditions: rubric.conditions,
	vetoRule: rubric.vetoes?.rule ?? null,
	vetoes:
		rubric.vetoes?.lines.map(({ id, number, text, clauses }) => ({ id, number, text: withoutMarks(text), clauses })) ??
		[],
	sections: rubric.sections.map(sectionData),
	criteria: criteriaOf(rubric).map((criterion) => lineData(rubric, criterion)),
});
