import { fullLabel } from '../../clauses/citation.ts';
import type { Rubric } from '../../schemas/rubric.ts';
import { Citations, ClauseReference } from '../../text/Citations.tsx';
import { placeOfLine, sourceRuns } from '../../text/rubric-source.ts';
import { Words } from '../../text/Words.tsx';

/** What comes before any score: conditions of entry, and vetoes with the sentence that makes them so. */
export function Vetoes({ rubric }: { rubric: Rubric }) {
	const { conditions, vetoes } = rubric;
	if (conditions.length === 0 && !vetoes) return null;
	return (
		<section class="branch vetoes" id="vetoes">
			<h2>先看能不能参评</h2>
			{conditions.map(({ id, text, clause }) => (
				<div class="row line" id={id} key={id}>
					<div class="no">基本条件</div>
					<div class="text">
						<p class="matter">{text}</p>
					</div>
					<div class="side">
						<p class="small">
							<ClauseReference clause={clause} />
						</p>
					</div>
				</div>
			))}
			{vetoes && <h3>{vetoes.caption}</h3>}
			{vetoes && (
				<p class="veto-rule">
					“{vetoes.rule.quote}”（
					<ClauseReference clause={vetoes.rule.clause} />）
				</p>
			)}
			{vetoes?.lines.map(({ id, number, text, clauses }) => {
				const place = placeOfLine(rubric, id, vetoes.anchor);
				const { visit: veto } = place;
				return (
					<div class="row line veto" id={id} key={id}>
						<div class="no">
							<a class="self" href={`#${id}`} aria-label={`否决第${number}项${veto ? `（${fullLabel(veto)}）` : ''}`}>
								否决第{number}项
							</a>
						</div>
						<div class="text">
							<p class="matter">
								<Words runs={sourceRuns(rubric, text)} place={place} elsewhere />
							</p>
						</div>
						<div class="side">
							<Citations title="相关条款" cited={clauses} />
						</div>
					</div>
				);
			})}
		</section>
	);
}
