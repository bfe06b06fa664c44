import { format } from './saved-check.ts';
import { either, only, shape, text, when } from './sound.ts';

/* What a walk through the service hall keeps. */

const findings = ['open', 'good', 'mend', 'skip'] as const;

/** Not looked at yet, in order, to be put right, or not applicable. */
export type Finding = (typeof findings)[number];

/** What is said about one common problem. */
export interface WalkRecord {
	format: typeof format;
	finding: Finding;
	/** Who puts it right, and by when: YYYY-MM-DD. */
	who: string;
	due: string;
	note: string;
	updatedAt: string;
}

export const isWalkRecord = shape({
	format: only(format),
	finding: either(...findings.map(only)),
	who: text,
	due: text,
	note: text,
	updatedAt: when,
}) as (value: unknown) => value is WalkRecord;
