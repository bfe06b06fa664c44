import type { Shared } from '../schemas/saved-shared.ts';
import { when as isTime } from '../schemas/sound.ts';
import type { Records } from '../storage/records.ts';
import { isShared, type Kind, read, type SharedKind } from './kind.ts';

/* What a page said of a record while it went away, as any build that was ever shipped wrote it. */

/** What a page says of a record, and what storage held when the page last looked. */
export interface Said<T> {
	base: T;
	mine: T;
	/** When; what was stored later stands in front of it. */
	at?: string | undefined;
}

/** Said of one record, whatever is stored of it. */
export interface Saying<T extends Shared> {
	kind: SharedKind<T>;
	id: string;
	say: (stored: T | undefined) => Said<T>;
	/** What it belongs to may come with it. */
	begins?: boolean;
}

/** As it is written now. */
export interface LastWords {
	kind: string;
	id: string;
	base: unknown;
	mine: unknown;
	/** Since 2026-12. */
	at?: string | undefined;
	begins?: true;
}

/** None where it is nothing that this build can store. */
export async function sayingsIn(
	raw: unknown,
	{ kinds, all }: { kinds: readonly Kind[]; all: Records['all'] },
): Promise<Saying<Shared>[]> {
	if (typeof raw !== 'object' || raw === null) return [];
	const { kind: name, id, base, mine, at, begins } = raw as Partial<LastWords>;
	const kind = kinds.find((each) => each.name === name);
	// Until 2026-11 there was one unit and one walk; and even before, each kind had its own form.
	if (name === undefined || (kind && isShared(kind) && kind.owner && !`${id}`.includes(' ')))
		return import('./first-words.ts').then(async ({ firstWords }) => firstWords(raw, await all()));
	if (!kind || !isShared(kind) || typeof id !== 'string') return [];
	// What stood in a list then may be records of their own now.
	if (kind.lists && typeof mine === 'object' && mine !== null && (mine as Shared).format < kind.format)
		return import('./first-words.ts').then(async ({ lineWords }) => lineWords({ id, base, mine, at }, await all()));
	const saying = whole(kind, id, base, mine, typeof at === 'string' && isTime(at) ? at : undefined);
	return saying ? [{ ...saying, begins: begins === true }] : [];
}

export function whole(
	kind: SharedKind<Shared>,
	id: string,
	base: unknown,
	mine: unknown,
	at?: string,
): Saying<Shared> | undefined {
	const [was, is] = [read(kind, base), read(kind, mine)];
	return was.state === 'good' && is.state === 'good'
		? { kind, id, say: () => ({ base: was.value, mine: is.value, at }) }
		: undefined;
}
