import { fullLabel } from '../../clauses/citation.ts';
import type { Place } from '../../clauses/links.ts';
import type { Visit } from '../../clauses/outline.ts';
import type { Document } from '../../schemas/document.ts';
import { library } from '../../text/library.ts';
import { placeName, placeUrl } from '../../text/place.ts';

interface Use {
	place: Place;
	/** The label of the clause that is used. */
	label: string;
}

export const usesOf = (document: Document, visits: readonly Visit[]): Use[] =>
	visits.flatMap((visit) =>
		library()
			.links.to(document.id, visit.clause.id)
			.map((place) => ({ place, label: fullLabel(visit) })),
	);

/** What rests on a clause, folded to one line; `named` says which of several clauses each rests on. */
export function UsedBy({ document, uses, named }: { document: Document; uses: readonly Use[]; named: boolean }) {
	if (uses.length === 0) return null;
	return (
		<details class="uses">
			<summary>被引用：文件 {uses.length}</summary>
			<ul>
				{uses.map(({ place, label }) => (
					<li key={placeUrl(place) + label}>
						<a href={placeUrl(place, document)}>{placeName(place)}</a>
						{named && <>（引{label}）</>}
					</li>
				))}
			</ul>
		</details>
	);
}
