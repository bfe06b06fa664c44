import { type Shared, sharedBy } from './saved-shared.ts';
import { only, shape, text, when } from './sound.ts';

/* What a pilot keeps of itself. */

/** What everything that a unit keeps belongs to. What it is called is one of its facts. */
export interface Pilot {
	format: 1;
	id: string;
	createdAt: string;
	updatedAt: string;
}

/** One fact of a pilot, whichever it is. */
export interface FactRecord extends Shared {
	format: 3;
	said: string;
}

export const isPilot = shape({ format: only(1), id: text, createdAt: when, updatedAt: when }) as (
	value: unknown,
) => value is Pilot;

export const isFact = sharedBy({ format: only(3), said: text }) as (value: unknown) => value is FactRecord;
