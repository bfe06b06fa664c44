import type { Citation } from '../schemas/citation.ts';
import { placeName, placeOfClause, placeUrl } from './place.ts';

/** Sentences that a line rests on, by the clause they stand in. */
export function Citations({ title, cited }: { title: string; cited: readonly Citation[] }) {
	const clauses = [...new Set(cited.map(({ clause }) => clause))];
	if (clauses.length === 0) return null;
	return (
		<>
			<p class="side-head">{title}</p>
			{clauses.map((clause) => {
				const quotes = cited.filter((each) => each.clause === clause).map(({ quote }) => quote);
				return (
					<p key={clause} class="small">
						<ClauseReference clause={clause} />
						{quotes.map((quote) => `“${quote}”`).join('')}
					</p>
				);
			})}
		</>
	);
}

export function ClauseReference({ clause }: { clause: string }) {
	const place = placeOfClause(clause);
	return <a href={placeUrl(place)}>{placeName(place)}</a>;
}
