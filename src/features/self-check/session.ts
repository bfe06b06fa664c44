import { atom, map } from 'nanostores';
import { absorbLeaving, awaitLeaving, type LeavingLine, nameOfBrowser } from '../../checks/leaving.ts';
import { sameContent, written } from '../../checks/lineage.ts';
import { merge } from '../../checks/merge.ts';
import {
	emptyLine,
	emptyProfile,
	freshId,
	keys,
	linesOf,
	type Read,
	readCheck,
	readLine,
	readProfile,
} from '../../checks/saved.ts';
import type { Check, LineRecord, Profile } from '../../schemas/saved-check.ts';
import { forgetLastWords, onLeaving, sayLastWords } from '../../storage/last-words.ts';
import { onNews } from '../../storage/news.ts';
import type { Records } from '../../storage/records.ts';

/** How a line's last words fared: on their way, safe since, or not stored and why. */
export type Fate = { state: 'saving' } | { state: 'saved'; at: string } | { state: 'failed'; why: string };

/** The check was deleted elsewhere. */
class Gone extends Error {}

export type Session = ReturnType<typeof openSession> extends Promise<infer S> ? S : never;

const now = () => new Date().toISOString();

function readable(raw: unknown): LineRecord {
	const read = readLine(raw);
	if (read.state !== 'good') throw new TypeError('unreadable');
	return read.value;
}

const asTime = (stored: unknown) => (typeof stored === 'string' ? stored : undefined);

