import type { Citation } from '../schemas/rubric.ts';
import { library } from './library.ts';
import { placeName, placeUrl } from './place.ts';

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
	const [id = '', anchor = ''] = clause.split('#');
	const { documents, links } = library();
	const document = documents.find((candidate) => candidate.id === id);
	if (!document) throw new Error(`${clause} is in no document`);
	const place = { document, visit: links.clause(id, anchor) };
	return <a href={placeUrl(place)}>{placeName(place)}</a>;
}
