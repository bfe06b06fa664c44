import { LabelledField } from '../../fields/LabelledField.tsx';
import type { Place } from '../../forms/places.ts';
import { otherwiseIn } from '../../forms/said.ts';
import { factField } from '../../pilots/fact-field.ts';
import { ClauseReference } from '../../text/Citations.tsx';
import { keyOf, type Part } from './form-page.ts';

/**
 * What a form asks, to be filled in on the screen: each question once, under the headings of the annex. `drafted` are the
 * fields for which there can be a draft.
 */
export const FormFields = ({ parts, drafted }: { parts: readonly Part[]; drafted: readonly string[] }) => (
	<form class="facts on-screen" id="form" autoComplete="off">
		<fieldset id="fields" class="bare">
			{parts.map(({ name, places }) => (
				<section key={name}>
					<h2>{name}</h2>
					<p class="fate small" role="status" />
					{places.map((place) => (
						<OnePlace key={keyOf(place)} place={place} drafted={drafted} />
					))}
				</section>
			))}
		</fieldset>
	</form>
);

const isLong = ({ field }: Place) => field?.kind === 'long text' || field?.kind === 'rows';

const OnePlace = ({ place, drafted }: { place: Place; drafted: readonly string[] }) => (
	<div class={isLong(place) ? 'fact long' : 'fact'} id={keyOf(place)}>
		{place.facts?.map((fact) => (
			<div key={fact.id} data-fact={fact.id}>
				<LabelledField of={fact.id} field={factField(fact, place.facts?.length === 1 ? place.label : fact.label)} />
				<div data-slot="aside" />
			</div>
		))}
		{place.field && <OwnField id={place.field.id} label={place.label} kind={place.field.kind} />}
		{place.field && drafted.includes(place.field.id) && <div data-slot="draft" data-drafts={place.field.id} />}
		{isLong(place) && <p class="pasted small" role="status" />}
		<div class="small">
			{place.ask && (
				<ul>
					{place.ask.map((question) => (
						<li key={question}>{question}</li>
					))}
				</ul>
			)}
			{[place, ...(place.facts ?? [])].map(({ hint }) => hint && <p key={hint}>{hint}</p>)}
			{place.because.map(({ clause, quote }) => (
				<p key={clause + quote}>
					“{quote}” <ClauseReference clause={clause} />
				</p>
			))}
			{place.facts && (
				<details>
					<summary>只在这张表里另写</summary>
					<p>写在这里的，这张表就用它；档案里的和别的表不变。</p>
					<OwnField id={otherwiseIn(place)} label={`这张表里的${place.label}`} kind="text" />
				</details>
			)}
		</div>
	</div>
);

type Kind = NonNullable<Place['field']>['kind'];

const OwnField = ({ id, label, kind }: { id: string; label: string; kind: Kind }) => (
	<div data-field={id}>
		{kind === 'rows' ? (
			<div data-slot="rows">
				<p class="field-name">{label}</p>
			</div>
		) : (
			<LabelledField
				of={id}
				field={
					kind === 'long text'
						? { kind, name: 'said', label, lines: 6 }
						: { kind: kind === 'month' ? 'text' : kind, name: 'said', label }
				}
			/>
		)}
		<div data-slot="aside" />
	</div>
);
