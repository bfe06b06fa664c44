import type { Fault } from '../clauses/fault.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import { awardsOf } from '../rubric/rules.ts';
import type { Rubric, Theme } from '../schemas/rubric.ts';

/** Each line of each table stands in exactly one theme. */
export function checkCrosswalk(themes: readonly Theme[], rubrics: readonly Rubric[], file: string): Fault[] {
	// A table that no theme names yet is shown by itself; once one does, all of its lines must have a place.
	const compared = rubrics.filter(({ id }) => themes.some(({ lines }) => id in lines));
	const known = new Set(compared.flatMap((rubric) => criteriaOf(rubric).map(({ id }) => `${rubric.id}/${id}`)));
	const awardNames = new Map(
		rubrics.flatMap((rubric) =>
			criteriaOf(rubric).map((line): [string, string[]] => [
				`${rubric.id}/${line.id}`,
				awardsOf(line).map(({ name }) => name),
			]),
		),
	);
	const namesIn = (lines: Theme['lines']) =>
		Object.entries(lines).flatMap(([rubric, ids]) => ids.map((id) => `${rubric}/${id}`));
	const placed = themes.flatMap(({ id, lines }) => namesIn(lines).map((line) => ({ line, theme: id })));
	const also = themes.flatMap(({ id, also = {} }) => namesIn(also).map((line) => ({ line, theme: id })));
	const fault = (problem: string, remedy: string): Fault => ({ file, problem, remedy });
	return [
		...[...placed, ...also]
			.filter(({ line }) => !known.has(line))
			.map(({ line, theme }) => fault(`${theme}: there is no line ${line}.`, 'Mend the id.')),
		...placed
			.filter(({ line }, i) => placed.findIndex((other) => other.line === line) !== i)
			.map(({ line, theme }) =>
				fault(
					`${theme}: ${line} stands in another theme already.`,
					'Keep it in one, name it under `also` in the other.',
				),
			),
		...also
			.filter(({ line, theme }) => placed.some((other) => other.line === line && other.theme === theme))
			.map(({ line, theme }) => fault(`${theme}: ${line} stands under both lines and also.`, 'Keep it in one.')),
		...themes.flatMap(({ id, parts = {} }) =>
			Object.entries(parts)
				.filter(([line, name]) => !awardNames.get(line)?.includes(name))
				.map(([line, name]) => fault(`${id}: ${line} has no part “${name}”.`, 'Name a part of the line.')),
		),
		...[...known]
			.filter((line) => !placed.some((other) => other.line === line))
			.map((line) => fault(`${line} stands in no theme.`, 'Put it into one.')),
		...themes
			.filter(({ id }, i) => themes.findIndex((other) => other.id === id) !== i)
			.map(({ id }) => fault(`the theme ${id} is there twice.`, 'Merge or rename them.')),
	];
}
