import type { Rubric } from '../schemas/rubric.ts';
import { criteriaOf } from './criteria.ts';

/** What people call whatever can be answered in a table, in its order: 基本条件, 否决第1项, 第12项, C7第2项. */
export const labelsOf = (rubric: Pick<Rubric, 'conditions' | 'vetoes' | 'sections'>): ReadonlyMap<string, string> =>
	new Map([
		...rubric.conditions.map(({ id }) => [id, '基本条件'] as const),
		...(rubric.vetoes?.lines ?? []).map(({ id, number }) => [id, `否决第${number}项`] as const),
		...criteriaOf(rubric).map(({ id, label }) => [id, label] as const),
	]);
