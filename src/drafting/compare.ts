import { align } from './align.ts';

/* What a new draft says otherwise than the one taken over before, beside what stands in the field by now. */

/** One paragraph; where it is undefined, there is none. */
export interface Change {
	/** In the draft that was taken over. */
	was: string | undefined;
	/** In the field: as it was taken over, or as the unit edited it since. */
	stands: string | undefined;
	/** In the new draft. */
	now: string | undefined;
	/** Which paragraph of the field it is, or before which it would go. */
	at: number;
	/** Other new paragraphs that go to the same place, before it. */
	behind: readonly string[];
	/** All paragraphs of the field as they were compared: it may be edited before the change is taken. */
	among: readonly string[];
}

interface Texts {
	/** The draft as it was last taken over. */
	base: string;
	/** What stands in the field, edited freely since. */
	stands: string;
	/** What a new draft says. */
	now: string;
}

const paragraphsIn = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** From how alike on a paragraph of the new draft is one of the old draft, said otherwise. */
const alike = 0.3;

/** By paragraph, in their order; nothing of what the field says already, or no longer has. */
export function compare({ base, stands, now }: Texts): Change[] {
	const [old, among, fresh] = [paragraphsIn(base), paragraphsIn(stands), paragraphsIn(now)];
	const inField = align(old, among, 0);
	const inFresh = align(old, fresh, alike);
	const inOld = new Map(Array.from(inFresh, ([i, j]) => [j, i]));
	/** Where the next new paragraph goes, and what goes there before it. */
	let place = 0;
	let behind: string[] = [];
	const moveTo = (at: number) => {
		place = at;
		behind = [];
	};

	const removed = old.flatMap((was, i): Change[] => {
		const at = inField.get(i);
		if (at === undefined || inFresh.has(i)) return [];
		return [{ was, stands: among[at], now: undefined, at, behind: [], among }];
	});
	const said = fresh.flatMap((text, j): Change[] => {
		const i = inOld.get(j);
		const was = i === undefined ? undefined : old[i];
		const at = i === undefined ? undefined : inField.get(i);
		if (at !== undefined) {
			moveTo(at + 1);
			return text === was || text === among[at] ? [] : [{ was, stands: among[at], now: text, at, behind: [], among }];
		}
		if (text === was) return [];
		const there = among.indexOf(text, place);
		if (there >= 0 && there < firstOf(inField.values(), place, among.length)) {
			moveTo(there + 1);
			return [];
		}
		const change = { was, stands: undefined, now: text, at: place, behind, among };
		behind = [...behind, text];
		return [change];
	});
	return [...removed, ...said].sort((a, b) => a.at - b.at);
}

const firstOf = (all: Iterable<number>, from: number, otherwise: number): number =>
	Math.min(otherwise, ...[...all].filter((each) => each >= from));

/** The field with this one paragraph as the new draft has it; as it is, where the paragraph does not stand any more. */
export function take(stands: string, { stands: found, now, at, behind, among }: Change): string {
	const paragraphs = paragraphsIn(stands);
	const by = align(among, paragraphs, 0);
	if (found !== undefined) {
		const here = by.get(at);
		if (here === undefined || paragraphs[here] !== found) return stands;
		paragraphs.splice(here, 1, ...(now === undefined ? [] : [now]));
	} else if (now !== undefined) {
		const before = Array.from(by).filter(([i]) => i < at);
		const from = (before.at(-1)?.[1] ?? -1) + 1;
		const to = by.get(Array.from(by.keys()).find((i) => i >= at) ?? -1) ?? paragraphs.length;
		const between = paragraphs.slice(from, to);
		if (between.includes(now)) return stands;
		const steps = between.findIndex((each) => !behind.includes(each));
		paragraphs.splice(from + (steps < 0 ? between.length : steps), 0, now);
	}
	return paragraphs.join('\n');
}

/** A field that was just compared, with all changes taken. */
export function takeAll(stands: string, changes: readonly Change[]): string {
	const paragraphs = paragraphsIn(stands).map((text): string[] => [text]);
	const places = [
		...paragraphs.map((own) => ({ before: [] as string[], own })),
		{ before: [] as string[], own: [] as string[] },
	];
	for (const { stands: found, now, at } of changes) {
		const place = places[at];
		if (found !== undefined && place) place.own = now === undefined ? [] : [now];
		else if (now !== undefined) place?.before.push(now);
	}
	return places.flatMap(({ before, own }) => [...before, ...own]).join('\n');
}
