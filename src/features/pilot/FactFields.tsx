import type { Labelled } from '../../fields/field.ts';
import { LabelledField } from '../../fields/LabelledField.tsx';
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

function fieldOf({ kind, label, suggest }: Fact): Labelled {
	const name = 'said';
	switch (kind) {
		case 'text':
			return { kind, name, label, most: 120, suggest };
		case 'long text':
			return { kind, name, label, lines: 2 };
		case 'date':
			return { kind, name, label };
	}
}

const OneFact = ({ fact }: { fact: Fact }) => (
	<div class="fact" data-fact={fact.id}>
		<LabelledField of={fact.id} field={fieldOf(fact)} />
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
