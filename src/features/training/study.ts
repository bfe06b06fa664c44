import { atom } from 'nanostores';
import { follow } from '../../kept/engine.ts';
import { freshId } from '../../kept/ids.ts';
import { read, readAll } from '../../kept/kind.ts';
import { eventCount, eventKey, event as eventKind, exam, laterMock, mock as mockKind } from '../../kept/kinds/study.ts';
import { dropNow, keepNow, readNow } from '../../kept/now.ts';
import type { Kept } from '../../kept/open.ts';
import type { Mock, StoredEvent } from '../../schemas/saved-study.ts';
import { today } from '../../ui/today.ts';

/* What is kept of someone's study: every answer, the mocks, the day of the test. */

export type NewEvent = (
	| { what: 'answered'; question: string; right: boolean; guessed: boolean }
	| { what: 'added' | 'removed'; question: string }
) & { version: string; mock?: string };

const running = 'mock';

/** Answers on their way to storage: said at once, since a page may be gone before they are there. */
const onTheWay = 'answers';

/** The day of the test on its way to storage, for the same reason. */
const dayOnTheWay = 'exam';

/** The mock that this page last said it was at; undefined where it said none that can be read. */
function leftRunning(): Mock | undefined {
	const left = read(mockKind, readNow(running));
	return left.state === 'good' ? left.value : undefined;
}

const good = <T>(found: ReturnType<typeof readAll<T>>): T[] =>
	[...found.values()].flatMap((each) => (each.state === 'good' ? [each.value] : []));

const mockKey = (id: string) => mockKind.prefix + id;

const now = () => new Date().toISOString();

/** An event before it has a number. */
type Happened = Omit<StoredEvent, 'n'>;

const leftOnTheWay = (): Happened[] => {
	const left = readNow(onTheWay);
	return Array.isArray(left) ? left.filter((each) => eventKind.is({ ...each, n: 1 })) : [];
};

const sayOnTheWay = (events: readonly Happened[]): boolean =>
	events.length > 0 ? keepNow(onTheWay, events) : dropNow(onTheWay);

/** Two pages may have stored what one of them left on its way. */
const once = (events: readonly StoredEvent[]): StoredEvent[] => [
	...new Map(events.map((event) => [`${event.at} ${event.question} ${event.what}`, event])).values(),
];

const isDone = (stored: unknown): boolean => {
	const found = read(mockKind, stored);
	return found.state === 'good' && found.value.state === 'done';
};

const isLaterThan = (mock: Mock, stored: unknown): boolean => {
	const found = read(mockKind, stored);
	return found.state === 'good' && laterMock(mock, found.value) === mock;
};

export type Study = Awaited<ReturnType<typeof openStudy>>;

