import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { clauseText } from '../clauses/outline.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import { type FactGroup, facts } from '../schemas/fact.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { readYamlFile } from './read.ts';

const file = 'content/facts.yaml';

export const readFacts = (root: string): FactGroup[] => readYamlFile(root, file, facts);

/** Forms print their labels with spaces between the letters. */
const bare = (text: string) => text.replaceAll(/\s/g, '');

/** Every fact has an id of its own, stands where it is said to be asked for, and offers the sectors of the tables. */
export function checkFacts(
	groups: readonly FactGroup[],
	links: Pick<Links, 'clause'>,
	rubrics: readonly Rubric[],
): Fault[] {
	const all = groups.flatMap((group) => group.facts);
	const ids = [...groups, ...all].map(({ id }) => id);
	const names = all.map(({ id }) => id);
	const sectors = rubrics.flatMap(criteriaOf).flatMap(({ applies = [] }) => applies.map(({ sector }) => sector));
	const offered = all.find(({ id }) => id === 'sector')?.suggest ?? [];
	const fault = (problem: string, remedy: string): Fault => ({ file, problem, remedy });
	return [
		...names
			.filter((id, i) => names.indexOf(id) !== i)
			.map((id) => fault(`the fact ${id} stands twice.`, 'Keep it once, with all that asks for it.')),
		...['unit-name', 'sector', 'pilot-name', 'begins', 'ends', 'running']
			.filter((id) => !ids.includes(id))
			.map((id) => fault(`the fact ${id} is missing.`, 'The self-check and the papers use it.')),
		...[...new Set(sectors)]
			.filter((sector) => !offered.includes(sector))
			.map((sector) => fault(`the sector ${sector} of a table is not offered.`, 'Add it under `suggest` of sector.')),
		...all.flatMap(({ id, asked }) =>
			asked.flatMap(({ clause, quote }) => {
				const [document = '', anchor = ''] = clause.split('#');
				const found = links.clause(document, anchor);
				if (!found) return [fault(`${id}: there is no ${clause}.`, 'Mend the id.')];
				return bare(clauseText(found.clause)).includes(bare(quote))
					? []
					: [fault(`${id}: “${quote}” does not stand in ${clause}.`, 'Copy the label as it is printed.')];
			}),
		),
	];
}
