import type { Shared } from '../schemas/saved-shared.ts';
import { factsOfUnit, factsSaid, pilotOfUnit } from './first-edition.ts';
import { entriesOf } from './first-papers.ts';
import type { Entry, SharedKind } from './kind.ts';
import { check } from './kinds/check.ts';
import { evidence } from './kinds/evidence.ts';
import { fact } from './kinds/fact.ts';
import { line } from './kinds/line.ts';
import { pilot } from './kinds/pilot.ts';
import { walk } from './kinds/walk.ts';
import { type Saying, whole } from './said-last.ts';

/*
 * Last words of the first edition, which knew no pilots. Its last builds said what a record was and is; before, each
 * kind had its own form, and of a walk and the unit only what was new was said.
 */

export function firstWords(raw: object, kept: readonly Entry[]): Saying<Shared>[] {
	const {
		kind,
		id,
		base,
		mine,
		at,
		check: ofCheck,
		line: of,
		walk: clause,
		said,
		profile,
	} = raw as { [field: string]: unknown };
	const when = typeof at === 'string' ? at : undefined;
	const { home, begins } = homeIn(kept, mine ?? profile);
	const known = (saying: Saying<Shared> | undefined) => (saying ? [{ ...saying, begins }] : []);
	if (typeof ofCheck === 'string') return lineWords({ id: `${ofCheck} ${of}`, base, mine, at: undefined }, kept);
	if (kind === walk.name) return known(whole(walk, `${home} ${id}`, base, mine, when));
	if (kind === fact.name) {
		const [was, is] = [base, mine].map((record) => factsOfUnit(record) ?? {});
		return Object.keys({ ...was, ...is }).flatMap((name) =>
			known(whole(fact, `${home} ${name}`, was?.[name] ?? fact.empty(), is?.[name] ?? fact.empty(), when)),
		);
	}
	if (typeof clause === 'string') return known(added(walk, `${home} ${clause}`, said));
	return Object.entries(factsSaid(profile)).flatMap(([name, text]) =>
		known(added(fact, `${home} ${name}`, { said: text })),
	);
}

/** What was said of a line while it had its papers in it: they are entries now, and come first. */
export function lineWords(
	{ id, base, mine, at }: { id: string; base: unknown; mine: unknown; at: unknown },
	kept: readonly Entry[],
): Saying<Shared>[] {
	const [of = ''] = id.split(' ');
	const holder = kept.find(([key]) => key === check.prefix + of)?.[1] as { pilot?: string } | undefined;
	const stored = new Set(kept.map(([key]) => key));
	const entries = Array.from(entriesOf(mine), ([entry, record]) => ({ id: `${holder?.pilot} ${entry}`, record }))
		.filter((entry) => holder?.pilot !== undefined && !stored.has(evidence.prefix + entry.id))
		.flatMap((entry) => whole(evidence, entry.id, evidence.empty(), entry.record) ?? []);
	const said = whole(line, id, base, mine, typeof at === 'string' ? at : undefined);
	return said ? [...entries, said] : [];
}

/** The pilot that what was kept has become: the one last worked on. */
function homeIn(kept: readonly Entry[], unit: unknown): { home: string; begins: boolean } {
	const pilots = kept.flatMap(([key, value]) => (key.startsWith(pilot.prefix) && pilot.is(value) ? [value] : []));
	const [last] = pilots.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
	return last ? { home: last.id, begins: false } : { home: pilotOfUnit(unit), begins: true };
}

function added(kind: SharedKind<Shared>, id: string, said: unknown): Saying<Shared> | undefined {
	const say = (stored = kind.empty()) => ({ base: stored, mine: { ...stored, ...(said as object) } });
	return kind.is(say().mine) ? { kind, id, say } : undefined;
}
