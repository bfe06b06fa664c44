import { criteriaOf } from '../../src/rubric/criteria.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';

/** The facts of a table that its readers rely on most, to compare with what the sources say. */
export const factsOf = (rubric: Rubric) => ({
	lines: criteriaOf(rubric).length,
	sections: rubric.sections.map(({ points }) => points),
	total: rubric.total,
	threshold: rubric.threshold?.points ?? null,
	vetoes: rubric.vetoes?.lines.map(({ id }) => id) ?? [],
	conditions: rubric.conditions.map(({ id }) => id),
	twoReadings: criteriaOf(rubric)
		.filter(({ reading }) => reading)
		.map(({ id }) => id),
	sectors: criteriaOf(rubric).flatMap(({ applies = [] }) => applies.map(({ sector }) => sector)),
	stamped: criteriaOf(rubric).filter(({ stamp }) => stamp).length,
	withoutPapers: criteriaOf(rubric).filter(({ evidence }) => !evidence).length,
});

const shenzhen: ReturnType<typeof factsOf> = {
	lines: 46,
	sections: [16, 30, 12, 18, 24],
	total: 100,
	threshold: 85,
	vetoes: ['a1', 'a2', 'a3'],
	conditions: ['e1'],
	twoReadings: ['b28'],
	sectors: ['养老', '社工'],
	stamped: 43,
	withoutPapers: 11,
};

const without = { threshold: null, vetoes: [], conditions: [], sectors: [], total: 100 };

export const facts: Record<string, ReturnType<typeof factsOf>> = {
	'shenzhen-2022': shenzhen,
	national: {
		...without,
		lines: 38,
		sections: [10, 30, 30, 30],
		twoReadings: ['c22-1', 'c26-1'],
		stamped: 0,
		withoutPapers: 28,
	},
	'jiguan-shiwu': {
		...without,
		lines: 38,
		sections: [8, 12, 26, 10, 16, 4, 24],
		twoReadings: [],
		stamped: 0,
		withoutPapers: 32,
	},
};