/** One check, open on this page: what is said, where it stands on its way to storage, what others change. */
export async function openSession(records: Records, id: string, check: Check) {
	const all = await records.all();
	const stored = linesOf(all, id);
	const profile = readProfile(all.find(([key]) => key === keys.profile)?.[1]);
	/** What storage held when this page last looked. */
	const base = new Map<string, LineRecord>();
	const unreadable = map<{ [line: string]: Read<LineRecord> }>({});
	const $lines = map<{ [line: string]: LineRecord }>({});
	const $fates = map<{ [line: string]: Fate }>({});
	const $check = atom<Check | undefined>(check);
	const $profile = atom<Profile>(profile.state === 'good' ? profile.value : emptyProfile());
	/** When this check was last taken away as a file. */
	const $backedUp = atom<string | undefined>(asTime(all.find(([key]) => key === keys.backup(id))?.[1]));
	/** Counts what came from elsewhere, so that fields are filled anew. */
	const $arrived = atom<readonly string[]>([]);
	const unsaved = new Set<string>();
	const running = new Set<string>();
	const leaving = new Map<string, string>();

	const accept = (line: string, read: Read<LineRecord>) => {
		if (read.state !== 'good') {
			unreadable.setKey(line, read);
			return;
		}
		base.set(line, read.value);
		$lines.setKey(line, read.value);
	};
	for (const [line, read] of stored) accept(line, read);

	const lineOf = (line: string): LineRecord => $lines.get()[line] ?? emptyLine();

	async function save(line: string): Promise<void> {
		if (running.has(line)) return;
		running.add(line);
		$fates.setKey(line, { state: 'saving' });
		let done: { mine: LineRecord; merged: LineRecord } | undefined;
		try {
			while (unsaved.has(line)) {
				unsaved.delete(line);
				await records.change([keys.check(id), keys.line(id, line), keys.here], ([owner, current, named]) => {
					if (owner === undefined) throw new Gone();
					const holder = readCheck(owner);
					const was = base.get(line) ?? emptyLine();
					const stored = current === undefined ? undefined : readable(current);
					const mine = lineOf(line);
					const here = nameOfBrowser(named);
					const merged = written(stored, merge(was, stored ?? was, mine, now()), here, Date.now());
					done = { mine, merged };
					return [
						[keys.line(id, line), merged],
						...(holder.state === 'good'
							? [[keys.check(id), { ...holder.value, updatedAt: merged.updatedAt }] as [string, unknown]]
							: []),
						[keys.here, here],
					];
				});
				if (!done) continue;
				if (lineOf(line) === done.mine) {
					const changed = !sameContent(done.mine, done.merged);
					base.set(line, done.merged);
					$lines.setKey(line, done.merged);
					if (changed) $arrived.set([line]);
				} else {
					// What was typed meanwhile knows nothing of what came from elsewhere, so that does not count as undone by it.
					base.set(line, done.mine);
					unsaved.add(line);
				}
			}
			$fates.setKey(line, { state: 'saved', at: now() });
			forgetLeaving(line);
		} catch (error) {
			unsaved.add(line);
			if (error instanceof Gone) $check.set(undefined);
			$fates.setKey(line, {
				state: 'failed',
				why: error instanceof Gone ? 'gone' : error instanceof Error ? error.name : '',
			});
		} finally {
			running.delete(line);
		}
	}

	/** The page came back after all: what it wrote while it seemed to go is stored by now. */
	function forgetLeaving(line: string): void {
		const key = leaving.get(line);
		if (key === undefined) return;
		leaving.delete(line);
		forgetLastWords([key]);
	}

	function edit(line: string, change: Partial<LineRecord>): void {
		$lines.setKey(line, { ...lineOf(line), ...change });
		unsaved.add(line);
		void save(line);
	}

	function leave(): void {
		const open = [...new Set([...unsaved, ...running])];
		const entries = open.map((line): [string, LeavingLine] => {
			const key = leaving.get(line) ?? freshId();
			leaving.set(line, key);
			return [key, { check: id, line, base: base.get(line) ?? emptyLine(), mine: lineOf(line) }];
		});
		if (records.memoryOnly === undefined) sayLastWords(entries);
	}

	async function look(changed: readonly string[]): Promise<void> {
		const start = keys.line(id, '');
		if (
			changed.length > 0 &&
			!changed.some((key) => key.startsWith(start) || [keys.check(id), keys.profile, keys.backup(id)].includes(key))
		)
			return;
		const found = await records.all().catch(() => undefined);
		if (!found) return;
		const at = (key: string) => found.find(([each]) => each === key)?.[1];
		const owner = readCheck(at(keys.check(id)));
		if (owner.state === 'good') $check.set(owner.value);
		else if (owner.raw === undefined) $check.set(undefined);
		const unit = readProfile(at(keys.profile));
		if (unit.state === 'good') $profile.set(unit.value);
		$backedUp.set(asTime(at(keys.backup(id))));
		const arrived: string[] = [];
		for (const [line, read] of linesOf(found, id)) {
			if (unsaved.has(line) || running.has(line)) continue;
			if (JSON.stringify(read) === JSON.stringify({ state: 'good', value: base.get(line) })) continue;
			accept(line, read);
			arrived.push(line);
		}
		// Taken away elsewhere, by undoing what was brought in.
		for (const line of base.keys()) {
			if (unsaved.has(line) || running.has(line) || found.some(([key]) => key === keys.line(id, line))) continue;
			base.delete(line);
			$lines.setKey(line, emptyLine());
			arrived.push(line);
		}
		if (arrived.length > 0) $arrived.set(arrived);
	}

	const listen = async () => {
		if (await absorbLeaving(records).catch(() => false)) await look([]);
	};
	awaitLeaving(records, () => void look([]));

	onLeaving(leave);
	onNews((changed) => void listen().then(() => look(changed)));

	return {
		id,
		/** The check as it was when this page opened it. */
		opened: check,
		memoryOnly: records.memoryOnly,
		$lines,
		$fates,
		$check,
		$profile,
		$backedUp,
		$arrived,
		unreadable,
		lineOf,
		edit,
		noteBackup: () => {
			const at = now();
			$backedUp.set(at);
			// A note for the eye; the file itself is safe.
			records.change([], () => [[keys.backup(id), at]]).catch(() => undefined);
		},
		/** Tries again to store what was not. */
		retry: () => {
			for (const line of unsaved) void save(line);
		},
	};
}
