import { fullLabel } from '../../clauses/citation.ts';
import { FieldGroup, FieldOf } from '../../fields/Fields.tsx';
import type { Criterion, Rubric } from '../../schemas/rubric.ts';
import { Citations } from '../../text/Citations.tsx';
import { library } from '../../text/library.ts';
import { firstWords, placeUrl } from '../../text/place.ts';
import { placeOfLine, sourceRuns } from '../../text/rubric-source.ts';
import { Words } from '../../text/Words.tsx';
import { lineFields, metGroup, metNote, ruleGroup, skipGroup } from './line-fields.tsx';

interface Props {
	rubric: Rubric;
	criterion: Criterion;
	/** What it stands under. */
	path: string[];
}

/** One line of a table as a form: complete without script, brought to life by it. */
export function Line({ rubric, criterion, path }: Props) {
	const { id, label, points, matter, lead, tail, look, evidence, stamp, reading, clauses, examples = [] } = criterion;
	const place = placeOfLine(rubric, id);
	const source = (text: string) => <Words runs={sourceRuns(rubric, text)} place={place} elsewhere />;
	const full = place.visit ? fullLabel(place.visit) : label;
	return (
		<section class="criterion" id={id} aria-labelledby={`${id}-head`}>
			<div class="asked">
				<p class="small path">{path.join(' › ')}</p>
				<h3 id={`${id}-head`} tabIndex={-1}>
					<a class="self" href={`#${id}`} aria-label={full}>
						{label}
					</a>{' '}
					<span class="of">{points} 分</span>
					{matter && <span class="matter">{source(matter)}</span>}
				</h3>
				<div data-slot="waiting" />
				{lead && <p>{source(lead)}</p>}
				<FieldGroup of={id} group={ruleGroup(rubric, criterion)} />
				{tail && <p class="small">{source(tail)}</p>}
				{reading && (
					<p class="ours">
						<b>两种读法</b> {reading}。
					</p>
				)}
				<p class="because" data-slot="because" />
				{criterion.applies && <FieldGroup of={id} group={skipGroup(criterion)} />}
				<FieldOf of={id} field={lineFields.note} />
				<FieldOf of={id} field={lineFields.papers} />
				<div data-slot="aside" />
				<FieldOf of={id} field={lineFields.later} />
				<p class="fate small" data-slot="fate" />
			</div>
			<aside class="beside" aria-label={`${label}的依据`}>
				{(look || evidence || stamp) && (
					<>
						<p class="side-head">怎样看、要什么材料</p>
						{look && <p class="small">{source(look.replaceAll('<br>', '\n'))}</p>}
						{evidence && <p class="small">“{evidence}”</p>}
						{stamp && <p class="small">加盖公章</p>}
					</>
				)}
				<Citations title="相关条款" cited={clauses} />
				<Citations title="讲课举例（不是规定）" cited={examples} />
				<Problems rubric={rubric} id={id} />
				<p class="small">
					<a href={placeUrl(place)}>原表这一项</a>
				</p>
			</aside>
		</section>
	);
}

/** What an assessor often finds wrong that costs this line its points. */
function Problems({ rubric, id }: { rubric: Rubric; id: string }) {
	const { themes, problems, documents, links } = library();
	const of = themes.filter(({ lines }) => lines[rubric.id]?.includes(id)).map((theme) => theme.id);
	const risks = problems.filter((problem) => problem.themes.some((theme) => of.includes(theme)));
	if (risks.length === 0) return null;
	return (
		<>
			<p class="side-head">现场常见问题（讲课笔记）</p>
			{risks.map(({ clause }) => {
				const [source = '', anchor = ''] = clause.split('#');
				const document = documents.find((candidate) => candidate.id === source);
				const visit = links.clause(source, anchor);
				if (!document || !visit) return null;
				return (
					<p class="small" key={clause}>
						<a href={placeUrl({ document, visit })}>{fullLabel(visit)}</a> {firstWords({ document, visit })}
					</p>
				);
			})}
		</>
	);
}

interface RequirementProps {
	rubric: Rubric;
	id: string;
	label: string;
	text: string;
	cited: { clause: string; quote: string }[];
}

/** A veto or a condition of entry: met, not met, or not yet known. */
export function Requirement({ rubric, id, label, text, cited }: RequirementProps) {
	const place = placeOfLine(rubric, id, rubric.vetoes?.anchor);
	return (
		<section class="criterion requirement" id={id} aria-labelledby={`${id}-head`}>
			<div class="asked">
				<h3 id={`${id}-head`} tabIndex={-1}>
					<a class="self" href={`#${id}`}>
						{label}
					</a>{' '}
					<span class="matter">
						<Words runs={sourceRuns(rubric, text)} place={place} elsewhere />
					</span>
				</h3>
				<div data-slot="waiting" />
				<FieldGroup of={id} group={metGroup} />
				<FieldOf of={id} field={metNote} />
				<div data-slot="aside" />
				<p class="fate small" data-slot="fate" />
			</div>
			<aside class="beside" aria-label={`${label}的依据`}>
				<Citations title="相关条款" cited={cited} />
			</aside>
		</section>
	);
}
