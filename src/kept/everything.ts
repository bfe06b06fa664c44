import type { Check } from '../schemas/saved-check.ts';
import { asText, type KeptCheck, type KeptPilot } from './backup.ts';
import { unitKey } from './first-edition.ts';
import { type Entry, type Kind, readAll } from './kind.ts';
import { check as checkKind } from './kinds/check.ts';
import { line as lineKind } from './kinds/line.ts';
import { newPilot, pilot as pilotKind } from './kinds/pilot.ts';
import { ofPilot } from './of-pilot.ts';

/* What is stored, kind by kind, as it goes into a file. */

export interface All {
	pilots: KeptPilot[];
	/** Of every kind that is no pilot's its records by their ids; of a kind of which there is one, by ''. */
	others: { [kind: string]: { [id: string]: unknown } };
	/** What cannot be read, by keys and as it was found; a check with its lines. */
	broken: { [key: string]: unknown }[];
}

export const textOfAll = ({ pilots, others, broken }: All): string =>
	asText({ pilots, ...others, ...(broken.length > 0 && { unreadable: broken }) });

type Entries = readonly Entry[];

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

/** What is stored of one pilot. */
export function keptOfPilot(all: Entries, id: string, kinds: readonly Kind[]): KeptPilot {
	const entries = inOrder(all);
	const pilot = sorted(pilotKind, entries).good[id] ?? newPilot(id, new Date(0).toISOString());
	const own = ofPilot(kinds).flatMap((kind) => {
		const { good } = sorted(kind, entries, `${kind.prefix}${id} `);
		return Object.keys(good).length > 0 ? [[kind.name, good]] : [];
	});
	const checks = Object.values(sorted(checkKind, entries).good)
		.filter((check) => check.pilot === id)
		.map((check) => keptOf(entries, check));
	return { pilot, ...Object.fromEntries(own), ...(checks.length > 0 && { checks }) };
}

/** Everything that is stored. */
export function allKept(all: Entries, kinds: readonly Kind[]): All {
	const entries = inOrder(all);
	const [checks, pilots] = [sorted(checkKind, entries), sorted(pilotKind, entries)];
	const ofPilots = ofPilot(kinds).map((kind) => ({ kind, ...sorted<unknown>(kind, entries) }));
	const ids = [
		...Object.keys(pilots.good),
		...Object.values(checks.good).map((check) => check.pilot),
		...ofPilots.flatMap(({ good }) => Object.keys(good).map((id) => id.split(' ')[0] ?? '')),
	];
	const apart: readonly Kind[] = [pilotKind, checkKind, lineKind, ...ofPilots.map(({ kind }) => kind)];
	const rest = kinds.filter((kind) => !apart.includes(kind)).map((kind) => ({ kind, ...sorted(kind, entries) }));
	const underKey = ({ prefix }: Pick<Kind, 'prefix'>, bad: { [id: string]: unknown }) =>
		Object.entries(bad).map(([id, raw]) => ({ [prefix + id]: raw }));
	return {
		pilots: [...new Set(ids)].map((id) => keptOfPilot(entries, id, kinds)),
		others: Object.fromEntries(
			rest.filter(({ good }) => Object.keys(good).length > 0).map(({ kind, good }) => [kind.name, good]),
		),
		broken: [
			...Object.keys(checks.bad).map((id) => {
				const own = [checkKind.prefix + id, `${lineKind.prefix}${id} `];
				return Object.fromEntries(entries.filter(([key]) => key === own[0] || key.startsWith(`${own[1]}`)));
			}),
			...entries.filter(([key]) => key === unitKey).map((entry) => Object.fromEntries([entry])),
			...underKey(pilotKind, pilots.bad),
			...[...ofPilots, ...rest].flatMap(({ kind, bad }) => underKey(kind, bad)),
		],
	};
}

/** Some lines of a check, to be filled in elsewhere, by someone, and brought back. */
export const partOf = ({ check, lines }: KeptCheck, chosen: readonly string[], by = ''): KeptCheck => ({
	check: { ...check, part: [...chosen], ...(by && { by }) },
	lines: Object.fromEntries(Object.entries(lines).filter(([line]) => chosen.includes(line))),
	unreadable: {},
});
