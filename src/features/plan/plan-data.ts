import type { Citation } from '../../schemas/citation.ts';
import type { Period, PlanEvent, Silence } from '../../schemas/period.ts';
import { library } from '../../text/library.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';

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
	events: PlanEvent[];
	periods: CitedPeriod[];
	silences: (Omit<Silence, 'near'> & { near: Cited[] })[];
}

const cite = ({ clause, quote }: Citation): Cited => {
	const place = placeOfClause(clause);
	return { quote, place: placeName(place), address: placeUrl(place) };
};

export function planData(): PlanData {
	const { events, periods, silences } = library().plan;
	return {
		format: 1,
		events: [...events],
		periods: periods.map(({ because, missed, ...period }) => ({
			...period,
			because: because.map(cite),
			...(missed && { missed: { says: missed.says, because: cite(missed.because) } }),
		})),
		silences: silences.map(({ near, ...silence }) => ({ ...silence, near: near.map(cite) })),
	};
}
