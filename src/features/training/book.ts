import type { StudyEvent } from '../../schemas/saved-study.ts';

/* The wrong-answer book: what was ever answered wrong or guessed, until it is known for good. */

export type Entry =
	/** To be practised; so many right in a row. */
	| { state: 'wrong'; streak: number }
	/** 待巩固: comes back on a day; so many reviews done. */
	| { state: 'review'; step: number; due: string; last: string }
	| { state: 'known' };

export const streakNeeded = 3;

/** Days until a question comes back. */
export const reviewAfter = [1, 3, 7] as const;

export function addDays(day: string, days: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Never after the day of the test, so that everything comes back in time. */
const capped = (due: string, exam: string | undefined, from: string): string =>
	exam && exam > from && due > exam ? exam : due;

const reviewFrom = (step: number, day: string, exam: string | undefined): Entry => {
	const days = reviewAfter[step];
	if (days === undefined) return { state: 'known' };
	return { state: 'review', step, due: capped(addDays(day, days), exam, day), last: day };
};

/** A clock that was set back hides nothing: a day before the last step is as good as due. */
const isDue = (entry: Entry, today: string): boolean =>
	entry.state === 'review' && (today >= entry.due || today < entry.last);

function next(entry: Entry | undefined, event: StudyEvent, exam: string | undefined): Entry | undefined {
	if (event.what === 'removed') return undefined;
	if (event.what === 'added') return entry?.state === 'wrong' ? entry : { state: 'wrong', streak: 0 };
	const good = event.right && !event.guessed;
	if (!good) return { state: 'wrong', streak: 0 };
	if (!entry || entry.state === 'known') return entry;
	if (entry.state === 'wrong') {
		const streak = entry.streak + 1;
		return streak < streakNeeded ? { state: 'wrong', streak } : reviewFrom(0, event.day, exam);
	}
	// Before its day a right answer is practice, and at most one step is made a day.
	return isDue(entry, event.day) && event.day !== entry.last ? reviewFrom(entry.step + 1, event.day, exam) : entry;
}

/** The book after all that happened. */
export function bookOf(events: readonly StudyEvent[], exam?: string): Map<string, Entry> {
	const book = new Map<string, Entry>();
	for (const event of events) {
		const entry = next(book.get(event.question), event, exam);
		if (entry) book.set(event.question, entry);
		else book.delete(event.question);
	}
	return book;
}

/** What is to be done today: the wrong ones first, then those that are due. */
export const dueIn = (book: ReadonlyMap<string, Entry>, today: string): string[] => [
	...[...book].filter(([, entry]) => entry.state === 'wrong').map(([id]) => id),
	...[...book].filter(([, entry]) => isDue(entry, today)).map(([id]) => id),
];
