import type { Shared } from '../schemas/saved-shared.ts';
import { isShared, type Kind, type SharedKind } from './kind.ts';
import { pilot } from './kinds/pilot.ts';

/** Of some kinds those whose records belong to a pilot, and not to something of it: `<prefix><pilot> <record>`. */
export const ofPilot = (kinds: readonly Kind[]): SharedKind<Shared>[] =>
	kinds.filter((kind): kind is SharedKind<Shared> => isShared(kind) && kind.owner?.kind === pilot);
