import { align, counterparts, heaviest, likeness } from './align.ts';

/* What a new draft says otherwise than the one taken over before, beside what stands in the field by now. */

/** One paragraph; where it is undefined, there is none. */
export interface Change extends Place {
	/** In the draft that was taken over. */
	was: string | undefined;
	/** Which paragraph of the field it is, or before which it would go. */
	at: number;
	/** Which of the places of the field, as it was compared: it may be edited before the change is taken. */
	place: number;
	places: readonly Place[];
}

/** A paragraph of the field, or a place for one; where nothing is to change both are the same. */
interface Place {
	/** In the field: as it was taken over, or as the unit edited it since. */
	stands: string | undefined;
	/** In the new draft. */
	now: string | undefined;
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

/** From how alike on two paragraphs are one, said otherwise. */
const alike = 0.3;

/** So little that it decides only between what else is equal. */
const least = 1e-6;

const weighAlike = (a: string, b: string): number => {
	const like = likeness(a, b);
	return like >= alike ? like : 0;
};

/** Of two versions of a paragraph: whether another is the one, or else the other. */
const weighSame = (first: string | undefined, second: string | undefined, each: string): number =>
	each === first ? 1 : each === second ? 1 - least : 0;

/** How near another comes to one of them, however little is left; what has no first version must be alike. */
function weighEdited(first: string | undefined, second: string | undefined, each: string): number {
	if (first === undefined) return weighAlike(second ?? '', each);
	// What is no more was rather taken out than written anew.
	return second === undefined
		? Math.max(likeness(first, each), least / 2)
		: Math.max(likeness(first, each), likeness(second, each), least);
}

interface Step {
	was: string | undefined;
	now: string | undefined;
}

/** From the draft that was taken over to the new one, paragraph by paragraph. */
function stepsOf(base: readonly string[], now: readonly string[]): Step[] {
	const inNow = align(base, now, [heaviest((a, b) => (a === b ? 1 : 0)), heaviest(weighAlike), counterparts]);
	const steps: Step[] = [];
	let next = 0;
	for (const [i, was] of base.entries()) {
		const j = inNow.get(i);
		if (j !== undefined) for (; next < j; next++) steps.push({ was: undefined, now: now[next] });
		steps.push({ was, now: j === undefined ? undefined : now[next++] });
	}
	return [...steps, ...now.slice(next).map((each) => ({ was: undefined, now: each }))];
}

/** By paragraph, in their order; nothing of what the field says already, or no longer has. */
export function compare({ base, stands, now }: Texts): Change[] {
	const steps = stepsOf(paragraphsIn(base), paragraphsIn(now));
	const field = paragraphsIn(stands);
	const found = align(steps, field, [
		heaviest((step, each) => weighSame(step.was, step.now, each)),
		heaviest((step, each) => weighEdited(step.was, step.now, each)),
	]);
	const places: Place[] = [];
	const changes: Change[] = [];
	let next = 0;
	const own = (to: number) => {
		for (; next < to; next++) places.push({ stands: field[next], now: field[next] });
	};
	for (const [i, step] of steps.entries()) {
		const at = found.get(i);
		if (at !== undefined) own(at);
		const here = at === undefined ? undefined : field[at];
		if (step.was !== step.now && step.now !== here) {
			const place = { stands: here, now: step.now };
			changes.push({ ...place, was: step.was, at: next, place: places.length, places });
			places.push(place);
			if (at !== undefined) next++;
		} else if (at !== undefined) own(at + 1);
	}
	own(field.length);
	return changes;
}

/** The field with this one paragraph as the new draft has it; as it is, where the paragraph does not stand any more. */
export function take(stands: string, { stands: before, now, place, places }: Change): string {
	const field = paragraphsIn(stands);
	const found = align(places, field, [
		heaviest((each, text) => weighSame(each.stands, each.now, text)),
		heaviest((each, text) => weighEdited(each.stands, each.now, text)),
	]);
	const at = found.get(place);
	if ((at === undefined ? undefined : field[at]) !== before) return stands;
	const own = now === undefined ? [] : [now];
	if (at !== undefined) field.splice(at, 1, ...own);
	else {
		const above = Array.from(found).filter(([other]) => other < place);
		field.splice((above.at(-1)?.[1] ?? -1) + 1, 0, ...own);
	}
	return field.join('\n');
}

/** The field that was just compared, with everything taken. */
export const takeAll = (stands: string, [first]: readonly Change[]): string =>
	first ? first.places.flatMap(({ now }) => now ?? []).join('\n') : stands;
