import { atom, map } from 'nanostores';
import { canonical } from '../digest.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import { forgetLastWords, lastWords, onLeaving, sayLastWords } from '../storage/last-words.ts';
import { onNews } from '../storage/news.ts';
import type { Change, Records } from '../storage/records.ts';
import { $doubt, doubt } from './doubt.ts';
import { freshId, here, nameOfBrowser, signAnew, tick, writerIn } from './ids.ts';
import { read, readAll, type SharedKind, type Unread } from './kind.ts';
import { sameContent, written } from './lineage.ts';
import { merge } from './merge.ts';
import type { Kept } from './open.ts';
import { type LastWords, type Saying, sayingsIn } from './said-last.ts';
import { lookWhetherItStays, stay } from './stay.ts';

/*
 * The one protocol by which records are kept: read; changed on the page; merged with what other windows stored and
 * written with its lineage, in one transaction; said at the last moment where the page goes away; heard of elsewhere.
 */

/**
 * How a record's last words fared: on their way, safe since, or not stored and why; or they were stored, and are no more,
 * so that this page has the last of them.
 */
export type Fate =
	| { state: 'saving' }
	| { state: 'saved'; at: string }
	| { state: 'failed'; why: string }
	| { state: 'gone' };

/** Why a record is not stored. */
class Refused extends Error {
	/** Its owner was deleted elsewhere; or what is stored cannot be read, and stays. */
	readonly why: 'gone' | 'unreadable';

	constructor(why: 'gone' | 'unreadable') {
		super(why);
		this.why = why;
	}
}

/** What this page last wrote, by key. */
const wrote = new WeakMap<Records, Map<string, Shared['version']>>();

/** Brings what is said into storage; gives both, as they were when it was done. */
async function put<T extends Shared>(
	records: Records,
	{ kind, id, say, begins }: Saying<T>,
): Promise<{ mine: T; merged: T }> {
	const key = kind.prefix + id;
	const ownerId = kind.owner?.idOf(id) ?? '';
	const owner = kind.owner && kind.owner.kind.prefix + ownerId;
	let done: { mine: T; merged: T } | undefined;
	await records.change([key, here, ...(owner ? [owner] : [])], ([current, named, owning]): Change => {
		const begun = owner && owning === undefined && begins ? kind.owner?.begin?.(ownerId) : undefined;
		if (owner && owning === undefined && !begun) throw new Refused('gone');
		const found = current === undefined ? undefined : read(kind, current);
		if (found && found.state !== 'good') throw new Refused('unreadable');
		const stored = found?.value;
		const { base, mine, at } = say(stored);
		const now = new Date().toISOString();
		// As of when it was said: what had to wait for storage is not newer for that.
		const when = stored && stored.updatedAt <= now && stored.updatedAt > (at ?? now) ? stored.updatedAt : (at ?? now);
		const browser = nameOfBrowser(named);
		const last = wrote.get(records)?.get(key);
		if (last?.by === writerIn(browser) && (stored?.seen?.[last.by] ?? 0) < last.at) signAnew();
		const merged = written(stored, merge(kind, base, stored ?? base, mine, when, at), writerIn(browser), tick());
		done = { mine, merged };
		const holder = owner && kind.owner && read(kind.owner.kind, begun ?? owning);
		return [
			[key, merged],
			[here, browser],
			...(owner && holder && holder.state === 'good'
				? [[owner, { ...holder.value, updatedAt: merged.updatedAt }] as [string, unknown]]
				: []),
		];
	});
	const { mine, merged } = done as unknown as { mine: T; merged: T };
	wrote.set(records, (wrote.get(records) ?? new Map()).set(key, merged.version));
	return { mine, merged };
}

/**
 * Stores what pages said while they went away; tells whether there was any. What nobody here can store waits for who
 * can: where nothing outlives the page, where the record cannot be read, where another build has said it.
 */
export function absorbLastWords(records: Kept): Promise<boolean> {
	turn = turn.catch(() => false).then(() => absorb(records));
	return turn;
}

/** Two who find the same words do not both store them. */
let turn = Promise.resolve(false);

async function absorb(records: Kept): Promise<boolean> {
	if (records.$memoryOnly.get() !== undefined) return false;
	let any = false;
	for (const [key, raw] of lastWords()) {
		const sayings = await sayingsIn(raw, records).catch(() => []);
		if (sayings.length === 0) continue;
		try {
			for (const saying of sayings) await put(records, saying);
		} catch (error) {
			if (!(error instanceof Refused) || error.why !== 'gone') continue;
		}
		// Its page may have come back and said more under the same name.
		if (lastWords().some(([name, now]) => name === key && canonical(now) === canonical(raw))) forgetLastWords([key]);
		any = true;
	}
	return any;
}

/** What was erased does not come back by them. */
export const forgetAllLastWords = (): void => forgetLastWords(lastWords().map(([key]) => key));

