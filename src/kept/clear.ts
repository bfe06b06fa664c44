import type { Shared } from '../schemas/saved-shared.ts';
import type { Keeping } from './engine.ts';
import { read, type SharedKind } from './kind.ts';
import type { Kept } from './open.ts';
import { together } from './together.ts';

/** Takes the records of a kind whose ids begin with `scope` away, also what could not be stored, and gives what brings them back. */
export async function clear<T extends Shared>(
	records: Kept,
	kind: SharedKind<T>,
	keeping: Pick<Keeping<T>, 'drop' | 'look'>,
	scope: string,
): Promise<() => Promise<void>> {
	const start = kind.prefix + scope;
	const stored = (await records.all()).filter(([key]) => key.startsWith(start));
	await records.change([], () => stored.map(([key]) => [key, undefined]));
	const dropped = Array.from(keeping.drop(), ([id, said]) => [start + id, said] as const);
	const taken = new Map<string, unknown>([...stored, ...dropped]);
	const good = (raw: unknown) => read(kind, raw).state === 'good';
	/** What was said since stands over what was taken away. */
	const back = (old: unknown, since: unknown) =>
		since !== undefined && good(old) && good(since) ? together(kind, old, since) : (since ?? old);
	return async () => {
		await records.change([...taken.keys()], (current) =>
			Array.from(taken, ([key, old], i) => [key, back(old, current[i])]),
		);
		await keeping.look();
	};
}
