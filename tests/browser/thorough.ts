import { thorough } from '../thorough.ts';

export { thorough };

/** Set where the same tests run many times in a row. */
export const repeated = process.env.REPEATED === '1';

interface Look {
	colorScheme: 'light' | 'dark';
	width: number;
}

const allLooks: readonly Look[] = [
	{ colorScheme: 'light', width: 360 },
	{ colorScheme: 'dark', width: 1440 },
	{ colorScheme: 'light', width: 1440 },
	{ colorScheme: 'dark', width: 360 },
];

/** How a page is looked at; in a quick run each page once, by turns light and narrow, dark and wide. */
export const looksOf = (page: number): readonly Look[] =>
	thorough ? allLooks : allLooks.slice(page % 2, (page % 2) + 1);

/** One of a list in a quick run, which one by turns; all of it in a long one. */
export const oneOf = <T>(list: readonly T[], turn: number): readonly T[] =>
	thorough ? list : list.slice(turn % list.length, (turn % list.length) + 1);
