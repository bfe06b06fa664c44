import type { Period, PlanEvent, Silence } from '../schemas/period.ts';

/** Words of a clause, with where they stand. */
export interface Cited {
	quote: string;
	place: string;
	address: string;
}

export type CitedPeriod = Omit<Period, 'because' | 'missed'> & {
	because: Cited[];
	missed?: { says: string; because: Cited };
};

/** The periods of the documents, as a script and a stranger can read them: /data/periods.json. */
export interface PlanData {
	format: 1;
	/** `called`: what its day is called where the facts ask for it, if that is another name. */
	events: (PlanEvent & { called?: string })[];
	periods: CitedPeriod[];
	silences: (Omit<Silence, 'near'> & { near: Cited[] })[];
}
