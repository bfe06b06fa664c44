import type { Citation, Rubric } from '../schemas/rubric.ts';
import { criteriaOf } from '../scoring/criteria.ts';
import { library } from './library.ts';

/** A line of a scoring table that rests on a clause. */
export interface RestingLine {
	rubric: Rubric;
	id: string;
	label: string;
	/** Where among the table's lines it stands; undefined for what is no line with points. */
	place: number | undefined;
}

/** Every citation of a table with the line that gives it; a threshold is cited for the whole table. */
function citations(rubric: Rubric): { line: RestingLine; clause: string }[] {
	const order = new Map(criteriaOf(rubric).map(({ id }, i) => [id, i]));
	const of = (id: string, label: string, cited: readonly Pick<Citation, 'clause'>[]) =>
		cited.map(({ clause }) => ({ line: { rubric, id, label, place: order.get(id) }, clause }));
	const { threshold, conditions, vetoes } = rubric;
	return [
		...(threshold ? of('threshold', threshold.name, [threshold]) : []),
		...conditions.flatMap((condition) => of(condition.id, '基本条件', [condition])),
		...(vetoes ? of('vetoes', '一票否决', [vetoes.rule]) : []),
		...(vetoes?.lines ?? []).flatMap(({ id, number, clauses }) => of(id, `否决第${number}项`, clauses)),
		...criteriaOf(rubric).flatMap((line) => of(line.id, line.label, [...line.clauses, ...(line.examples ?? [])])),
	];
}

/** The lines of all tables that rest on a clause, by table. */
export function linesRestingOn(document: string, anchor: string): RestingLine[][] {
	const clause = `${document}#${anchor}`;
	return library()
		.rubrics.map((rubric) => {
			const lines = citations(rubric).filter((cited) => cited.clause === clause);
			return lines.map(({ line }) => line).filter(({ id }, i, all) => all.findIndex((other) => other.id === id) === i);
		})
		.filter((lines) => lines.length > 0);
}
