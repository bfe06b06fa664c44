import type { Shared } from '../schemas/saved-shared.ts';
import { when as isTime } from '../schemas/sound.ts';
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
}

/** As it is written now. */
export interface LastWords {
	kind: string;
	id: string;
	base: unknown;
	mine: unknown;
	/** Since 2026-12. */
	at?: string | undefined;
}

/** Undefined where it is nothing that this build can store. */
export async function sayingIn(raw: unknown, kinds: readonly Kind[]): Promise<Saying<Shared> | undefined> {
	if (typeof raw !== 'object' || raw === null) return undefined;
	if (!('kind' in raw)) return import('./first-words.ts').then(({ firstWords }) => firstWords(raw));
	const { kind: name, id, base, mine, at } = raw as LastWords;
	const kind = kinds.find((each) => each.name === name);
	return kind && isShared(kind) && typeof id === 'string'
		? whole(kind, id, base, mine, typeof at === 'string' && isTime(at) ? at : undefined)
		: undefined;
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
