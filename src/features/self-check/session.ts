import { atom, computed } from 'nanostores';
import { signCheck } from '../../checks/checks.ts';
import { keys, readCheck } from '../../checks/saved.ts';
import { nameOfEntry, readLines, standsFor } from '../../evidence/papers.ts';
import type { KeptPilot } from '../../kept/backup.ts';
import { trust } from '../../kept/doubt.ts';
import { follow, keep } from '../../kept/engine.ts';
import { type Entry, goodOf, read, readAll } from '../../kept/kind.ts';
import { evidence } from '../../kept/kinds/evidence.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { line as lineKind } from '../../kept/kinds/line.ts';
import { newPilot, pilot as pilotKind } from '../../kept/kinds/pilot.ts';
import type { Kept } from '../../kept/open.ts';
import { readTaken, type Taken, takenNow } from '../../kept/taken.ts';
import { type Facts, factsIn, noFacts } from '../../pilots/facts.ts';
import { openPilot } from '../../pilots/pilots.ts';
import type { Check } from '../../schemas/saved-check.ts';

export type Session = Awaited<ReturnType<typeof openSession>>;

/** One check, open on this page: its lines, and what it shares with the others. */
export async function openSession(records: Kept, id: string, check: Check) {
	const lines = await keep(records, lineKind, `${id} `);
	/** The papers that lines cite, and all that may be cited. */
	const register = await keep(records, evidence, `${check.pilot} `);
	/** How everything that is written on this page fares. */
	const $saving = computed([lines.$fates, register.$fates], (ofLines, ofEntries) => ({ ...ofEntries, ...ofLines }));
	const $read = computed([lines.$entries, register.$entries], readLines);
	const $check = atom<Check | undefined>(check);
	/** What the check shares with the others of its pilot. */
	const $facts = atom<Facts>(noFacts);
	/** The pilot as it goes into a file of the check. */
	const $pilot = atom<KeptPilot>({ pilot: { id: check.pilot } });
	/** When this check was last taken away as a file. */
	const $taken = atom<Taken | undefined>(undefined);
	const around = [keys.check(id), keys.backup(id), pilotKind.prefix + check.pilot];
	const shared = `${fact.prefix}${check.pilot} `;

	/** As it was last found. */
	let last = check;

	async function look(): Promise<void> {
		const all = await records.all();
		const [owner, backup] = around.map((key) => all.find(([name]) => name === key)?.[1]);
		const holder = readCheck(owner);
		if (holder.state === 'good') {
			last = holder.value;
			$check.set(last);
		}
		if (owner === undefined) $check.set(undefined);
		const kept = new Map(all);
		const pilot = read(pilotKind, kept.get(pilotKind.prefix + check.pilot));
		const facts = goodOf(readAll(fact, all, shared));
		$pilot.set({ pilot: pilot.state === 'good' ? pilot.value : newPilot(check.pilot), facts });
		$facts.set(factsIn(check.pilot, (key) => kept.get(key)));
		$taken.set(readTaken(backup, lines.$entries.get()));
	}
	await look().catch(() => undefined);
	openPilot(check.pilot, await records.all().catch(() => []));
	const ends = [
		follow(
			records,
			(key) => around.includes(key) || key.startsWith(shared),
			() => void look().catch(() => undefined),
		),
		lines.$gone.listen((gone) => {
			if (gone) $check.set(undefined);
		}),
		lines.dispose,
		register.dispose,
	];

	return {
		...lines,
		id,
		/** The check as it was last found. */
		last: () => last,
		$lines: lines.$entries,
		/** As they are read, with the papers that they cite. */
		$read,
		$saving,
		/** Tries again to store what was not, entries before what cites them. */
		retry: () => {
			register.retry();
			lines.retry();
		},
		register,
		nameOf: (entry: string) => nameOfEntry(register.of(standsFor(entry, register.$entries.get()))),
		$check,
		$facts,
		$pilot,
		$taken,
		records,
		look,
		/** Says who fills the part in. */
		sign: (by: string) => {
			last = { ...last, by };
			$check.set(last);
			signCheck(records, id, by).catch(() => undefined);
		},
		noteBackup: () => {
			const taken = takenNow(lines.$entries.get());
			$taken.set(taken);
			trust();
			// A note for the eye; the file itself is safe.
			records.change([], () => [[keys.backup(id), taken]]).catch(() => undefined);
		},
		/** Stores the check and its lines once more, where they are stored no more. */
		storeAgain: async () => {
			await records.change([keys.check(id), pilotKind.prefix + last.pilot], ([stored, holder]) => [
				...(stored === undefined ? [[keys.check(id), last] as Entry] : []),
				...(holder === undefined ? [[pilotKind.prefix + last.pilot, newPilot(last.pilot)] as Entry] : []),
			]);
			lines.$gone.set(false);
			register.storeAgain();
			lines.storeAgain();
			register.retry();
			lines.retry();
			await look();
		},
		dispose: () => {
			for (const end of ends) end();
		},
	};
}
