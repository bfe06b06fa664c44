import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import type { Citation } from '../schemas/citation.ts';
import type { FactGroup } from '../schemas/fact.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import {
	type Bound,
	type Period,
	type PlanEvent,
	periods,
	planEvents,
	type Silence,
	silences,
} from '../schemas/period.ts';
import type { PlanPhases } from '../schemas/plan-phases.ts';
import { askedPlaces } from './asked-places.ts';
import { readPlanPhases } from './plan-phases.ts';
import { type Finding, quotationFault } from './quotations.ts';
import { readYamlFile } from './read.ts';

const files = {
	events: 'content/plan-events.yaml',
	periods: 'content/periods',
	silences: 'content/plan-silences.yaml',
};

/** When: what the documents set, what can happen, and what they do not say. */
export interface PlanModel {
	events: PlanEvent[];
	periods: Period[];
	silences: Silence[];
	/** A model of a whole pilot; `plan-phases.ts` checks it. */
	phases: PlanPhases;
}

export const readPlan = (root: string): PlanModel => ({
	events: readYamlFile(root, files.events, planEvents),
	periods: readdirSync(join(root, files.periods))
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.flatMap((name) => readYamlFile(root, `${files.periods}/${name}`, periods)),
	silences: readYamlFile(root, files.silences, silences),
	phases: readPlanPhases(root),
});

const boundsOf = ({ bounds = [], readings }: Period): Bound[] => [
	...bounds,
	...(readings ?? []).flatMap((reading) => reading.bounds),
];

/** Two readings are of one thing. */
function bindTheSame({ readings }: Period): boolean {
	const [first, second] = (readings ?? []).map(({ bounds }) =>
		[...new Set(bounds.map(({ event, than }) => `${event} ${than}`))].sort().join(),
	);
	return first === second;
}

/** The document whose own people a period is for; none where the rules for all set it. */
function documentOf({ because: [first] }: Period): string | undefined {
	const [document] = first?.clause.split('#') ?? [];
	return document === 'xize-2013' ? undefined : document;
}

const isWorking = ({ after, before }: Bound): boolean => 'working-days' in (after ?? before ?? {});

/** Every id once, every event known, every quotation where it says; and nothing that is reckoned stands apart. */
export function checkPlan(
	{ events, periods: all, silences: quiet }: Omit<PlanModel, 'phases'>,
	groups: readonly FactGroup[],
	forms: readonly FormDefinition[],
	links: Pick<Links, 'clause'>,
): Fault[] {
	const places = askedPlaces(groups, forms, events);
	const known = new Set(events.map(({ id }) => id));
	const inForce = all.filter(({ past }) => !past);
	const bound = new Set(inForce.flatMap((period) => boundsOf(period).flatMap(({ event, than }) => [event, than])));
	const quoted = (cited: readonly Citation[]): Finding[] =>
		cited.flatMap(({ clause, quote }) => {
			const found = quotationFault(links, clause, quote);
			return found ? [found] : [];
		});
	const twice = (ids: readonly string[], i: number): Finding[] =>
		ids.indexOf(ids[i] ?? '') === i ? [] : [['stands twice.', 'Give each its own id.']];
	const faultsOf = <T extends { id: string }>(
		file: string,
		some: readonly T[],
		look: (each: T) => Finding[],
	): Fault[] =>
		some.flatMap((each, i) =>
			[
				...twice(
					some.map(({ id }) => id),
					i,
				),
				...look(each),
			].map(([problem, remedy]) => ({
				file,
				problem: `${each.id}: ${problem}`,
				remedy,
			})),
		);
	return [
		...faultsOf(files.events, events, ({ id, typed, because }) => [
			...quoted([because]),
			...(typed === undefined || places.has(typed)
				? []
				: [
						[
							`there is no fact or field ${typed}.`,
							'Mend it: a fact’s id, form#field, or plan# with its own id.',
						] as Finding,
					]),
			...(bound.has(id) ? [] : [['no period binds it.', 'Bind it, or take it away.'] as Finding]),
		]),
		...faultsOf(files.periods, all, (period) => [
			...quoted([...period.because, ...(period.missed ? [period.missed.because] : [])]),
			...boundsOf(period)
				.flatMap(({ event, than }) => [event, than])
				.filter((id) => !known.has(id))
				.map((id): Finding => [`there is no event ${id}.`, 'Mend its id, or add it.']),
			...(bindTheSame(period) ? [] : [['its readings bind different events.', 'Mend their bounds.'] as Finding]),
			...(period.only === documentOf(period)
				? []
				: [['is only for those whose document sets it.', 'Mend `only`, or its words.'] as Finding]),
			...(boundsOf(period).some(isWorking) ? [['working days are not reckoned.', 'Say them aside.'] as Finding] : []),
			...(Boolean(period.usual) === period.because.some(({ quote }) => quote.includes('一般'))
				? []
				: [['is usual exactly where the words say 一般.', 'Mend one of them.'] as Finding]),
		]),
		...faultsOf(files.silences, quiet, ({ near }) => quoted(near)),
	];
}
