import type { Told } from '../forms/checks/told.ts';
import { type Entry, goodOf, readAll } from '../kept/kind.ts';
import { fact } from '../kept/kinds/fact.ts';
import { form } from '../kept/kinds/form.ts';

/** What the checks of the forms are told of a pilot, as it is stored. */
export function toldOf(all: readonly Entry[], pilot: string, today: string): Told {
	const facts = goodOf(readAll(fact, all, `${fact.prefix}${pilot} `));
	const forms = goodOf(readAll(form, all, `${form.prefix}${pilot} `));
	return {
		fact: (id) => facts[id]?.said ?? '',
		own: (id, field) => forms[`${id} ${field}`],
		today,
	};
}
