import { freshId, here, nameOfBrowser, tick, writerIn } from '../kept/ids.ts';
import { type Entry, read, type SharedKind } from '../kept/kind.ts';
import { evidence } from '../kept/kinds/evidence.ts';
import { line as lineKind } from '../kept/kinds/line.ts';
import { newPilot, pilot as pilotKind } from '../kept/kinds/pilot.ts';
import { sumOf, written } from '../kept/lineage.ts';
import type { Kept } from '../kept/open.ts';
import type { LineRecord } from '../schemas/saved-check.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import { bare, type Known, present } from './match.ts';
import type { Register } from './papers.ts';
import type { PastedPaper } from './pasted.ts';

/* What can be done with many entries of a register at once. */

export type NewEntry = Partial<Omit<PastedPaper, 'line'>>;

/** An entry as it was put in. */
export interface Added {
	id: string;
	sum: string;
}

/** Puts many in at once, in one transaction. */
export async function addEntries(records: Kept, pilot: string, papers: readonly NewEntry[]): Promise<Added[]> {
	const added = papers.map((): Added => ({ id: freshId(), sum: '' }));
	const at = new Date().toISOString();
	await records.change([here, pilotKind.prefix + pilot], ([named, owner]) => {
		const browser = nameOfBrowser(named);
		return [
			[here, browser],
			...(owner === undefined ? [[pilotKind.prefix + pilot, newPilot(pilot, at)] as Entry] : []),
			...papers.map((paper, i): Entry => {
				const own = added[i] as Added;
				const record: EvidenceRecord = { ...evidence.empty(), ...paper, updatedAt: at };
				const entry = written(undefined, record, writerIn(browser), tick());
				own.sum = sumOf(entry);
				return [`${evidence.prefix}${pilot} ${own.id}`, entry];
			}),
		];
	});
	return added;
}

/** Takes what was just put in out again, but for what has been worked on since. */
export const takeOut = (records: Kept, pilot: string, added: readonly Added[]): Promise<void> => {
	const keys = added.map(({ id }) => `${evidence.prefix}${pilot} ${id}`);
	return records.change(keys, (current) =>
		keys.flatMap((key, i): Entry[] => {
			const now = current[i] as EvidenceRecord | undefined;
			return now && sumOf(now) === added[i]?.sum ? [[key, undefined]] : [];
		}),
	);
};

/** By what two entries are taken for the same: what they are called and numbered. */
const keyOf = ({ name, number }: Pick<EvidenceRecord, 'name' | 'number'>): string => `${bare(name)} ${bare(number)}`;

function groupedBy(all: readonly Known[], keyOf: (entry: EvidenceRecord) => string): Map<string, Known[]> {
	const groups = new Map<string, Known[]>();
	for (const known of all) groups.set(keyOf(known.entry), [...(groups.get(keyOf(known.entry)) ?? []), known]);
	return groups;
}

/** Those that are there under the same name and number; one without a number is the only numbered one of its name. */
export const alike = (register: Register): Known[][] =>
	[...groupedBy(present(register), ({ name }) => bare(name))]
		.flatMap(([name, group]) => {
			const numbers = groupedBy(group, ({ number }) => bare(number));
			if (name && numbers.size === 2 && numbers.has('')) return [group];
			return [...numbers].flatMap(([number, same]) => (name || number ? [same] : []));
		})
		.filter((group) => group.length > 1);

/** The entry that a paper is already, if it is there. */
export const knownAs = (
	register: Register,
): ((paper: Pick<EvidenceRecord, 'name' | 'number'>) => Known | undefined) => {
	const by = new Map(present(register).map((known) => [keyOf(known.entry), known]));
	return (paper) => by.get(keyOf(paper));
};

const filled = ['number', 'date', 'kept', 'copies', 'note'] as const;

/** What the entry that stays takes from the other: what it does not say itself. */
export const takenOver = (stays: EvidenceRecord, other: EvidenceRecord): Partial<EvidenceRecord> => ({
	...Object.fromEntries(
		filled.flatMap((field) => (!stays[field].trim() && other[field].trim() ? [[field, other[field]]] : [])),
	),
	...(!stays.stamped && other.stamped && { stamped: true }),
});

/** Changes many records of a kind in one transaction, each from what is stored; what cannot be read stays. */
async function changeMany<T extends Shared>(
	records: Kept,
	kind: SharedKind<T>,
	changes: ReadonlyMap<string, (now: T) => Partial<T>>,
): Promise<void> {
	const keys = [...changes.keys()];
	const at = new Date().toISOString();
	await records.change([here, ...keys], ([named, ...current]) => {
		const browser = nameOfBrowser(named);
		return [
			[here, browser],
			...keys.flatMap((key, i): Entry[] => {
				const found = current[i] === undefined ? undefined : read(kind, current[i]);
				if (found && found.state !== 'good') return [];
				const now = found?.value;
				const next = { ...(now ?? kind.empty()), ...changes.get(key)?.(now ?? kind.empty()), updatedAt: at };
				return [[key, written(now, next, writerIn(browser), tick())]];
			}),
		];
	});
}

const two = (count: number): string => `${count}`.padStart(2, '0');

/** C1-1-01: the line that cites an entry first, in the order of the table, and which of its papers it is. */
export function codesFor(
	order: readonly string[],
	papersOf: (line: string) => readonly { id: string }[],
): Map<string, string> {
	const codes = new Map<string, string>();
	for (const line of order) {
		let count = 0;
		for (const { id } of papersOf(line)) {
			if (codes.has(id)) continue;
			count += 1;
			codes.set(id, `${line.toUpperCase()}-${two(count)}`);
		}
	}
	return codes;
}

export const giveCodes = (records: Kept, pilot: string, codes: ReadonlyMap<string, string>): Promise<void> =>
	changeMany(
		records,
		evidence,
		new Map(Array.from(codes, ([id, code]) => [`${evidence.prefix}${pilot} ${id}`, () => ({ code })])),
	);

/** Entries cited by many lines of a check at once; what a line cites already it cites once. */
export const citeMany = (records: Kept, check: string, cites: ReadonlyMap<string, readonly string[]>): Promise<void> =>
	changeMany<LineRecord>(
		records,
		lineKind,
		new Map(
			Array.from(cites, ([line, ids]) => [
				`${lineKind.prefix}${check} ${line}`,
				({ papers }: LineRecord) => ({
					papers: [
						...papers,
						...[...new Set(ids)].filter((id) => !papers.some((cite) => cite.id === id)).map((id) => ({ id, note: '' })),
					],
				}),
			]),
		),
	);
