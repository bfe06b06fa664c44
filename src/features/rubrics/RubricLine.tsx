import { fullLabel } from '../../clauses/citation.ts';
import { awardsOf } from '../../rubric/rules.ts';
import { dataOf } from '../../rubric/rules-data.ts';
import type { Award, Criterion, Rubric, Theme } from '../../schemas/rubric.ts';
import { Citations } from '../../text/Citations.tsx';
import { placeUrl } from '../../text/place.ts';
import { placeOfLine, sourceRuns } from '../../text/rubric-source.ts';
import { Words } from '../../text/Words.tsx';
import { url } from '../../url.ts';

interface Props {
	rubric: Rubric;
	criterion: Criterion;
	theme: Theme | undefined;
}

/** One line of a scoring table: matter, rule with points, papers, how it is looked at, and what it rests on. */
export function RubricLine({ rubric, criterion, theme }: Props) {
	const { id, points, matter, lead, tail, look, evidence, stamp, reading, clauses, examples = [], rule } = criterion;
	const place = placeOfLine(rubric, id);
	const label = place.visit ? fullLabel(place.visit) : criterion.label;
	const source = (text: string) => <Words runs={sourceRuns(rubric, text)} place={place} elsewhere />;
	const [whole] = awardsOf(criterion);
	const isWhole = whole?.name === '得分';
	return (
		<div class="row line" id={id}>
			<div class="no">
				<a class="self" href={`#${id}`} aria-label={label}>
					{criterion.label}
				</a>
			</div>
			<div class="text">
				<p class="rule-kind">
					<b>{points} 分</b> {dataOf(rule).words(rule)}
				</p>
				{matter && <p class="matter">{source(matter)}</p>}
				{lead && <p>{source(lead)}</p>}
				{isWhole && whole.text ? (
					<p>{source(whole.text)}</p>
				) : (
					<ul class="awards">
						{awardsOf(criterion).map((award) => (
							<AwardRow key={award.name} award={award} tally={'cap' in rule}>
								{award.text ? source(award.text) : <span class="small">{award.name}（本站所列）</span>}
							</AwardRow>
						))}
					</ul>
				)}
				{tail && <p>{source(tail)}</p>}
				{(look || evidence || stamp) && (
					<dl class="about-line">
						{look && <Fact name="评估方式">{source(look.replaceAll('<br>', '\n'))}</Fact>}
						{(evidence || stamp) && (
							<Fact name="材料">
								{evidence}
								{stamp && <span class="tag stamp">加盖公章</span>}
							</Fact>
						)}
					</dl>
				)}
				{reading && (
					<div class="ours">
						<b>两种读法</b> {reading}。
					</div>
				)}
			</div>
			<div class="side">
				<Citations title="相关条款" cited={clauses} />
				<Citations title="讲课举例（不是规定）" cited={examples} />
				<p class="small">
					<a href={placeUrl(place)}>原表这一项</a>
					{theme && (
						<>
							{' · '}
							<a href={url.compare(theme.id)}>对照其他表</a>
						</>
					)}
				</p>
			</div>
		</div>
	);
}

function AwardRow({ award, tally, children }: { award: Award; tally: boolean; children: preact.ComponentChildren }) {
	return (
		<li>
			<span>{children}</span>
			<b class="points">
				{award.other !== undefined && <span class="small">谨慎的读法 </span>}
				{tally && '每项 '}
				{award.points} 分
			</b>
		</li>
	);
}

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
	<div>
		<dt>{name}</dt>
		<dd>{children}</dd>
	</div>
);
