import { allKinds } from '../kept/all-kinds.ts';
import type { Entry } from '../kept/kind.ts';
import { moves } from '../kept/moves.ts';
import type { Kept } from '../kept/open.ts';
import { upgraded } from '../kept/upgraded.ts';
import { trashIn } from './trash.ts';

/** Brings back what was deleted, as they are kept now; what has come in their place since stays. */
export async function takeBack(records: Kept, key: string): Promise<void> {
	const found = trashIn([[key, await records.get(key)]])[0];
	if (!found) return;
	const back = new Map(found.entries);
	for (const [name, value] of upgraded(found.entries, allKinds, moves))
		if (value === undefined) back.delete(name);
		else back.set(name, value);
	const names = [...back.keys()];
	await records.change(names, (current) => [
		...names.flatMap((name, i): Entry[] => (current[i] === undefined ? [[name, back.get(name)]] : [])),
		[key, undefined],
	]);
}
