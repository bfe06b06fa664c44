import { type Shared, sharedBy } from './saved-shared.ts';
import { either, only, text } from './sound.ts';

/* What a walk through the service hall keeps. */

const findings = ['open', 'good', 'mend', 'skip'] as const;

/** Not looked at yet, in order, to be put right, or not applicable. */
export type Finding = (typeof findings)[number];

/** What is said about one common problem. */
export interface WalkRecord extends Shared {
	format: 3;
	finding: Finding;
	/** Who puts it right, and by when: YYYY-MM-DD. */
	who: string;
	due: string;
	note: string;
}

export const isWalkRecord = sharedBy({
	format: only(3),
	finding: either(...findings.map(only)),
	who: text,
	due: text,
	note: text,
}) as (value: unknown) => value is WalkRecord;
