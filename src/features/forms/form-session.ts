import type { Saying } from '../../forms/said.ts';
import { keep } from '../../kept/engine.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { form as formKind } from '../../kept/kinds/form.ts';
import { newPilot } from '../../kept/kinds/pilot.ts';
import type { Kept } from '../../kept/open.ts';
import { forgetNext } from '../../pilots/next-day.ts';
import { openPilot, pilotHere, pilotsIn } from '../../pilots/pilots.ts';
import { toldOf } from '../../pilots/told.ts';

export type FormSession = Awaited<ReturnType<typeof openForm>>;

/** One form of a pilot, open on this page: the facts that all forms share, and what is said in this one alone. */
export async function openForm(records: Kept, form: string, asked: string | null) {
	const all = await records.all();
	const pilot = pilotHere(all, asked);
	openPilot(pilot.id, all);
	const facts = await keep(records, fact, `${pilot.id} `, pilot.begins);
	const own = await keep(records, formKind, `${pilot.id} ${form} `, pilot.begins);
	const changed = [facts.$entries.listen(forgetNext), own.$entries.listen(forgetNext)];
	const saying: Saying = {
		fact: (id) => facts.of(id).said,
		own: (field) => own.$entries.get()[field],
	};
	return {
		pilot: pilot.id,
		/** The pilot itself, as it goes into a file. */
		record: () => pilotsIn(all).find(({ id }) => id === pilot.id) ?? newPilot(pilot.id, new Date(0).toISOString()),
		records,
		facts,
		own,
		saying,
		/** What other forms say, as it was stored when this one was opened. */
		elsewhere: toldOf(all, pilot.id, '').own,
		$memoryOnly: records.$memoryOnly,
		dispose: () => {
			for (const end of changed) end();
			facts.dispose();
			own.dispose();
		},
	};
}
