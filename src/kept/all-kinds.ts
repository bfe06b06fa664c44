import type { Kind } from './kind.ts';
import { aside } from './kinds/aside.ts';
import { event, eventCount, exam, mock } from './kinds/study.ts';
import { kinds } from './kinds.ts';

/** Every kind of record that is kept; what a learner alone writes comes with the pages that need it. */
export const allKinds: readonly Kind[] = [...kinds, event, eventCount, mock, exam, aside];
