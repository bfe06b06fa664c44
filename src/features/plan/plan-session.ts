import type { Told } from '../../forms/checks/told.ts';
import { keep } from '../../kept/engine.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { form } from '../../kept/kinds/form.ts';
import type { Kept } from '../../kept/open.ts';
import { factKey, factsIn } from '../../pilots/facts.ts';
import { openPilot, pilotHere } from '../../pilots/pilots.ts';
import type { PlanData } from '../../planning/plan-data.ts';
import type { FormRow } from '../../schemas/saved-form.ts';
import { supply } from '../../supply/supply.ts';

export type PlanSession = Awaited<ReturnType<typeof openPlan>>;

/** Under which name what stands at form#field is kept. */
export const keyOf = (place: string): string => place.replace('#', ' ');

/** The days that a pilot told, wherever it told them, and what it plans. */
export async function openPlan(records: Kept, asked: string | null) {
	const all = await records.all();
	const pilot = pilotHere(all, asked);
	openPilot(pilot.id, all);
	const facts = await keep(records, fact, `${pilot.id} `, pilot.begins);
	const own = await keep(records, form, `${pilot.id} `, pilot.begins);
	const data = await supply<PlanData>('periods').catch((error: unknown) => {
		facts.dispose();
		own.dispose();
		throw error;
	});
	const saying: Pick<Told, 'fact' | 'own'> = {
		fact: (id) => facts.of(id).said,
		own: (of, field) => own.$entries.get()[`${of} ${field}`],
	};
	return {
		pilot: pilot.id,
		records,
		facts,
		own,
		data,
		saying,
		/** What is written at a fact, or at form#field. */
		at: (place: string) => (place.includes('#') ? own.of(keyOf(place)) : facts.of(place)).said,
		/** Nobody can read what is stored there. */
		isShut: (place = '') =>
			(place.includes('#') ? own.unreadable.get()[keyOf(place)] : facts.unreadable.get()[place]) !== undefined,
		put: (place: string, said: string) =>
			place.includes('#') ? own.edit(keyOf(place), { said }) : facts.edit(place, { said }),
		rows: (place: string): readonly FormRow[] => own.of(keyOf(place)).rows,
		putRows: (place: string, rows: FormRow[]) => own.edit(keyOf(place), { rows }),
		factsNow: () => factsIn(pilot.id, (name) => facts.of(name.slice(factKey(pilot.id, '').length))),
		dispose: () => {
			facts.dispose();
			own.dispose();
		},
	};
}

/** Where the rows of the plan itself stand. */
export const ownDatesAt = 'plan#own';
export const workAt = 'plan#work';
