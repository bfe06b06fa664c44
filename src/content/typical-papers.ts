import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { withoutMarks } from '../clauses/marks.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { type TypicalPapers, typicalPapers } from '../schemas/typical-papers.ts';
import { quotationFault, quotes } from './quotations.ts';
import { readYamlFile } from './read.ts';

const fileOf = (table: string) => `content/typical-papers/${table}.yaml`;

/** By table; a table may have none. */
export function readTypicalPapers(root: string, tables: readonly string[]): { [table: string]: TypicalPapers } {
	return Object.fromEntries(
		tables
			.filter((table) => existsSync(join(root, fileOf(table))))
			.map((table) => [table, readYamlFile(root, fileOf(table), typicalPapers)]),
	);
}

/** Every text of a line, however deep. */
const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [withoutMarks(value)]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/** Every paper is named by the words of its clause or of its line, once a line. */
export function checkTypicalPapers(
	all: { [table: string]: TypicalPapers },
	rubrics: readonly Rubric[],
	links: Pick<Links, 'clause'>,
): Fault[] {
	return Object.entries(all).flatMap(([table, lines]) => {
		const rubric = rubrics.find(({ id }) => id === table);
		const known = new Map(rubric ? criteriaOf(rubric).map((line) => [line.id, line]) : []);
		const fault = (problem: string, remedy: string): Fault => ({ file: fileOf(table), problem, remedy });
		return Object.entries(lines).flatMap(([line, papers]) => {
			const criterion = known.get(line);
			if (!criterion) return [fault(`there is no line ${line}.`, 'Mend its id.')];
			const names = papers.map(({ name }) => name);
			const texts = textsIn(criterion);
			return [
				...names
					.filter((name, i) => names.indexOf(name) !== i)
					.map((name) => fault(`${line}: “${name}” stands twice.`, 'Keep it once.')),
				...papers.flatMap((paper) => {
					if ('line' in paper)
						return texts.some(
							(text) => text.replaceAll('<br>', '\n').includes(paper.quote) || quotes(text, paper.quote),
						)
							? []
							: [fault(`${line}: “${paper.quote}” does not stand in the line.`, 'Copy it from the table.')];
					const found = quotationFault(links, paper.clause, paper.quote);
					return found ? [fault(`${line}: ${found[0]}`, found[1])] : [];
				}),
			];
		});
	});
}