export async function openStudy(records: Kept) {
	const $events = atom<readonly StoredEvent[]>([]);
	const $mocks = atom<readonly Mock[]>([]);
	const $exam = atom('');
	const $failed = atom(false);

	async function look(): Promise<void> {
		const all = await records.all();
		$events.set(once(good(readAll(eventKind, all)).sort((a, b) => a.n - b.n)));
		const left = leftRunning();
		$mocks.set(
			good(readAll(mockKind, all))
				// What the page said last may be later than what was stored; what was erased does not come back by it.
				.map((mock) => (left?.id === mock.id ? laterMock(left, mock) : mock))
				.sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
		);
		const [day = ''] = good(readAll(exam, all));
		$exam.set(day);
	}
	const numbered = (events: readonly Happened[], count: unknown): StoredEvent[] => {
		const from = typeof count === 'number' ? count : 0;
		return events.map((event, i) => ({ ...event, n: from + i + 1 }) as StoredEvent);
	};
	const entriesOf = (events: readonly StoredEvent[]): [string, unknown][] => [
		...events.map((event): [string, unknown] => [eventKey(event.n), event]),
		// Without a count the next events would be written over the first.
		...events.slice(-1).map(({ n }): [string, unknown] => [eventCount.prefix, n]),
	];
	async function storeEvents(events: readonly Happened[]): Promise<StoredEvent[]> {
		let stored: StoredEvent[] = [];
		await records.change([eventCount.prefix], ([count]) => {
			stored = numbered(events, count);
			return entriesOf(stored);
		});
		return stored;
	}
	const storeDay = (day: string) => records.change([], () => [[exam.prefix, day || undefined]]);
	const dayIsStored = (day: string) => readNow(dayOnTheWay) === day && dropNow(dayOnTheWay);
	await look();
	const known = new Set($events.get().map(({ at, question }) => `${at} ${question}`));
	const left = leftOnTheWay().filter(({ at, question }) => !known.has(`${at} ${question}`));
	/** What cannot be stored now stays said, for the next page. */
	async function storeWhatWasOnTheWay(): Promise<void> {
		if (left.length > 0) await storeEvents(left);
		sayOnTheWay([]);
		const day = readNow(dayOnTheWay);
		if (!exam.is(day)) return;
		await storeDay(day);
		dayIsStored(day);
	}
	if (records.$memoryOnly.get() === undefined) {
		await storeWhatWasOnTheWay().catch(() => undefined);
		await look();
	}
	const dispose = follow(
		records,
		(key) => [eventKind, mockKind, exam].some(({ prefix }) => key.startsWith(prefix)),
		() => void look().catch(() => undefined),
	);

	const happeningNow = (events: readonly NewEvent[]): Happened[] =>
		events.map((event) => ({ ...event, format: 1, at: now(), day: today() }));
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
		$memoryOnly: records.$memoryOnly,
		/** Writes what happened, in the order given. */
		happened: async (events: readonly NewEvent[]) => {
			const happened = happeningNow(events);
			const lasts = records.$memoryOnly.get() === undefined;
			if (lasts) sayOnTheWay([...leftOnTheWay(), ...happened]);
			await write(
				storeEvents(happened).then((stored) => {
					$events.set(once([...$events.get(), ...stored]));
					const safe = new Set(happened.map(({ at, question }) => `${at} ${question}`));
					if (lasts) sayOnTheWay(leftOnTheWay().filter(({ at, question }) => !safe.has(`${at} ${question}`)));
				}),
			);
		},
		beginMock: async (mock: Mock) => {
			show(mock);
			await write(records.change([], () => [[mockKey(mock.id), mock]]));
		},
		/** Keeps where a mock stands: at once for a crash, and as a record. What was erased or handed in meanwhile stays so. */
		keepMock: async (mock: Mock, durably: boolean) => {
			if (!isOpen(mock)) return;
			if (records.$memoryOnly.get() === undefined) keepNow(running, mock);
			show(mock);
			if (!durably) return;
			await write(
				records.change([mockKey(mock.id)], ([current]) =>
					isLaterThan(mock, current) ? [[mockKey(mock.id), mock]] : [],
				),
			);
		},
		/** The paper and its answers in one piece: killed before, it is still to be handed in; and never twice. */
		handIn: async (mock: Mock, events: readonly NewEvent[]) => {
			if (!isOpen(mock)) return;
			const happened = happeningNow(events);
			let stored: StoredEvent[] = [];
			await write(
				records.change([mockKey(mock.id), eventCount.prefix], ([current, count]) => {
					if (isDone(current)) return [];
					stored = numbered(happened, count);
					return [[mockKey(mock.id), mock], ...entriesOf(stored)];
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
			await write(records.change([], () => [[mockKey(id), undefined]]));
		},
		setExam: (day: string) => {
			$exam.set(day);
			if (records.$memoryOnly.get() === undefined) keepNow(dayOnTheWay, day);
			return write(storeDay(day).then(() => void dayIsStored(day)));
		},
		freshId,
		dispose,
	};
}
