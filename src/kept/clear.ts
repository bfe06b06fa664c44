import type { Shared } from '../schemas/saved-shared.ts';
import type { Keeping } from './engine.ts';
import { read, type SharedKind } from './kind.ts';
import { merge } from './merge.ts';
import type { Kept } from './open.ts';

/** Takes all records of a kind away, also what could not be stored, and gives what brings them back. */
export async function clear<T extends Shared>(
	records: Kept,
	kind: SharedKind<T>,
	keeping: Pick<Keeping<T>, 'drop' | 'look'>,
): Promise<() => Promise<void>> {
	const stored = (await records.all()).filter(([key]) => key.startsWith(kind.prefix));
	await records.change([], () => stored.map(([key]) => [key, undefined]));
	const dropped = Array.from(keeping.drop(), ([id, said]) => [kind.prefix + id, said] as const);
	const taken = new Map<string, unknown>([...stored, ...dropped]);
	await keeping.look();
	return async () => {
		await records.change([...taken.keys()], (current) =>
			Array.from(taken, ([key, old], i) => [key, together(kind, old, current[i])]),
		);
		await keeping.look();
	};
}

/** What was said since stands over what was taken away. */
function together<T extends Shared>(kind: SharedKind<T>, old: unknown, since: unknown): unknown {
	if (since === undefined) return old;
	const [before, after] = [read(kind, old), read(kind, since)];
	if (before.state !== 'good' || after.state !== 'good') return since;
	return merge(kind, kind.empty(), before.value, after.value, after.value.updatedAt);
}
