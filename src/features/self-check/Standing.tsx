import { sayMet } from '../../checks/say-met.ts';
import type { Requirement } from '../../rubric/conclusion.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { sayConclusion, saySums } from '../../rubric/explain.ts';
import { labelsOf } from '../../rubric/labels.ts';
import { leftOf } from '../../rubric/left.ts';
import type { Result, Trace } from '../../rubric/score.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Branch } from '../../schemas/rubric.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { Bar } from '../../ui/Bar.tsx';

/** Vetoes and conditions of entry, before and above any score. */
export function RequirementStrip({ rubric, result }: { rubric: SlimRubric; result: Result }) {
	const labels = labelsOf(rubric);
	const row = ({ id, met }: Requirement) => (
		<li key={id} class={met === undefined ? 'open' : met ? 'good' : 'bad'}>
			<a href={`#${id}`}>{labels.get(id)}</a> {sayMet(met)}
		</li>
	);
	if (result.conditions.length + result.vetoes.length === 0) return null;
	return (
		<ul class="requirement-strip" aria-label="参评条件和一票否决">
			{[...result.conditions, ...result.vetoes].map(row)}
		</ul>
	);
}

/** Where the unit stands, in one sentence and one bar. */
export function Standing({ rubric, result }: { rubric: SlimRubric; result: Result }) {
	const { threshold } = rubric;
	const said = saySums(result, result.total);
	return (
		<div class="standing">
			<p class="say">
				<span data-sums>{said}</span>{' '}
				<span data-conclusion={result.conclusion.kind}>{sayConclusion(rubric, result.conclusion)}</span>
			</p>
			<Bar label={said} of={rubric.total} {...result} tick={threshold?.points} />
			<p class="keys small" aria-hidden="true">
				<span class="key-backed">已有佐证</span>
				<span class="key-claimed">自评</span>
				<span class="key-reachable">还没填的</span>
				<span class="key-most">已填还能提高的</span>
				{threshold && (
					<span class="key-tick">
						{threshold.name} {threshold.points} 分
					</span>
				)}
			</p>
			<p class="small">自查结果只供本单位参考，不是任何机关的结论。</p>
			{result.other && (
				<p class="small" data-other>
					文件有的地方有两种读法，换一种读法：{saySums(result.other, result.total)}
					{result.other.conclusion.kind !== 'no-threshold' && sayConclusion(rubric, result.other.conclusion)}
				</p>
			)}
		</div>
	);
}

/** How far a section is. */
function progress(
	traces: readonly Trace[],
	lines: { [line: string]: LineRecord },
): { word: string; done: number; later: number } {
	const done = traces.filter(({ state }) => state === 'answered' || state === 'not-applicable').length;
	const begun = traces.some(
		({ state, id }) => state !== 'unanswered' || (lines[id]?.note ?? '') !== '' || (lines[id]?.papers.length ?? 0) > 0,
	);
	const later = traces.filter(({ id }) => lines[id]?.later).length;
	return { word: done === traces.length ? '已完成' : begun ? '进行中' : '未开始', done, later };
}

interface SectionsProps {
	rubric: SlimRubric;
	result: Result;
	lines: { [line: string]: LineRecord };
}

const traceOf = (branch: Branch, result: Result): Trace[] => {
	const ids = new Set(criteriaOf({ sections: [branch] }).map(({ id }) => id));
	return result.trace.filter(({ id }) => ids.has(id));
};

/** The task list: each section with its points, its bar and its state. */
export const Sections = ({ rubric, result, lines }: SectionsProps) => (
	<table class="sections">
		<thead>
			<tr>
				<th scope="col">部分</th>
				<th scope="col">佐证</th>
				<th scope="col">自评</th>
				<th scope="col">还没填</th>
				<th scope="col">可提高</th>
				<th scope="col">满分</th>
				<th scope="col" class="wide-only">
					图
				</th>
				<th scope="col">状态</th>
			</tr>
		</thead>
		<tbody>
			{rubric.sections.map((section, i) => {
				const traces = traceOf(section, result);
				const sums = result.sections[i];
				const { word, done, later } = progress(traces, lines);
				const first = traces.find(({ state }) => state === 'unanswered' || state === 'partly') ?? traces[0];
				if (!sums) return null;
				const left = leftOf(sums, sums.of);
				return (
					<tr key={section.label}>
						<th scope="row">
							<a href={`#${first?.id ?? ''}`}>{section.label}</a>
						</th>
						<td data-head="佐证">{sums.backed}</td>
						<td data-head="自评">{sums.claimed}</td>
						<td data-head="还没填">{left.open}</td>
						<td data-head="可提高">{left.raise}</td>
						<td data-head="满分">{sums.of}</td>
						<td class="wide-only">
							<Bar {...sums} label={section.label} />
						</td>
						<td data-head="状态">
							{word} {done}/{traces.length}
							{later > 0 && `，留待 ${later} 项`}
						</td>
					</tr>
				);
			})}
		</tbody>
	</table>
);
