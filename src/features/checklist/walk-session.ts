import { atom } from 'nanostores';
import { bringWalksBack, clearWalks } from '../../checks/clear-walk.ts';
import { absorbLeaving, awaitLeaving, type LeavingWalk } from '../../checks/leaving.ts';
import { freshId, keys, type Read } from '../../checks/saved.ts';
import { emptyWalk, type Said, storeWalk, walksIn } from '../../checks/walk.ts';
import type { WalkRecord } from '../../schemas/saved-walk.ts';
import { forgetLastWords, onLeaving, sayLastWords } from '../../storage/last-words.ts';
import { onNews } from '../../storage/news.ts';
import type { Records } from '../../storage/records.ts';

/** How the last words on a problem fared: on their way, safe since, or not stored and why. */
export type Fate = { state: 'saving' } | { state: 'saved'; at: string } | { state: 'failed'; why: string };

/** What this page knows of one problem. */
export interface Entry {
	record: WalkRecord;
	/** What is stored and cannot be read; nothing is written over it. */
	unreadable?: Exclude<Read<WalkRecord>, { state: 'good' }> | undefined;
	fate?: Fate | undefined;
}

export type Walk = Readonly<Record<string, Entry>>;

export type WalkSession = Awaited<ReturnType<typeof openWalk>>;

/** What is stored cannot be read and is left as it is. */
class Unreadable extends Error {}

const entryOf = (read: Read<WalkRecord> | undefined): Entry => {
	if (!read) return { record: emptyWalk() };
	return read.state === 'good' ? { record: read.value } : { record: emptyWalk(), unreadable: read };
};

const sameStored = (a: Entry, b: Entry): boolean =>
	JSON.stringify([a.record, a.unreadable]) === JSON.stringify([b.record, b.unreadable]);

/** The walk, open on this page: what is said, how it fares on its way to storage, what others change. */
export async function openWalk(records: Records, clauses: readonly string[]) {
	const stored = walksIn(await records.all());
	const $walk = atom<Walk>(Object.fromEntries(clauses.map((clause) => [clause, entryOf(stored.get(clause))])));
	/** What is said and not yet stored. */
	const unsaved = new Map<string, Said>();
	const running = new Set<string>();
	/** Two pages that go away at once keep their words apart. */
	const page = freshId();
	const leavingKey = (clause: string) => `walk ${page} ${clause}`;

	const entry = (clause: string): Entry => $walk.get()[clause] ?? { record: emptyWalk() };
	const put = (clause: string, change: Partial<Entry>) =>
		$walk.set({ ...$walk.get(), [clause]: { ...entry(clause), ...change } });

	async function save(clause: string): Promise<void> {
		if (running.has(clause)) return;
		running.add(clause);
		// A failure stays in sight until what failed is safe.
		if (entry(clause).fate?.state !== 'failed') put(clause, { fate: { state: 'saving' } });
		try {
			for (let said = unsaved.get(clause); said; said = unsaved.get(clause)) {
				const record = await storeWalk(records, clause, said);
				if (!record) throw new Unreadable();
				if (unsaved.get(clause) !== said) continue;
				unsaved.delete(clause);
				put(clause, { record });
			}
			put(clause, { fate: { state: 'saved', at: new Date().toISOString() } });
			// The page came back after all.
			forgetLastWords([leavingKey(clause)]);
		} catch (error) {
			const why = error instanceof Unreadable ? 'unreadable' : error instanceof Error ? error.name : '';
			put(clause, { fate: { state: 'failed', why } });
		} finally {
			running.delete(clause);
		}
	}

	function edit(clause: string, said: Said): void {
		unsaved.set(clause, { ...unsaved.get(clause), ...said });
		put(clause, { record: { ...entry(clause).record, ...said } });
		void save(clause);
	}

	function leave(): void {
		if (records.memoryOnly !== undefined) return;
		sayLastWords(Array.from(unsaved, ([walk, said]): [string, LeavingWalk] => [leavingKey(walk), { walk, said }]));
	}

	async function look(): Promise<void> {
		const all = await records.all().catch(() => undefined);
		if (!all) return;
		const found = walksIn(all);
		for (const clause of clauses) {
			if (unsaved.has(clause) || running.has(clause)) continue;
			const now = entryOf(found.get(clause));
			if (!sameStored(entry(clause), now)) put(clause, { unreadable: undefined, fate: undefined, ...now });
		}
	}

	/** Takes everything away, also what could not be stored, and gives what brings it back. */
	async function clear(): Promise<() => Promise<void>> {
		const dropped = new Map(unsaved);
		const said = [...dropped.keys()].map((clause): [string, unknown] => [keys.walk(clause), entry(clause).record]);
		const taken = new Map([...(await clearWalks(records)), ...said]);
		for (const [clause, words] of dropped) {
			if (unsaved.get(clause) === words) unsaved.delete(clause);
			forgetLastWords([leavingKey(clause)]);
		}
		$walk.set(Object.fromEntries(clauses.map((clause) => [clause, entryOf(undefined)])));
		for (const [clause, words] of unsaved) put(clause, { record: { ...emptyWalk(), ...words } });
		return async () => {
			await bringWalksBack(records, [...taken]);
			await look();
		};
	}

	awaitLeaving(records, () => void look());
	onLeaving(leave);
	onNews((changed) => {
		if (changed.length > 0 && !changed.some((key) => key.startsWith(keys.walk('')))) return;
		absorbLeaving(records).then(look, look);
	});

	return {
		memoryOnly: records.memoryOnly,
		$walk,
		edit,
		clear,
		/** Tries again to store what was not. */
		retry: () => {
			for (const clause of unsaved.keys()) void save(clause);
		},
	};
}
