import { LabelledField } from '../../fields/LabelledField.tsx';
import { factField } from '../../pilots/fact-field.ts';
import type { Fact, FactGroup } from '../../schemas/fact.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';

/** What is said of a pilot, as a form: complete without script, brought to life by it. */
export const FactFields = ({ groups }: { groups: readonly FactGroup[] }) => (
	<form class="facts" id="form" autoComplete="off">
		<fieldset id="fields" class="bare">
			{groups.map(({ id, name, facts }) => (
				<section key={id} id={id}>
					<h2>{name}</h2>
					<p class="fate small" role="status" />
					{facts.map((fact) => (
						<OneFact key={fact.id} fact={fact} />
					))}
				</section>
			))}
		</fieldset>
	</form>
);

const OneFact = ({ fact }: { fact: Fact }) => (
	<div class="fact" data-fact={fact.id}>
		<LabelledField of={fact.id} field={factField(fact, fact.label)} />
		<div class="small">
			{fact.hint && <p>{fact.hint}</p>}
			{fact.asked.length > 0 && (
				<details>
					<summary>哪里要填</summary>
					<ul>
						{fact.asked.map(({ clause, quote }) => {
							const place = placeOfClause(clause);
							return (
								<li key={clause + quote}>
									<a href={placeUrl(place)}>{placeName(place)}</a>“{quote}”
								</li>
							);
						})}
					</ul>
				</details>
			)}
		</div>
		<div data-slot="aside" />
	</div>
);
