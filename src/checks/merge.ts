import type { LineRecord, Paper, SetAside } from '../schemas/saved-check.ts';

const fields = ['answer', 'reason', 'note', 'later'] as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Brings together what was written here and what was stored meanwhile, both since `base`. Where both
 * changed the same thing, what was written here stands and the other is set aside, never lost.
 */
export function merge(base: LineRecord, stored: LineRecord, mine: LineRecord, now: string): LineRecord {
	const aside: SetAside[] = [];
	const out: LineRecord = { ...stored, updatedAt: now };
	const settle = <T>(field: string, was: T, theirs: T, ours: T): T => {
		if (same(ours, was) || same(ours, theirs)) return theirs;
		if (!same(theirs, was)) aside.push({ field, value: theirs, at: stored.updatedAt });
		return ours;
	};
	for (const field of fields) Object.assign(out, { [field]: settle(field, base[field], stored[field], mine[field]) });
	out.papers = papers(base.papers, stored.papers, mine.papers, settle);
	out.setAside = [...withoutSettled(base.setAside, mine.setAside, stored.setAside), ...aside];
	if (stored.rivals) out.rivals = withoutSettled(base.rivals ?? [], mine.rivals ?? [], stored.rivals);
	return out;
}

/** What is stored, without what was chosen from here. */
const withoutSettled = <T>(base: readonly T[], mine: readonly T[], stored: readonly T[]): T[] => {
	const settled = base.filter((old) => !mine.some((kept) => same(kept, old)));
	return stored.filter((each) => !settled.some((old) => same(old, each)));
};

type Settle = <T>(field: string, was: T, theirs: T, ours: T) => T;

/** Papers one by one, in the order here; those that only the other side added come last. */
function papers(base: Paper[], stored: Paper[], mine: Paper[], settle: Settle): Paper[] {
	const find = (list: Paper[], id: string) => list.find((paper) => paper.id === id);
	const here = mine.flatMap((paper) => {
		const was = find(base, paper.id);
		const theirs = find(stored, paper.id);
		if (!theirs) return was && same(was, paper) ? [] : [paper];
		return [settle<Paper | undefined>(`paper ${paper.id}`, was, theirs, paper) ?? paper];
	});
	for (const was of base) {
		const theirs = find(stored, was.id);
		if (theirs && !find(mine, was.id)) settle(`paper ${was.id}`, was, theirs, undefined);
	}
	const added = stored.filter(({ id }) => !find(base, id) && !find(mine, id));
	return [...here, ...added];
}