/** A page may say its last words only after the next one has begun to look; in milliseconds. */
const lastWordsCome = [200, 800, 2500];

/** Calls back when records of which `concerns` is true may have changed elsewhere; returns what ends it. */
export function follow(records: Kept, concerns: (key: string) => boolean, look: () => void): () => void {
	let over = false;
	const hear = async (changed?: readonly string[]) => {
		const any = await absorbLastWords(records).catch(() => false);
		const news = changed && (changed.length === 0 || changed.some(concerns));
		if (!over && (any || news)) look();
	};
	const timers = lastWordsCome.map((after) => setTimeout(() => void hear(), after));
	const ends = [onNews((changed) => void hear(changed)), records.$memoryOnly.listen(() => void hear([]))];
	return () => {
		over = true;
		for (const end of ends) end();
		for (const timer of timers) clearTimeout(timer);
	};
}

const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export type Keeping<T extends Shared> = Awaited<ReturnType<typeof keep<T>>>;

/** The records of a kind whose ids begin with `scope`, open on this page; each is known by the rest of its id. */
export async function keep<T extends Shared>(records: Kept, kind: SharedKind<T>, scope = '', mayBegin = false) {
	const start = kind.prefix + scope;
	/** What storage held when this page last looked. */
	const base = new Map<string, T>();
	const unreadable = map<{ [id: string]: Unread }>({});
	const $entries = map<{ [id: string]: T }>({});
	const $fates = map<{ [id: string]: Fate }>({});
	/** Which records last came from elsewhere, so that fields are filled anew. */
	const $arrived = atom<readonly string[]>([]);
	/** What these records belong to is not there yet, and comes with the first of them. */
	let begins = mayBegin;
	/** What these records belong to was deleted elsewhere. */
	const $gone = atom(false);
	const unsaved = new Set<string>();
	const running = new Set<string>();
	const leaving = new Map<string, string>();
	/** When something was last said here, of each record that is not safe yet. */
	const saidAt = new Map<string, string>();

	const of = (id: string): T => $entries.get()[id] ?? kind.empty();
	const busy = (id: string) => unsaved.has(id) || running.has(id);

	async function save(id: string): Promise<void> {
		if (running.has(id)) return;
		running.add(id);
		// A failure stays in sight until what failed is safe.
		if ($fates.get()[id]?.state !== 'failed') $fates.setKey(id, { state: 'saving' });
		try {
			while (unsaved.has(id)) {
				unsaved.delete(id);
				const say = () => ({ base: base.get(id) ?? kind.empty(), mine: of(id), at: saidAt.get(id) });
				const { mine, merged } = await put(records, { kind, id: scope + id, say, begins });
				begins = false;
				if (of(id) === mine) {
					base.set(id, merged);
					$entries.setKey(id, merged);
					if (!sameContent(mine, merged)) $arrived.set([id]);
				} else {
					// What was said meanwhile knows nothing of what came from elsewhere, so that does not count as undone by it.
					base.set(id, mine);
					unsaved.add(id);
				}
				// What is said while it is read goes the same way before anything is called safe.
				if ($doubt.get() !== undefined && !unsaved.has(id)) await readBack(id);
			}
			$fates.setKey(id, { state: 'saved', at: new Date().toISOString() });
			forgetLeaving(id);
			if (records.$memoryOnly.get() === undefined) stay();
		} catch (error) {
			unsaved.add(id);
			const name = error instanceof Error ? error.name : '';
			const why = error instanceof Refused ? error.why : name === 'NotReadableError' ? 'unreadable' : name;
			if (why === 'gone') $gone.set(true);
			else if (why !== 'unreadable') doubt();
			$fates.setKey(id, { state: 'failed', why });
		} finally {
			running.delete(id);
		}
	}

	/** Where storage failed once, what it says it has written is looked at. */
	async function readBack(id: string): Promise<void> {
		const back = await records.get(kind.prefix + scope + id);
		const mine = base.get(id);
		if (canonical(back) === canonical(mine)) return;
		// Another window has written since, and knew of it.
		const found = read(kind, back);
		const { by, at } = mine?.version ?? { by: '', at: 0 };
		if (found.state === 'good' && found.value.version?.by !== by && (found.value.seen?.[by] ?? 0) >= at) return;
		unsaved.add(id);
		throw new DOMException('not what was written', 'DataError');
	}

	/** The page came back after all: what it wrote while it seemed to go is stored by now. */
	function forgetLeaving(id: string): void {
		const key = leaving.get(id);
		if (key === undefined) return;
		leaving.delete(id);
		forgetLastWords([key]);
	}

	function edit(id: string, change: Partial<T>): void {
		$entries.setKey(id, { ...of(id), ...change });
		saidAt.set(id, new Date().toISOString());
		unsaved.add(id);
		// What was said while the page seemed to go is not what it says now.
		if (leaving.has(id)) leave();
		void save(id);
	}

	function leave(): void {
		if (records.$memoryOnly.get() !== undefined) return;
		sayLastWords(
			[...new Set([...unsaved, ...running])].map((id) => {
				const key = leaving.get(id) ?? freshId();
				leaving.set(id, key);
				const [was, mine, at] = [base.get(id) ?? kind.empty(), of(id), saidAt.get(id)];
				const said: LastWords = { kind: kind.name, id: scope + id, base: was, mine, at, ...(begins && { begins }) };
				return [key, said];
			}),
		);
	}

	/** What was found becomes what is known, all in one go: thousands of records are drawn once. */
	function accept(found: ReadonlyMap<string, ReturnType<typeof read<T>>>): void {
		const good = Array.from(found).flatMap(([id, each]) => (each.state === 'good' ? [[id, each.value] as const] : []));
		for (const [id, value] of good) base.set(id, value);
		if (good.length > 0) $entries.set({ ...$entries.get(), ...Object.fromEntries(good) });
		for (const [id] of good) {
			if (unreadable.get()[id]) unreadable.setKey(id, undefined as unknown as Unread);
			if ($fates.get()[id]?.state === 'gone') $fates.setKey(id, undefined as unknown as Fate);
		}
		for (const [id, each] of found) if (each.state !== 'good') unreadable.setKey(id, each);
	}

	/** What is stored now; what is being written here is left alone. */
	async function look(): Promise<void> {
		// Once more where storage was just being cleared, so that this is not overlooked.
		const all = await records.all().catch(() => later(500).then(() => records.all().catch(() => undefined)));
		if (!all) return;
		const found = readAll(kind, all, start);
		const arrived: string[] = [];
		const news = new Map<string, ReturnType<typeof read<T>>>();
		const keys = new Set(all.map(([key]) => key));
		/** What it belongs to is there: someone took this record alone away. */
		const isOwned = (id: string) => kind.owner && keys.has(kind.owner.kind.prefix + kind.owner.idOf(scope + id));
		for (const [id, now] of found) {
			const known = unreadable.get()[id] ?? { state: 'good', value: base.get(id) };
			if (busy(id) || JSON.stringify(now) === JSON.stringify(known)) continue;
			// Nor by an older one that was brought back: storing it again brings both together.
			if ($fates.get()[id]?.state === 'gone' && now.state === 'good' && !sameContent(now.value, of(id))) continue;
			news.set(id, now);
			arrived.push(id);
		}
		accept(news);
		const vanished: string[] = [];
		for (const id of [...base.keys(), ...Object.keys(unreadable.get())]) {
			if (busy(id) || found.has(id)) continue;
			// The last copy of what someone said is not taken away with all the rest.
			if (!isOwned(id) && !sameContent(of(id), kind.empty())) {
				base.delete(id);
				$fates.setKey(id, { state: 'gone' });
				continue;
			}
			vanished.push(id);
		}
		forget(vanished);
		if (arrived.length + vanished.length > 0) $arrived.set([...arrived, ...vanished]);
	}

	/** In one go, like what is found: thousands may go at once. */
	function forget(ids: readonly string[]): void {
		if (ids.length === 0) return;
		for (const id of ids) {
			base.delete(id);
			if (unreadable.get()[id]) unreadable.setKey(id, undefined as unknown as Unread);
			if ($fates.get()[id]) $fates.setKey(id, undefined as unknown as Fate);
		}
		$entries.set({ ...$entries.get(), ...Object.fromEntries(ids.map((id) => [id, kind.empty()])) });
	}

	/** Lets go of everything, and gives what is not stored. */
	function drop(): Map<string, T> {
		const said = new Map([...unsaved].map((id) => [id, of(id)]));
		unsaved.clear();
		const all = [...new Set([...Object.keys($entries.get()), ...Object.keys(unreadable.get())])];
		for (const id of all) forgetLeaving(id);
		forget(all);
		$arrived.set(all);
		return said;
	}

	accept(readAll(kind, await records.all(), start));
	if (base.size > 0) void lookWhetherItStays();
	const ends = [
		follow(
			records,
			(key) => key.startsWith(start),
			() => void look(),
		),
		onLeaving(leave),
	];

	return {
		$memoryOnly: records.$memoryOnly,
		$entries,
		$fates,
		$arrived,
		$gone,
		unreadable,
		of,
		edit,
		drop,
		look,
		/** Stores once more what is stored nowhere any more. */
		storeAgain: () => {
			begins = true;
			for (const [id, fate] of Object.entries($fates.get()))
				if (fate?.state === 'gone') {
					unsaved.add(id);
					void save(id);
				}
		},
		/** Tries again to store what was not. */
		retry: () => {
			for (const id of unsaved) void save(id);
		},
		/** Hears and says no more; what is on its way still arrives. */
		dispose: () => {
			leave();
			for (const end of ends) end();
		},
	};
}
