import { library } from '../../text/library.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';

/** What a check rests on: sentences with where they stand, or what else. */
export interface Reason {
	cited: { quote: string; place: string; address: string }[];
	standard?: string;
}

export interface Reasons {
	format: 1;
	checks: { [check: string]: Reason };
}

export const reasonsOfChecks = (): Reasons => ({
	format: 1,
	checks: Object.fromEntries(
		library().formChecks.map(({ id, because, standard }) => [
			id,
			{
				cited: because.map(({ clause, quote }) => {
					const place = placeOfClause(clause);
					return { quote, place: placeName(place), address: placeUrl(place) };
				}),
				...(standard && { standard }),
			},
		]),
	),
});
