import { canonical } from '../../digest.ts';
import { readAll } from '../../kept/kind.ts';
import { event as eventKind } from '../../kept/kinds/study.ts';
import type { StoredEvent } from '../../schemas/saved-study.ts';
import type { BroughtRecord } from './read-file.ts';

/* Where what was learnt elsewhere stands among what was learnt here: it happened in between, and nothing is numbered anew. */

/** What happened, whatever its number. */
const happened = ({ n: _, ...event }: StoredEvent): string => canonical(event);

const byNumber = (a: StoredEvent, b: StoredEvent) => a.n - b.n;

/** The number of each event that comes between those that are here, by the clock; those after the same one share the gap. */
function between(here: readonly StoredEvent[], coming: readonly StoredEvent[]): StoredEvent[] {
	if (here.length === 0) return [...coming];
	const inOrder = [...here].sort(byNumber);
	const gaps = new Map<number, StoredEvent[]>();
	for (const event of [...coming].sort((a, b) => a.at.localeCompare(b.at) || byNumber(a, b))) {
		const after = inOrder.findLastIndex(({ at }) => at <= event.at);
		gaps.set(after, [...(gaps.get(after) ?? []), event]);
	}
	return Array.from(gaps, ([after, events]) => {
		const from = inOrder[after]?.n ?? 0;
		const to = inOrder[after + 1]?.n ?? from + 1;
		return events.map((event, i) => ({ ...event, n: from + ((to - from) * (i + 1)) / (events.length + 1) }));
	}).flat();
}

const isEvent = ({ kind }: BroughtRecord) => kind.name === eventKind.name;

/** The records of several files; of events those that are not known yet, each in its place. */
export function placeEvents(
	files: readonly (readonly BroughtRecord[])[],
	stored: ReadonlyMap<string, unknown>,
): BroughtRecord[] {
	const here = [...readAll(eventKind, stored).values()].flatMap((found) =>
		found.state === 'good' ? [found.value] : [],
	);
	const known = new Set(here.map(happened));
	const placed = files.flatMap((records) => {
		const coming = records.filter(isEvent).map(({ value }) => value as StoredEvent);
		const fresh = between(
			here,
			coming.filter((event) => !known.has(happened(event))),
		);
		for (const event of fresh) {
			known.add(happened(event));
			here.push(event);
		}
		const kind = records.find(isEvent)?.kind;
		return kind ? fresh.map((value) => ({ kind, key: `${eventKind.prefix}${numberIn(value.n)}`, value })) : [];
	});
	return [...files.flatMap((records) => records.filter((record) => !isEvent(record))), ...placed];
}

/** Whole numbers are padded, as they are where they happened. */
const numberIn = (n: number): string => (Number.isInteger(n) ? String(n).padStart(8, '0') : String(n));
