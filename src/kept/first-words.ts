import type { Shared } from '../schemas/saved-shared.ts';
import type { SharedKind } from './kind.ts';
import { facts } from './kinds/facts.ts';
import { line } from './kinds/line.ts';
import { walk } from './kinds/walk.ts';
import { type Saying, whole } from './said-last.ts';

/** Until 2026-11 each kind had its own form, and of a walk and the unit only what was new was said. */
export function firstWords(raw: object): Saying<Shared> | undefined {
	const { check, line: of, base, mine, walk: clause, said, profile } = raw as { [field: string]: unknown };
	if (typeof check === 'string') return whole(line, `${check} ${of}`, base, mine);
	if (typeof clause === 'string') return added(walk, clause, said);
	return profile ? added(facts, '', profile) : undefined;
}

function added(kind: SharedKind<Shared>, id: string, said: unknown): Saying<Shared> | undefined {
	const say = (stored = kind.empty()) => ({ base: stored, mine: { ...stored, ...(said as object) } });
	return kind.is(say().mine) ? { kind, id, say } : undefined;
}
