import type { Kind } from './kind.ts';
import { check } from './kinds/check.ts';
import { evidence } from './kinds/evidence.ts';
import { fact } from './kinds/fact.ts';
import { form } from './kinds/form.ts';
import { line } from './kinds/line.ts';
import { pilot } from './kinds/pilot.ts';
import { walk } from './kinds/walk.ts';

/**
 * The kinds that every page knows: what several people fill together and what that belongs to, and whatever has had
 * more than one format. A new kind is a file in `kinds/` and a word here, or in all-kinds.ts.
 */
export const kinds: readonly Kind[] = [pilot, fact, evidence, form, check, line, walk];
