import { atom } from 'nanostores';
import { keys, readCheck, readProfile } from '../../checks/saved.ts';
import { trust } from '../../kept/doubt.ts';
import { follow, keep } from '../../kept/engine.ts';
import { facts } from '../../kept/kinds/facts.ts';
import { line as lineKind } from '../../kept/kinds/line.ts';
import type { Kept } from '../../kept/open.ts';
import { readTaken, type Taken, takenNow } from '../../kept/taken.ts';
import type { Check, Profile } from '../../schemas/saved-check.ts';

export type Session = Awaited<ReturnType<typeof openSession>>;

/** One check, open on this page: its lines, and what it shares with the others. */
export async function openSession(records: Kept, id: string, check: Check) {
	const lines = await keep(records, lineKind, `${id} `);
	const $check = atom<Check | undefined>(check);
	const $profile = atom<Profile>(facts.empty());
	/** When this check was last taken away as a file. */
	const $taken = atom<Taken | undefined>(undefined);
	const around = [keys.check(id), keys.profile, keys.backup(id)];

	/** As it was last found. */
	let last = check;

	async function look(): Promise<void> {
		const [owner, unit, backup] = await Promise.all(around.map(records.get));
		const holder = readCheck(owner);
		if (holder.state === 'good') {
			last = holder.value;
			$check.set(last);
		}
		if (owner === undefined) $check.set(undefined);
		const read = readProfile(unit);
		if (read.state === 'good') $profile.set(read.value);
		$taken.set(readTaken(backup, lines.$entries.get()));
	}
	await look().catch(() => undefined);
	const ends = [
		follow(
			records,
			(key) => around.includes(key),
			() => void look().catch(() => undefined),
		),
		lines.$gone.listen((gone) => {
			if (gone) $check.set(undefined);
		}),
		lines.dispose,
	];

	return {
		...lines,
		id,
		/** The check as it was last found. */
		last: () => last,
		$lines: lines.$entries,
		$check,
		$profile,
		$taken,
		records,
		look,
		noteBackup: () => {
			const taken = takenNow(lines.$entries.get());
			$taken.set(taken);
			trust();
			// A note for the eye; the file itself is safe.
			records.change([], () => [[keys.backup(id), taken]]).catch(() => undefined);
		},
		/** Stores the check and its lines once more, where they are stored no more. */
		storeAgain: async () => {
			await records.change([keys.check(id)], ([stored]) => (stored === undefined ? [[keys.check(id), last]] : []));
			lines.$gone.set(false);
			lines.storeAgain();
			lines.retry();
			await look();
		},
		dispose: () => {
			for (const end of ends) end();
		},
	};
}
