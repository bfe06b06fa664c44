import { digest } from '../digest.ts';
import { type Shared, sharedBy } from '../schemas/saved-shared.ts';
import { only, text } from '../schemas/sound.ts';
import { type Entry, type Kind, read } from './kind.ts';
import { check } from './kinds/check.ts';
import { fact } from './kinds/fact.ts';
import { newPilot, pilot } from './kinds/pilot.ts';
import { walk } from './kinds/walk.ts';
import { sameContent, shared, sumOf } from './lineage.ts';
import { isTaken } from './taken.ts';

/*
 * Until 2026-11 a browser kept one unit, one walk, and checks beside them. All of it becomes one pilot. Whoever does so
 * apart comes to the same ids, so that what colleagues kept comes together.
 */

/** Where the unit's record stood; it stays there where it cannot be read. */
export const unitKey = 'profile';

/** The unit's record as it was. */
const unit = {
	format: 2,
	is: sharedBy({ format: only(2), name: text, sector: text, from: text, to: text, running: text }) as (
		raw: unknown,
	) => raw is Shared,
	upgrade: { 1: shared(2) },
};

/** What its fields are now called. */
const factOf = new Map([
	['name', 'unit-name'],
	['sector', 'sector'],
	['from', 'begins'],
	['to', 'ends'],
	['running', 'running'],
]);

/** The pilot that a unit becomes, by its name. */
export function pilotOfUnit(raw: unknown): string {
	const found = read(unit, raw);
	const name = found.state === 'good' ? (found.value as unknown as { name: string }).name.trim() : '';
	return name ? `u${digest(name)}` : 'first';
}

/** What the unit's record says that this build knows nothing of; kept with its name. */
function unknownIn(record: Shared): object {
	const { format: _, updatedAt: __, version: ___, seen: ____, rivals: _____, setAside, ...said } = record;
	const known = (field: string) => factOf.has(field);
	const rest = Object.entries(said).filter(([field]) => !known(field));
	const aside = setAside.filter(({ field }) => !known(field));
	return { ...Object.fromEntries(rest), ...(aside.length > 0 && { aside }) };
}

/** One field of a record, of its versions and of what it has set aside, as a record of its own. */
function part(record: Shared, field: string): Shared {
	const { updatedAt, version, seen, rivals, setAside } = record;
	const own: Shared = {
		...(field === 'name' && unknownIn(record)),
		...shared(3)({ said: (record as unknown as { [field: string]: string })[field] ?? '' }),
		updatedAt,
		setAside: setAside.filter((each) => each.field === field).map((each) => ({ ...each, field: 'said' })),
	};
	const whole = version?.sum === sumOf(record);
	return {
		...own,
		...(version && { version: { ...version, sum: whole ? sumOf(own) : version.sum } }),
		...(seen && { seen }),
		...(rivals && { rivals: rivals.map((rival) => part(rival, field)) }),
	} as Shared;
}

const saysSomething = (record: Shared): boolean =>
	!sameContent(record, fact.empty()) || (record.rivals ?? []).some(saysSomething);

/** The facts of a unit's record, by their ids; undefined where it cannot be read. */
export function factsOfUnit(raw: unknown): { [fact: string]: Shared } | undefined {
	const found = read(unit, raw);
	if (found.state !== 'good') return undefined;
	const parts = Array.from(factOf, ([field, id]): [string, Shared] => [id, part(found.value, field)]);
	return Object.fromEntries(parts.filter(([, record]) => saysSomething(record)));
}

/** What was said of a unit in part, by the facts that it is now. */
export const factsSaid = (said: unknown): { [fact: string]: unknown } =>
	Object.fromEntries(
		Object.entries(typeof said === 'object' && said ? said : {}).flatMap(([field, value]) => {
			const name = factOf.get(field);
			return name ? [[name, value]] : [];
		}),
	);

/** What a record of the first edition is in a pilot; undefined where it is none, or cannot be read. */
export function inPilot(home: string, [key, raw]: Entry): Entry[] | undefined {
	if (key === unitKey) {
		const facts = factsOfUnit(raw);
		return facts && Object.entries(facts).map(([id, record]): Entry => [`${fact.prefix}${home} ${id}`, record]);
	}
	const clause = key.startsWith(walk.prefix) ? key.slice(walk.prefix.length) : '';
	if (clause && !clause.includes(' ')) {
		const found = read(walk, raw);
		return found.state === 'good' ? [[`${walk.prefix}${home} ${clause}`, found.value]] : undefined;
	}
	if (key.startsWith(check.prefix)) {
		const found = read(check, raw);
		return found.state === 'good' && found.value.pilot === '' ? [[key, { ...found.value, pilot: home }]] : undefined;
	}
	return undefined;
}

/** Everything that the first edition kept, in its pilot; what is written as undefined goes away. */
export function firstEdition(entries: readonly Entry[]): Entry[] {
	const kept = new Map(entries);
	const home = pilotOfUnit(kept.get(unitKey));
	const moves = entries.flatMap((entry) => {
		const became = inPilot(home, entry);
		return became ? [{ was: entry, became }] : [];
	});
	if (moves.length === 0) return [];
	const times = moves.flatMap(({ became }) => became.map(([, value]) => (value as Shared).updatedAt)).sort();
	const owner = newPilot(home, times[0]);
	return [
		...moves.flatMap(({ was: [key], became }): Entry[] => [[key, undefined], ...became]),
		[pilot.prefix + home, { ...owner, updatedAt: times.at(-1) ?? owner.updatedAt }],
		...takenNote(kept, fact, moves),
		...takenNote(kept, walk, moves),
		...lastImport(kept, home),
	];
}

interface Move {
	was: Entry;
	became: Entry[];
}

/** When records were last taken away: those that were as they are, are so still. */
function takenNote(kept: ReadonlyMap<string, unknown>, { name, prefix }: Kind, moves: readonly Move[]): Entry[] {
	const key = `backup ${name}`;
	const taken = kept.get(key);
	if (!isTaken(taken)) return [];
	const sums = moves.flatMap(({ was: [old, raw], became }) => {
		const id = old.startsWith(walk.prefix) ? old.slice(walk.prefix.length) : '';
		return taken.sums[id] !== sumOf(raw as Shared)
			? []
			: became.flatMap(([now, value]) =>
					now.startsWith(prefix) ? [[now.slice(prefix.length), sumOf(value as Shared)] as const] : [],
				);
	});
	return [[key, { ...taken, sums: Object.fromEntries(sums) }]];
}

/** What the last import changed can still be undone. */
function lastImport(kept: ReadonlyMap<string, unknown>, home: string): Entry[] {
	const before = kept.get('before');
	const changed = typeof before === 'object' && before !== null && 'changed' in before ? before.changed : undefined;
	if (!Array.isArray(changed)) return [];
	const now = changed.flatMap((change: { key: string; was: unknown; became: unknown }) => {
		const [was, became] = [change.was, change.became].map((value) => inPilot(home, [change.key, value]));
		if (!was && !became) return [change];
		const keys = new Set([...(was ?? []), ...(became ?? [])].map(([key]) => key));
		const at = (all: Entry[] | undefined, key: string) => all?.find(([name]) => name === key)?.[1];
		return Array.from(keys, (key) => ({ key, was: at(was, key), became: at(became, key) }));
	});
	return [['before', { ...(before as object), changed: now }]];
}
