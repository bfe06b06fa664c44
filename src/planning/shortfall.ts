import type { Trace } from '../rubric/score.ts';

/* Which lines that ought to be met by the end of a phase are not. */

export interface Short {
	line: string;
	claimed: number;
	of: number;
	/** Nothing is answered yet. */
	open: boolean;
}

export const shortOf = (lines: readonly string[], trace: readonly Trace[]): Short[] =>
	lines.flatMap((line) => {
		const found = trace.find(({ id }) => id === line);
		if (!found || found.state === 'not-applicable' || found.claimed >= found.of) return [];
		return [{ line, claimed: found.claimed, of: found.of, open: found.state === 'unanswered' }];
	});
