import { canonical } from '../digest.ts';
import type { SetAside, Shared } from '../schemas/saved-shared.ts';
import type { SharedKind } from './kind.ts';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** What is kept about a record, and not said by anybody. */
const about = ['format', 'setAside', 'updatedAt', 'version', 'seen', 'rivals'];

/** A file may name a field as every object has one by birth: `toString`. */
const own = (record: object, field: string): unknown => new Map(Object.entries(record)).get(field);

/** Something in a list that is known by its id, however it changes. */
interface Listed {
	id: string;
}

/**
 * Brings together what was written here and what was stored meanwhile, both since `base`. Where both changed the same
 * thing, what was said later stands and the other is set aside, never lost.
 */
export function merge<T extends Shared>(
	{ lists = {} }: Pick<SharedKind<T>, 'lists'>,
	base: T,
	stored: T,
	mine: T,
	now: string,
	said = now,
): T {
	const aside: SetAside[] = [];
	const settle = <V>(field: string, was: V, theirs: V, ours: V): V => {
		if (same(ours, was) || same(ours, theirs)) return theirs;
		if (same(theirs, was)) return ours;
		const late = stored.updatedAt > said;
		aside.push(late ? { field, value: ours, at: said } : { field, value: theirs, at: stored.updatedAt });
		return late ? theirs : ours;
	};
	const fieldsSaid = new Set([base, stored, mine].flatMap(Object.keys).filter((field) => !about.includes(field)));
	const fields = Array.from(fieldsSaid, (field): [string, unknown] => {
		const [was, theirs, ours] = [base, stored, mine].map((record) => own(record, field));
		const one = own(lists, field) as string | undefined;
		return [
			field,
			one === undefined
				? settle<unknown>(field, was, theirs, ours)
				: listed(one, [was, theirs, ours].map((list) => (list ?? []) as Listed[]) as Sides, settle),
		];
	});
	const out: T = { ...stored, ...Object.fromEntries(fields), updatedAt: now };
	const known = [...base.setAside, ...stored.setAside];
	out.setAside = [
		...withoutSettled(base.setAside, mine.setAside, stored.setAside),
		...mine.setAside.filter((each) => !known.some((old) => same(old, each))),
		// Two pages may bring in the same last words.
		...aside.filter((each) => !stored.setAside.some((old) => same(old, each))),
	];
	if (stored.rivals) out.rivals = withoutSettled<T>(base.rivals ?? [], mine.rivals ?? [], stored.rivals);
	return out;
}

/** What is stored, without what was chosen from here. */
const withoutSettled = <V>(base: readonly V[], mine: readonly V[], stored: readonly V[]): V[] => {
	const settled = base.filter((old) => !mine.some((kept) => same(kept, old)));
	return stored.filter((each) => !settled.some((old) => same(old, each)));
};

type Settle = <V>(field: string, was: V, theirs: V, ours: V) => V;
type Sides = [base: Listed[], stored: Listed[], mine: Listed[]];

/** One by one, in the order here; what only the other side added comes last. */
function listed(one: string, [base, stored, mine]: Sides, settle: Settle): Listed[] {
	const find = (list: Listed[], id: string) => list.find((each) => each.id === id);
	const here = mine.flatMap((each) => {
		const was = find(base, each.id);
		const theirs = find(stored, each.id);
		if (!theirs) return was && same(was, each) ? [] : [each];
		return [settle<Listed | undefined>(`${one} ${each.id}`, was, theirs, each) ?? each];
	});
	for (const was of base) {
		const theirs = find(stored, was.id);
		const stays =
			theirs && !find(mine, was.id) && settle<Listed | undefined>(`${one} ${was.id}`, was, theirs, undefined);
		if (stays) here.push(stays);
	}
	const added = stored.filter(({ id }) => !find(base, id) && !find(mine, id));
	return [...here, ...added];
}
