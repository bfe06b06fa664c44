import type { Records } from '../storage/records.ts';
import type { Kind } from './kind.ts';
import { together } from './together.ts';

/** Brings what was only kept in a page into storage that opened after all, together with what is there. */
export async function moveIn(disk: Records, kinds: readonly Kind[], memory: ReadonlyMap<string, unknown>) {
	const moved = new Map<string, unknown>();
	for (;;) {
		const said = [...memory].filter(([key, value]) => moved.get(key) !== value);
		if (said.length === 0) return;
		await disk.change(
			said.map(([key]) => key),
			(stored) =>
				said.map(([key, value], i) => [
					key,
					together(
						kinds.find(({ prefix }) => key.startsWith(prefix)),
						stored[i],
						value,
					),
				]),
		);
		for (const [key, value] of said) moved.set(key, value);
	}
}
