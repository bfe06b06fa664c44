import type { Fault } from '../clauses/fault.ts';
import { walk } from '../clauses/outline.ts';
import { checklist, type Problem, places } from '../schemas/checklist.ts';
import type { Document } from '../schemas/document.ts';
import type { Theme } from '../schemas/rubric.ts';
import { readYamlFile } from './read.ts';

const file = 'content/checklists/on-site.yaml';

export const readChecklist = (root: string): Problem[] => readYamlFile(root, file, checklist).problems;

/** Every problem that a document lists is told once, puts only known themes at risk, and no place is without any. */
export function checkChecklist(
	problems: readonly Problem[],
	documents: readonly Document[],
	themes: readonly Theme[],
): Fault[] {
	const listed = documents.flatMap((document) =>
		Array.from(walk(document)).flatMap(({ clause, ancestors }) =>
			clause.kind === 'item' && ancestors.some(({ id }) => document.meta.problems.includes(id))
				? [`${document.id}#${clause.id}`]
				: [],
		),
	);
	const told = problems.map(({ clause }) => clause);
	const fault = (problem: string, remedy: string): Fault => ({ file, problem, remedy });
	return [
		...told
			.filter((clause) => !listed.includes(clause))
			.map((clause) =>
				fault(`${clause} is no common problem of its document.`, 'Mend the clause, or the document’s `problems`.'),
			),
		...told
			.filter((clause, i) => told.indexOf(clause) !== i)
			.map((clause) => fault(`${clause} is told twice.`, 'Keep it once, with all its themes.')),
		...listed
			.filter((clause) => !told.includes(clause))
			.map((clause) => fault(`${clause} is missing.`, 'Add it with the themes it puts at risk.')),
		...places
			.filter((place) => !problems.some((problem) => problem.place === place))
			.map((place) => fault(`no problem is looked for at ${place}.`, 'Mend the places of the problems.')),
		...problems.flatMap(({ clause, themes: named }) =>
			named
				.filter((name) => !themes.some(({ id }) => id === name))
				.map((name) =>
					fault(`${clause}: there is no theme ${name}.`, 'Mend the name; rubrics/crosswalk.yaml has them.'),
				),
		),
	];
}
