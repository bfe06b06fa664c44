import { withoutMarks } from '../clauses/marks.ts';
import type { Library } from '../content/library.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import { ruleLines } from '../rubric/printed-table.ts';
import type { Citation } from '../schemas/citation.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { library } from './library.ts';

/** A line of a scoring table that rests on a clause. */
export interface RestingLine {
	rubric: Rubric;
	id: string;
	label: string;
	/** Undefined for what is no line with points. */
	points?: number;
	words: string;
}

/** Every citation of a table with the line that gives it; a threshold is cited for the whole table. */
function citations(rubric: Rubric): { line: RestingLine; clause: string }[] {
	const of = (line: Omit<RestingLine, 'rubric'>, cited: readonly Pick<Citation, 'clause'>[]) =>
		cited.map(({ clause }) => ({ line: { rubric, ...line, words: withoutMarks(line.words) }, clause }));
	const { threshold, conditions, vetoes } = rubric;
	return [
		...(threshold ? of({ id: 'threshold', label: threshold.name, words: threshold.quote }, [threshold]) : []),
		...conditions.flatMap(({ id, text, clause }) => of({ id, label: '基本条件', words: text }, [{ clause }])),
		...(vetoes ? of({ id: 'vetoes', label: '一票否决', words: vetoes.rule.quote }, [vetoes.rule]) : []),
		...(vetoes?.lines ?? []).flatMap(({ id, number, text, clauses }) =>
			of({ id, label: `否决第${number}项`, words: text }, clauses),
		),
		...criteriaOf(rubric).flatMap((line) => {
			const { id, label, points, matter, clauses, examples = [] } = line;
			return of({ id, label, points, words: matter ?? ruleLines(line)[0] ?? '' }, [...clauses, ...examples]);
		}),
	];
}

const lookups = new WeakMap<Library, Map<string, RestingLine[]>>();

/** The lines of all tables by the clauses they rest on; each line once. */
function linesByClause(all: Library): Map<string, RestingLine[]> {
	const known = lookups.get(all);
	if (known) return known;
	const made = new Map<string, RestingLine[]>();
	for (const rubric of all.rubrics)
		for (const { line, clause } of citations(rubric)) {
			const lines = made.get(clause) ?? [];
			if (!lines.some((other) => other.rubric === rubric && other.id === line.id)) lines.push(line);
			made.set(clause, lines);
		}
	lookups.set(all, made);
	return made;
}

/** The lines of all tables that rest on a clause. */
export const linesRestingOn = (document: string, anchor: string): readonly RestingLine[] =>
	linesByClause(library()).get(`${document}#${anchor}`) ?? [];
