import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { clauseText } from '../clauses/outline.ts';
import { placesOf } from '../forms/places.ts';
import { bare, printedIn, slotsIn } from '../forms/printed.ts';
import type { Fact, FactGroup } from '../schemas/fact.ts';
import { type FormDefinition, formDefinition } from '../schemas/form-definition.ts';
import { quotationFault } from './quotations.ts';
import { readYamlFile } from './read.ts';

const folder = 'content/forms';

/** In their order. */
export const readForms = (root: string): FormDefinition[] =>
	readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => readYamlFile(root, `${folder}/${name}`, formDefinition))
		.sort((a, b) => a.order - b.order);

/** Every place of an annex has its facts or its field, every field its place, and every sentence stands where it is said to. */
export function checkForms(
	forms: readonly FormDefinition[],
	groups: readonly FactGroup[],
	links: Pick<Links, 'clause'>,
): Fault[] {
	const facts = groups.flatMap((group) => group.facts);
	const orders = forms.map(({ order }) => order);
	return forms.flatMap((form): Fault[] => {
		const fault = ([problem, remedy]: readonly [string, string]): Fault => ({
			file: `${folder}/${form.id}.yaml`,
			problem,
			remedy,
		});
		return [
			...(orders.filter((order) => order === form.order).length > 1
				? [['another form has the same order.', 'Give each its own.'] as const]
				: []),
			...citationsOf(form).flatMap(({ clause, quote }) => {
				const found = quotationFault(links, clause, quote);
				return found ? [found] : [];
			}),
			...fieldFaults(form, facts),
			...headingFaults(form, links),
			...(form.annex ? annexFaults(form, form.annex, facts, links) : []),
		].map(fault);
	});
}

type Found = readonly [problem: string, remedy: string];

const citationsOf = ({ due, copies, asked }: FormDefinition) => [
	...due,
	...(copies ? [copies] : []),
	...asked.flatMap(({ because }) => because),
];

function headingFaults({ sections = [] }: FormDefinition, links: Pick<Links, 'clause'>): Found[] {
	return sections.flatMap(({ heading, 'named-by': clause }): Found[] => {
		if (!clause) return [];
		const [document = '', anchor = ''] = clause.split('#');
		const found = links.clause(document, anchor);
		if (!found) return [[`there is no ${clause}.`, 'Mend the id.']];
		return clauseText(found.clause).includes(heading)
			? []
			: [[`“${heading}” does not stand in ${clause}.`, 'Copy the words of the clause.']];
	});
}

function fieldFaults({ asked, sections = [] }: FormDefinition, facts: readonly Fact[]): Found[] {
	const fields = [...asked.flatMap(({ field }) => field ?? []), ...sections.map(({ field }) => field)];
	return [
		...fields
			.filter((field, i) => fields.indexOf(field) !== i)
			.map((field): Found => [`the field ${field} stands twice.`, 'Give each its own id.']),
		...asked.flatMap(({ at, label = at, field, kind, columns, facts: named = [] }): Found[] => [
			...((field === undefined) === (named.length === 0)
				? [[`“${label}” needs either facts or a field.`, 'Say one of them.'] as const]
				: []),
			...(field !== undefined && kind === undefined
				? [[`“${label}” has no kind.`, 'Say what is written there.'] as const]
				: []),
			...((kind === 'rows') !== (columns !== undefined)
				? [[`“${label}”: columns are of rows, and rows have columns.`, 'Mend it.'] as const]
				: []),
			...(label === '' ? [['a place where nothing is printed has no label.', 'Say what it is.'] as const] : []),
			...named
				.filter((id) => !facts.some((fact) => fact.id === id))
				.map((id): Found => [`there is no fact ${id}.`, 'Mend its id, or add it to content/facts.yaml.']),
		]),
	];
}

function annexFaults(
	form: FormDefinition,
	annex: string,
	facts: readonly Fact[],
	links: Pick<Links, 'clause'>,
): Found[] {
	const [document = '', anchor = ''] = annex.split('#');
	const found = links.clause(document, anchor);
	if (!found) return [[`there is no ${annex}.`, 'Mend the id.']];
	const printed = printedIn(found.clause.content);
	const { places, open, nowhere } = placesOf(slotsIn(printed), form, facts);
	const labels = new Set(places.map(({ slot }) => slot.label));
	const text = bare(clauseText(found.clause));
	/** What the instructions of an annex say is said of a fact, not asked for there. */
	const isAsked = (clause: string) => clause === annex || clause.startsWith(`${annex}.s`);
	return [
		...open.map(
			({ label }): Found => [
				`the place “${label}” has neither fact nor field.`,
				'Add it under `asked` in the order of the annex, or the fact’s words in content/facts.yaml.',
			],
		),
		...nowhere
			.slice(0, 1)
			.map(
				({ at, label = at }): Found => [
					`“${label}” is printed nowhere after what stands before it.`,
					'Copy the words of the annex, in its order.',
				],
			),
		...places.flatMap(({ label, slot, field }): Found[] =>
			field?.kind === 'rows' || slot.how === 'rows'
				? (slot.columns ?? []).length === field?.columns.length
					? []
					: [[`“${label}”: the annex prints ${slot.columns?.length ?? 0} columns.`, 'Name as many, in their order.']]
				: [],
		),
		...form['no-room'].flatMap((words): Found[] => [
			...(labels.has(bare(words)) ? [[`there is room after “${words}”.`, 'Take it off `no-room`.'] as const] : []),
			...(text.includes(bare(words)) ? [] : [[`“${words}” is not printed.`, 'Mend it.'] as const]),
		]),
		...facts.flatMap(({ id, asked }) =>
			asked
				.filter(({ clause }) => isAsked(clause))
				.filter(({ quote }) => !form['no-room'].map(bare).includes(bare(quote)))
				.filter(({ quote }) => !isSignature(quote, text))
				.filter(
					({ quote }) =>
						!places.some(
							({ slot, facts: there = [] }) => slot.label === bare(quote) && there.some((fact) => fact.id === id),
						),
				)
				.map(
					({ quote }): Found => [
						`the fact ${id} is asked for by “${quote}”, and does not stand there.`,
						'Let the place have the fact, or mend content/facts.yaml.',
					],
				),
		),
	];
}

/** Whoever signs is named before the seal; that is no place to write in. */
const isSignature = (quote: string, text: string): boolean => text.includes(`${bare(quote)}（盖章）`);
