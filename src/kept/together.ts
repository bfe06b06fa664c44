import type { Shared } from '../schemas/saved-shared.ts';
import { tick, writerIn } from './ids.ts';
import { isShared, type Kind, read } from './kind.ts';
import { written } from './lineage.ts';
import { merge } from './merge.ts';

/** What was said since stands over what is stored, neither having known of the other; what cannot be read stays. */
export function together(kind: Kind | undefined, stored: unknown, since: unknown): unknown {
	if (stored === undefined) return since;
	if (!kind) return stored;
	const [before, after] = [read(kind, stored), read(kind, since)];
	if (before.state !== 'good' || after.state !== 'good') return stored;
	if (!isShared(kind)) return kind.join(before.value, after.value);
	const [old, said] = [before.value as Shared, after.value as Shared];
	return written(old, merge(kind, kind.empty(), old, said, said.updatedAt), writerIn(''), tick());
}
