import { type Entry, type Kind, read } from './kind.ts';

/** Where records of an earlier edition go that stood under other keys; what is written as undefined goes away. */
export type Moves = (entries: readonly Entry[]) => Entry[];

/** What changes of all that is stored, so that it is as this build keeps it. */
export function upgraded(entries: readonly Entry[], kinds: readonly Kind[], moves: Moves): Entry[] {
	const moved = moves(entries);
	const gone = new Set(moved.map(([key]) => key));
	const changed = entries.flatMap(([key, raw]): Entry[] => {
		const kind = gone.has(key) ? undefined : kinds.find(({ prefix }) => key.startsWith(prefix));
		const found = kind && read(kind, raw);
		return found?.state === 'good' && found.value !== raw ? [[key, found.value]] : [];
	});
	return [...moved, ...changed];
}
