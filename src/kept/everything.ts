import type { Check, Profile } from '../schemas/saved-check.ts';
import { asText, formats, type KeptCheck } from './backup.ts';
import { type Kind, readAll } from './kind.ts';
import { check as checkKind } from './kinds/check.ts';
import { facts } from './kinds/facts.ts';
import { line as lineKind } from './kinds/line.ts';

/* What is stored, kind by kind, as it goes into a file. */

export interface All {
	checks: KeptCheck[];
	profile: Profile;
	/** Of every other kind its records by their ids; of a kind of which there is one, by ''. */
	others: { [kind: string]: { [id: string]: unknown } };
	/** What cannot be read, by keys and as it was found; a check with its lines. */
	broken: { [key: string]: unknown }[];
}

export const textOfAll = ({ checks, profile, others, broken }: All): string =>
	asText(formats.everything, { profile, checks, ...others, ...(broken.length > 0 && { unreadable: broken }) });

type Entries = readonly [string, unknown][];

const inOrder = (all: Entries): Entries => [...all].sort(([a], [b]) => (a < b ? -1 : 1));

/** What is stored of one check. */
export function keptOf(all: Entries, check: Check): KeptCheck {
	const { good, bad } = sorted(lineKind, inOrder(all), `${lineKind.prefix}${check.id} `);
	return { check, lines: good, unreadable: bad };
}

function sorted<T>(kind: Kind<T>, all: Entries, start?: string) {
	const good: { [id: string]: T } = {};
	const bad: { [id: string]: unknown } = {};
	for (const [id, found] of readAll(kind, all, start))
		if (found.state === 'good') good[id] = found.value;
		else bad[id] = found.raw;
	return { good, bad };
}

/** Everything that is stored. */
export function allKept(all: Entries, kinds: readonly Kind[]): All {
	const entries = inOrder(all);
	const checks = sorted(checkKind, entries);
	const unit = sorted(facts, entries);
	const apart: readonly Kind[] = [checkKind, lineKind, facts];
	const rest = kinds.filter((kind) => !apart.includes(kind)).map((kind) => ({ kind, ...sorted(kind, entries) }));
	const underKey = ({ prefix }: Pick<Kind, 'prefix'>, bad: { [id: string]: unknown }) =>
		Object.entries(bad).map(([id, raw]) => ({ [prefix + id]: raw }));
	return {
		checks: Object.values(checks.good).map((check) => keptOf(entries, check)),
		profile: unit.good[''] ?? facts.empty(),
		others: Object.fromEntries(
			rest.filter(({ good }) => Object.keys(good).length > 0).map(({ kind, good }) => [kind.name, good]),
		),
		broken: [
			...Object.keys(checks.bad).map((id) => {
				const own = [checkKind.prefix + id, `${lineKind.prefix}${id} `];
				return Object.fromEntries(entries.filter(([key]) => key === own[0] || key.startsWith(`${own[1]}`)));
			}),
			...underKey(facts, unit.bad),
			...rest.flatMap(({ kind, bad }) => underKey(kind, bad)),
		],
	};
}

/** Some lines of a check, to be filled in elsewhere and brought back. */
export const partOf = ({ check, lines }: KeptCheck, chosen: readonly string[]): KeptCheck => ({
	check: { ...check, part: [...chosen] },
	lines: Object.fromEntries(Object.entries(lines).filter(([line]) => chosen.includes(line))),
	unreadable: {},
});
