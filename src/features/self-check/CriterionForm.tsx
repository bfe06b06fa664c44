import { paperColumns } from '../../checks/saved.ts';
import { fullLabel } from '../../clauses/citation.ts';
import { keyOf } from '../../rubric/rules/award.ts';
import type { Field } from '../../rubric/rules/rule.ts';
import { dataOf } from '../../rubric/rules-data.ts';
import type { Award, Criterion, Rubric } from '../../schemas/rubric.ts';
import { Citations } from '../../text/Citations.tsx';
import { library } from '../../text/library.ts';
import { firstWords, placeUrl } from '../../text/place.ts';
import { placeOfLine, sourceRuns } from '../../text/rubric-source.ts';
import { Label, Words } from '../../text/Words.tsx';

interface Props {
	rubric: Rubric;
	criterion: Criterion;
	/** What it stands under. */
	path: string[];
}

/** One line of a table as a form: complete without script, brought to life by it. */
export function CriterionForm({ rubric, criterion, path }: Props) {
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
				{lead && <p>{source(lead)}</p>}
				<Question rubric={rubric} criterion={criterion} />
				{tail && <p class="small">{source(tail)}</p>}
				{reading && (
					<p class="ours">
						<b>两种读法</b> {reading}。
					</p>
				)}
				<p class="because" data-slot="because" />
				{criterion.applies && (
					<fieldset class="skip-line">
						<label class="opt">
							<input type="checkbox" name={`${id} na`} />
							<span>这一项不适用于本单位（仅针对{criterion.applies.map(({ sector }) => sector).join('、')}领域）</span>
						</label>
						<label>
							不适用的理由
							<input type="text" name={`${id} reason`} />
						</label>
					</fieldset>
				)}
				<label class="note">
					自评说明
					<textarea name={`${id} note`} rows={3} />
				</label>
				<div class="papers" data-slot="papers">
					<p class="field-name">佐证材料</p>
					<table class="blank">
						<thead>
							<tr>
								{paperColumns.map(([key, name]) => (
									<th key={key} scope="col">
										{name}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							<tr>
								{paperColumns.map(([key]) => (
									<td key={key} />
								))}
							</tr>
						</tbody>
					</table>
				</div>
				<div data-slot="aside" />
				<label class="opt later">
					<input type="checkbox" name={`${id} later`} />
					<span>留到以后再看</span>
				</label>
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

/** What is said about a line; its words hold no links, which would lead away instead of choosing. */
function Question({ rubric, criterion }: { rubric: Rubric; criterion: Criterion }) {
	const { id, rule } = criterion;
	const { legend, fields } = dataOf(rule).asks(rule);
	return (
		<fieldset>
			<legend>{legend}</legend>
			{fields.map((field) => (
				<FieldOf key={field.name} {...{ rubric, id, field }} />
			))}
		</fieldset>
	);
}

function FieldOf({ rubric, id, field }: { rubric: Rubric; id: string; field: Field }) {
	const words = ({ text, name }: Award) => (text ? <Label runs={sourceRuns(rubric, text)} /> : <>{name}</>);
	const of = (points: number) => <span class="points">{points} 分</span>;
	const name = field.name === '' ? id : `${id} ${field.name}`;
	switch (field.kind) {
		case 'choice':
			return (
				<>
					{field.awards.map((award) => (
						<label class="opt" key={keyOf(award)}>
							<input type="radio" name={name} value={keyOf(award)} />
							<span>{words(award)}</span>
							{of(award.points)}
						</label>
					))}
				</>
			);
		case 'yes-no':
			return (
				<div class="part-row" role="radiogroup" aria-label={field.award.name}>
					<span>{words(field.award)}</span>
					{of(field.award.points)}
					<span class="pair">
						{[
							['yes', '做到了'],
							['no', '没有'],
						].map(([value, said]) => (
							<label class="opt" key={value}>
								<input type="radio" name={name} value={value} />
								<span>{said}</span>
							</label>
						))}
					</span>
				</div>
			);
		case 'count':
			return (
				<label class="part-row">
					<span>{words(field.award)}</span>
					<span class="points">每项 {field.award.points} 分</span>
					<span class="pair">
						<input type="number" name={name} min="0" step="1" inputMode="numeric" /> 项
						<span class="fault" role="alert" data-slot="fault" />
					</span>
				</label>
			);
	}
}

interface RequirementProps {
	rubric: Rubric;
	id: string;
	label: string;
	text: string;
	cited: { clause: string; quote: string }[];
}

/** A veto or a condition of entry: met, not met, or not yet known. */
export function RequirementForm({ rubric, id, label, text, cited }: RequirementProps) {
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
				<fieldset>
					<legend>本单位</legend>
					{[
						['yes', '满足'],
						['no', '不满足'],
						['open', '不清楚，还要核实'],
					].map(([value, name]) => (
						<label class="opt" key={value}>
							<input type="radio" name={id} value={value} />
							<span>{name}</span>
						</label>
					))}
				</fieldset>
				<label class="note">
					说明
					<textarea name={`${id} note`} rows={2} />
				</label>
				<div data-slot="aside" />
				<p class="fate small" data-slot="fate" />
			</div>
			<aside class="beside" aria-label={`${label}的依据`}>
				<Citations title="相关条款" cited={cited} />
			</aside>
		</section>
	);
}
