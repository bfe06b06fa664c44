import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import type { FactGroup } from '../schemas/fact.ts';
import { type FormCheck, formChecks } from '../schemas/form-check.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import type { PlanEvent } from '../schemas/period.ts';
import { askedPlaces } from './asked-places.ts';
import { quotationFault } from './quotations.ts';
import { readYamlFile } from './read.ts';

const file = 'content/form-checks.yaml';

export const readFormChecks = (root: string): FormCheck[] => readYamlFile(root, file, formChecks);

/** Each check stands once, rests on what its clauses say, and is about what is asked. */
export function checkFormChecks(
	checks: readonly FormCheck[],
	groups: readonly FactGroup[],
	forms: readonly FormDefinition[],
	events: readonly PlanEvent[],
	links: Pick<Links, 'clause'>,
): Fault[] {
	const ids = checks.map(({ id }) => id);
	const places = askedPlaces(groups, forms, events);
	return checks.flatMap(({ id, because, about }, i) => {
		const fault = (problem: string, remedy: string): Fault => ({ file, problem: `${id}: ${problem}`, remedy });
		return [
			...(ids.indexOf(id) === i ? [] : [fault('stands twice.', 'Give each its own id.')]),
			...because.flatMap(({ clause, quote }) => {
				const found = quotationFault(links, clause, quote);
				return found ? [fault(...found)] : [];
			}),
			...about
				.filter((place) => !places.has(place))
				.map((place) => fault(`there is no fact or field ${place}.`, 'Mend it: a fact’s id, or form#field.')),
		];
	});
}
