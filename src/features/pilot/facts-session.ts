import { keys } from '../../checks/saved.ts';
import { allKinds } from '../../kept/all-kinds.ts';
import { type KeptPilot, textOfPilot } from '../../kept/backup.ts';
import { trust } from '../../kept/doubt.ts';
import { keep } from '../../kept/engine.ts';
import { keptOfPilot } from '../../kept/everything.ts';
import { unitKey } from '../../kept/first-edition.ts';
import { fact } from '../../kept/kinds/fact.ts';
import type { Kept } from '../../kept/open.ts';
import { isTaken, takenNow } from '../../kept/taken.ts';
import { factKey, factsIn } from '../../pilots/facts.ts';
import { forgetNext } from '../../pilots/next-day.ts';
import { openPilot, pilotHere } from '../../pilots/pilots.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';

export type FactsSession = Awaited<ReturnType<typeof openFacts>>;

/** The facts of the pilot that is asked for, or that someone is at, open on this page. */
export async function openFacts(records: Kept, asked: string | null) {
	const all = await records.all();
	const pilot = pilotHere(all, asked);
	openPilot(pilot.id, all);
	const facts = await keep(records, fact, `${pilot.id} `, pilot.begins);
	/** Other pages name the pilot by what is said here. */
	const named = facts.$fates.listen((fates, _, id) => {
		if (/^(unit|pilot)-name$/.test(`${id}`) && fates[`${id}`]?.state === 'saved')
			records.all().then(
				(now) => openPilot(pilot.id, now),
				() => undefined,
			);
	});
	const changed = facts.$entries.listen(forgetNext);
	const said = (name: string) => facts.of(name).said;
	return {
		...facts,
		pilot: pilot.id,
		/** What the edition before kept of the unit and nobody can read. */
		unread: all.some(([key]) => key === unitKey),
		factsNow: () => factsIn(pilot.id, (key) => facts.of(key.slice(factKey(pilot.id, '').length))),
		/** The pilot as a file, with what stands on this page, stored or not. */
		save: async () => {
			const kept: KeptPilot = await records.all().then(
				(now) => keptOfPilot(now, pilot.id, allKinds),
				() => ({ pilot: { id: pilot.id } }),
			);
			const text = textOfPilot({ ...kept, facts: { ...kept.facts, ...facts.$entries.get() } });
			const parts = { unit: said('unit-name'), table: '', check: '', what: '试点备份', day: today(), ending: 'json' };
			if (!download(parts, json(text), { backup: text })) return;
			trust();
			const key = keys.backup(fact.name);
			const sums = Object.entries(facts.$entries.get()).map(([id, record]) => [`${pilot.id} ${id}`, record] as const);
			const taken = takenNow(Object.fromEntries(sums));
			// A note for the eye; the file itself is safe.
			await records
				.change([key], ([was]) => [[key, isTaken(was) ? { ...taken, sums: { ...was.sums, ...taken.sums } } : taken]])
				.catch(() => undefined);
		},
		dispose: () => {
			named();
			changed();
			facts.dispose();
		},
	};
}
