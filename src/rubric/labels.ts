import type { Rubric } from '../schemas/rubric.ts';
import { criteriaOf } from './criteria.ts';

/** What people call whatever can be answered in a table, in its order: 基本条件, 否决第1项, 第12项, C7第2项. */
export const labelsOf = (rubric: Pick<Rubric, 'conditions' | 'vetoes' | 'sections'>): ReadonlyMap<string, string> =>
	new Map([
		...rubric.conditions.map(({ id }) => [id, '基本条件'] as const),
		...(rubric.vetoes?.lines ?? []).map(({ id, number }) => [id, `否决第${number}项`] as const),
		...criteriaOf(rubric).map(({ id, label }) => [id, label] as const),
	]);

/** In the order of the table, whatever they are called; what the table does not have comes last. */
export function inTableOrder<T>(
	all: readonly T[],
	labels: ReadonlyMap<string, string> | undefined,
	idOf: (each: T) => string,
): T[] {
	const places = new Map(Array.from(labels?.keys() ?? [], (id, i) => [id, i]));
	const place = (each: T) => places.get(idOf(each)) ?? places.size;
	return [...all].sort((a, b) => place(a) - place(b) || (idOf(a) < idOf(b) ? -1 : 1));
}
