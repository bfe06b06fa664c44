import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { withoutMarks } from '../clauses/marks.ts';
import { labelsOf } from '../rubric/labels.ts';
import { type DraftPlan, draftPlan, type PartPlan } from '../schemas/draft-plan.ts';
import type { FactGroup } from '../schemas/fact.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import type { Branch, Rubric } from '../schemas/rubric.ts';
import { type Finding, quotationFault } from './quotations.ts';
import { readYamlFile } from './read.ts';

const file = 'content/drafts.yaml';

export const readDrafts = (root: string): DraftPlan => readYamlFile(root, file, draftPlan);

interface Known {
	forms: readonly FormDefinition[];
	facts: readonly FactGroup[];
	rubrics: readonly Rubric[];
	links: Pick<Links, 'clause'>;
}

/** Every text, fact, field, line and clause is there, and every line of every table has one place in a report. */
export function checkDrafts(plan: DraftPlan, { forms, facts, rubrics, links }: Known): Fault[] {
	const fields = new Map(forms.flatMap(fieldsOf));
	const known = new Set(facts.flatMap((group) => group.facts.map(({ id }) => id)));
	const names = new Map(rubrics.map((rubric) => [rubric.id, namesIn(rubric)]));
	const texts = plan.map(({ text }) => text);
	const found = plan.flatMap(({ text, parts }, i): Finding[] => [
		...(texts.indexOf(text) === i ? [] : [twice(text)]),
		...(fields.get(text) === 'long text' ? [] : [[`${text} is no long text of a form.`, 'Mend it.'] as Finding]),
		...parts.flatMap((part): Finding[] => [
			...quotations(part, links),
			...part.facts
				.filter(({ fact }) => !known.has(fact))
				.map(({ fact }): Finding => [`${text}: there is no fact ${fact}.`, 'Mend its id.']),
			...part.fields
				.filter(({ field }) => fields.get(field) !== 'long text')
				.map(({ field }): Finding => [`${text}: ${field} is no long text of a form.`, 'Mend it.']),
			...namedIn(part).flatMap(([table, named]): Finding[] => {
				const there = names.get(table);
				if (!there) return [[`${text}: there is no table ${table}.`, 'Mend its id.']];
				return named
					.filter((name) => !there.has(name))
					.map((name): Finding => [`${text}: ${table} has no “${name}”.`, 'Copy the id or the label as printed.']);
			}),
		]),
	]);
	return [...found, ...placeFaults(plan, rubrics)].map(([problem, remedy]) => ({ file, problem, remedy }));
}

const twice = (name: string): Finding => [`${name} stands twice.`, 'Keep it once.'];

const quotations = ({ heading, unasked }: PartPlan, links: Pick<Links, 'clause'>): Finding[] =>
	[...(heading ? [heading] : []), ...unasked].flatMap(({ clause, quote }) => {
		const found = quotationFault(links, clause, quote);
		return found ? [found] : [];
	});

const fieldsOf = ({ id, asked, sections = [] }: FormDefinition): [string, string][] => [
	...asked.flatMap(({ field, kind = 'text' }): [string, string][] => (field ? [[`${id}#${field}`, kind]] : [])),
	...sections.map(({ field }): [string, string] => [`${id}#${field}`, 'long text']),
];

const namedIn = ({ share = {}, lines = {} }: PartPlan): [string, string[]][] => [
	...Object.entries(share),
	...Object.entries(lines),
];

const labelsIn = ({ label, parts }: Branch): string[] => [withoutMarks(label), ...parts.flatMap(labelsIn)];

/** What of a table can be named: whatever is answered, and sections. */
const namesIn = (rubric: Rubric): Set<string> =>
	new Set([...labelsOf(rubric).keys(), ...rubric.sections.flatMap(labelsIn)]);

/** A line with the names by which it can have a place, outermost first. */
const waysIn = ({ label, parts, criteria }: Branch, above: string[]): string[][] => {
	const path = [...above, withoutMarks(label)];
	return [...parts.flatMap((part) => waysIn(part, path)), ...criteria.map(({ id }) => [...path, id])];
};

/**
 * Of the texts that share a report no two name the same, and every line of a table that is named at all is named by one
 * of them; the lines of any other table go to the one that takes the rest.
 */
function placeFaults(plan: DraftPlan, rubrics: readonly Rubric[]): Finding[] {
	const reports = Map.groupBy(
		plan.flatMap(({ text, parts }) =>
			parts.flatMap(({ share, rest }) => (share ? [{ report: text.split('#')[0] ?? '', share, rest }] : [])),
		),
		({ report }) => report,
	);
	return Array.from(reports).flatMap(([report, shares]): Finding[] => [
		...(shares.filter(({ rest }) => rest).length === 1
			? []
			: [[`${report}: one share takes the rest.`, 'Mark one with rest: true.'] as Finding]),
		...rubrics.flatMap(({ id, sections }): Finding[] => {
			const named = shares.flatMap(({ share }) => share[id] ?? []);
			if (named.length === 0) return [];
			return [
				...named.filter((name, i) => named.indexOf(name) !== i).map((name) => twice(`${report}: ${id} “${name}”`)),
				...sections
					.flatMap((section) => waysIn(section, []))
					.filter((way) => !way.some((name) => named.includes(name)))
					.map((way): Finding => [`${report}: ${id} ${way.at(-1)} has no place.`, 'Name it, or what it stands under.']),
			];
		}),
	]);
}
