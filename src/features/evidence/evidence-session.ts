import { atom } from 'nanostores';
import { follow, keep } from '../../kept/engine.ts';
import type { Entry } from '../../kept/kind.ts';
import { evidence } from '../../kept/kinds/evidence.ts';
import type { Kept } from '../../kept/open.ts';
import { openPilot, pilotHere } from '../../pilots/pilots.ts';

export type EvidenceSession = Awaited<ReturnType<typeof openRegister>>;

/** The register of the pilot that someone is at, open on this page, with all that may cite it. */
export async function openRegister(records: Kept, asked: string | null) {
	const first = await records.all();
	const pilot = pilotHere(first, asked);
	openPilot(pilot.id, first);
	const register = await keep(records, evidence, `${pilot.id} `, pilot.begins);
	const $all = atom<Entry[]>(first);
	const look = async () => $all.set(await records.all());
	const unfollow = follow(
		records,
		(key) => /^(line|check|fact) /.test(key),
		() => void look().catch(() => undefined),
	);
	return {
		...register,
		records,
		pilot: pilot.id,
		$all,
		dispose: () => {
			unfollow();
			register.dispose();
		},
	};
}
