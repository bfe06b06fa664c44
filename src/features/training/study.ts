import { atom } from 'nanostores';
import { freshId } from '../../checks/saved.ts';
import { onNews } from '../../storage/news.ts';
import { dropNow, keepNow, readNow } from '../../storage/now.ts';
import type { Records } from '../../storage/records.ts';
import { today } from '../../ui/today.ts';
import type { StudyEvent } from './book.ts';
import { isMock, later, type Mock } from './mock.ts';

/* What is kept of someone's study: every answer, the mocks, the day of the test. */

/** An event as it is stored: numbered in the order in which it happened, whatever the clock said. */
type StoredEvent = StudyEvent & { format: 1; n: number; at: string; version: string; mock?: string };

export type NewEvent = (
	| { what: 'answered'; question: string; right: boolean; guessed: boolean }
	| { what: 'added' | 'removed'; question: string }
) & { version: string; mock?: string };

const keys = {
	event: (n: number) => `study ${String(n).padStart(8, '0')}`,
	count: 'study-count',
	mock: (id: string) => `mock ${id}`,
	exam: 'study-exam',
};

const running = 'mock';

function isEvent(raw: unknown): raw is StoredEvent {
	if (typeof raw !== 'object' || raw === null) return false;
	const event = raw as Partial<Record<keyof StoredEvent | 'right' | 'guessed', unknown>>;
	return (
		event.format === 1 &&
		typeof event.n === 'number' &&
		typeof event.question === 'string' &&
		typeof event.day === 'string' &&
		(event.what === 'added' ||
			event.what === 'removed' ||
			(event.what === 'answered' && typeof event.right === 'boolean' && typeof event.guessed === 'boolean'))
	);
}

const now = () => new Date().toISOString();

export type Study = Awaited<ReturnType<typeof openStudy>>;

export async function openStudy(records: Records) {
	const $events = atom<readonly StoredEvent[]>([]);
	const $mocks = atom<readonly Mock[]>([]);
	const $exam = atom('');
	const $failed = atom(false);

	async function look(): Promise<void> {
		const all = await records.all();
		const values = (start: string) => all.flatMap(([key, value]) => (key.startsWith(start) ? [value] : []));
		$events.set(
			values('study ')
				.filter(isEvent)
				.sort((a, b) => a.n - b.n),
		);
		const stored = values('mock ').filter(isMock);
		const left = readNow(running);
		$mocks.set(
			stored
				// What the page said last may be later than what was stored; what was erased does not come back by it.
				.map((mock) => (isMock(left) && left.id === mock.id ? later(left, mock) : mock))
				.sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
		);
		const exam = all.find(([key]) => key === keys.exam)?.[1];
		$exam.set(typeof exam === 'string' ? exam : '');
	}
	await look();
	onNews((changed) => {
		if (changed.length === 0 || changed.some((key) => /^(study|mock)/.test(key))) void look().catch(() => undefined);
	});

	const numbered = (events: readonly NewEvent[], count: unknown): StoredEvent[] => {
		const from = typeof count === 'number' ? count : 0;
		return events.map((event, i) => ({ ...event, format: 1, n: from + i + 1, at: now(), day: today() }));
	};
	const entriesOf = (events: readonly StoredEvent[]): [string, unknown][] => [
		...events.map((event): [string, unknown] => [keys.event(event.n), event]),
		// Without a count the next events would be written over the first.
		...events.slice(-1).map(({ n }): [string, unknown] => [keys.count, n]),
	];
	/** Neither erased nor handed in, here or in another tab. */
	const isOpen = ({ id }: Mock) => $mocks.get().some((mock) => mock.id === id && mock.state !== 'done');
	const show = (mock: Mock) => $mocks.set([mock, ...$mocks.get().filter(({ id }) => id !== mock.id)]);

	const write = async (work: Promise<void>) => {
		try {
			await work;
			$failed.set(false);
		} catch {
			$failed.set(true);
		}
	};

	return {
		$events,
		$mocks,
		$exam,
		/** The last thing was not stored. */
		$failed,
		memoryOnly: records.memoryOnly,
		/** Writes what happened, in the order given. */
		happened: async (events: readonly NewEvent[]) => {
			let stored: StoredEvent[] = [];
			await write(
				records.change([keys.count], ([count]) => {
					stored = numbered(events, count);
					return entriesOf(stored);
				}),
			);
			$events.set([...$events.get(), ...stored]);
		},
		beginMock: async (mock: Mock) => {
			show(mock);
			await write(records.change([], () => [[keys.mock(mock.id), mock]]));
		},
		/** Keeps where a mock stands: at once for a crash, and as a record. What was erased or handed in meanwhile stays so. */
		keepMock: async (mock: Mock, durably: boolean) => {
			if (!isOpen(mock)) return;
			if (records.memoryOnly === undefined) keepNow(running, mock);
			show(mock);
			if (!durably) return;
			await write(
				records.change([keys.mock(mock.id)], ([current]) =>
					isMock(current) && later(mock, current) === mock ? [[keys.mock(mock.id), mock]] : [],
				),
			);
		},
		/** The paper and its answers in one piece: killed before, it is still to be handed in; and never twice. */
		handIn: async (mock: Mock, events: readonly NewEvent[]) => {
			if (!isOpen(mock)) return;
			let stored: StoredEvent[] = [];
			await write(
				records.change([keys.mock(mock.id), keys.count], ([current, count]) => {
					if (isMock(current) && current.state === 'done') return [];
					stored = numbered(events, count);
					return [[keys.mock(mock.id), mock], ...entriesOf(stored)];
				}),
			);
			if (!$failed.get()) dropNow(running);
			show(mock);
			$events.set([...$events.get(), ...stored]);
		},
		/** A mock that nobody goes on with. */
		dropMock: async (id: string) => {
			dropNow(running);
			$mocks.set($mocks.get().filter((mock) => mock.id !== id));
			await write(records.change([], () => [[keys.mock(id), undefined]]));
		},
		setExam: (day: string) => {
			$exam.set(day);
			return write(records.change([], () => [[keys.exam, day || undefined]]));
		},
		freshId,
	};
}
