import { fullLabel } from '../../clauses/citation.ts';
import { FieldGroup, FieldOf } from '../../fields/Fields.tsx';
import { placeName, placeUrl } from '../../text/place.ts';
import { Words } from '../../text/Words.tsx';
import { url } from '../../url.ts';
import { findingGroup, moreFields } from './finding-fields.ts';
import { matterOf, type SiteProblem } from './problems.ts';

/** One common problem, word for word, with room for what is found about it: complete without script. */
export function Problem({ problem: { clause, place, risks } }: { problem: SiteProblem }) {
	const id = clause.replace('#', '.');
	const label = fullLabel(place.visit);
	return (
		<section class="problem" id={id} data-clause={clause} aria-labelledby={`${id}-head`}>
			<h3 id={`${id}-head`} tabIndex={-1}>
				<a href={placeUrl(place)} aria-label={placeName(place)}>
					{label}
				</a>
			</h3>
			<p class="problem-words">
				<OwnWords place={place} />
			</p>
			<FieldGroup of={clause} group={findingGroup(label)} />
			<div class="more">
				{moreFields.map((field) => (
					<FieldOf key={field.name} of={clause} field={field} />
				))}
			</div>
			<div data-slot="aside" />
			<Risks risks={risks} />
		</section>
	);
}

/** What a clause says itself, without its number. */
const OwnWords = ({ place }: { place: SiteProblem['place'] }) => {
	const { heading, content } = place.visit.clause;
	const paragraphs = content.flatMap((node) => (node.type === 'paragraph' ? [node.runs] : []));
	return (
		<>
			{[...(heading ? [heading] : []), ...paragraphs].map((runs, i) => (
				<Words key={i} runs={runs} place={place} elsewhere />
			))}
		</>
	);
};

const Risks = ({ risks }: Pick<SiteProblem, 'risks'>) =>
	risks.length === 0 ? (
		<p class="risks small">没有对到哪一项评分。</p>
	) : (
		<details class="risks">
			<summary>
				危及的评分项：
				{risks.map(({ rubric, lines }) => (
					<span key={rubric.id} data-table={rubric.id}>
						{rubric.short} {lines.length} 项{' '}
					</span>
				))}
			</summary>
			{risks.map(({ rubric, lines }) => (
				<div key={rubric.id} data-table={rubric.id}>
					<p class="small">{rubric.short}</p>
					<ul>
						{lines.map((line) => (
							<li key={line.id}>
								<a href={url.rubric(rubric.id, line.id)}>{line.label}</a>（{line.points} 分）
								<span class="small">{matterOf(line)}</span>
							</li>
						))}
					</ul>
				</div>
			))}
		</details>
	);
