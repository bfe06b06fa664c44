import { atom } from 'nanostores';
import type { Kind } from '../../src/kept/kind.ts';
import { kinds as shipped } from '../../src/kept/kinds.ts';
import type { Kept } from '../../src/kept/open.ts';
import * as records from '../../src/storage/records.ts';

/** Records without a database; a page that holds them believes that they outlive it unless told otherwise. */
export const inMemory = (
	values: Map<string, unknown> = new Map(),
	{ kinds = shipped, memoryOnly }: { kinds?: readonly Kind[]; memoryOnly?: string } = {},
): Kept => ({ ...records.inMemory(values), $memoryOnly: atom(memoryOnly), kinds });
