import { useState } from 'preact/hooks';
import { sayConclusion, sayGain, saySums } from '../../rubric/explain.ts';
import { kindOf } from '../../rubric/rules.ts';
import { type Gain, type Result, score } from '../../rubric/score.ts';
import type { Situation } from '../../rubric/situation.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Criterion } from '../../schemas/rubric.ts';
import { url } from '../../url.ts';
import type { LineSections } from './live-lines.tsx';

/** What a line is about, in the words that stand on the page. */
function about(section: Element | undefined): string {
	const words =
		section?.querySelector('.matter, fieldset:not(.skip-line) .opt > span, .part-row > span')?.textContent ?? '';
	return words.length > 30 ? `${words.slice(0, 30)}…` : words;
}

/** More lines than these are folded. */
const shown = 10;

interface Props {
	sections: LineSections;
	criteria: ReadonlyMap<string, Criterion>;
	rubric: SlimRubric;
	situation: Situation;
	result: Result;
}

/** What can still be gained, most first; the fewest lines to the threshold; and what if. */
export function Gains({ sections, criteria, rubric, situation, result }: Props) {
	const [tried, setTried] = useState<readonly string[]>([]);
	const answers = { ...situation.answers };
	for (const id of tried) {
		const criterion = criteria.get(id);
		if (criterion) answers[id] = kindOf(criterion.rule).bestAnswer(criterion.rule);
	}
	const supposed = tried.length > 0 ? score(rubric, { ...situation, answers }) : undefined;
	const toggle = (id: string) => setTried(tried.includes(id) ? tried.filter((each) => each !== id) : [...tried, id]);
	const row = ({ id, gain, state, with: missing }: Gain) => (
		<li key={id}>
			<label class="opt">
				<input type="checkbox" checked={tried.includes(id)} onChange={() => toggle(id)} />
				<span>
					<a href={`#${id}`}>{criteria.get(id)?.label}</a> {about(sections.get(id))}
					<br />
					{sayGain({ state })}
					{missing.length > 0 && <span class="small">：{missing.join('；')}</span>}
				</span>
				<span class="points">{gain} 分</span>
			</label>
		</li>
	);
	const { shortest } = result;
	const chosen = result.gains.filter(({ id }) => shortest?.includes(id));
	return (
		<section class="gains" id="gains">
			<h2 tabIndex={-1}>差在哪里，先补哪一项</h2>
			<p class="small">勾上一项，看看把它做到最好会怎样；勾选只是试算，不改自评。</p>
			<p role="status" class="supposed">
				{supposed &&
					`如果勾上的 ${tried.length} 项都做到：${saySums(supposed, supposed.total)}${sayConclusion(rubric, supposed.conclusion)}`}
			</p>
			{shortest && shortest.length > 0 && (
				<>
					<h3>
						到{rubric.threshold?.name}最少要补这 {shortest.length} 项
					</h3>
					<List gains={chosen} row={row} />
				</>
			)}
			<h3>还能得分的各项，多的在前</h3>
			{result.gains.length > 0 && (
				<p>
					{/* Behind the #, which no server sees: where a unit loses points is nobody's business. */}
					<a href={`${url.quiz}#practice=lines:${rubric.id}:${result.gains.map(({ id }) => id)}`}>学一学</a>
					<span class="small">：做几道这些条款的题</span>
				</p>
			)}
			{result.gains.length === 0 && <p>没有了，每一项都填到了最好。</p>}
			<List gains={result.gains} row={row} />
			<details>
				<summary>每一项为什么是这个分</summary>
				<table class="trace">
					<thead>
						<tr>
							<th scope="col">项</th>
							<th scope="col">自评 / 满分</th>
							<th scope="col">为什么</th>
							<th scope="col">出处</th>
						</tr>
					</thead>
					<tbody>
						{result.trace.map(({ id, claimed, of, because, clause }) => {
							const [document = '', anchor] = clause.split('#');
							return (
								<tr key={id} data-line={id}>
									<th scope="row">
										<a href={`#${id}`}>{criteria.get(id)?.label}</a>
									</th>
									<td>
										{claimed} / {of}
									</td>
									<td>{because}</td>
									<td>
										<a href={url.document(document, anchor)}>原文</a>
									</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</details>
		</section>
	);
}

const List = ({ gains, row }: { gains: readonly Gain[]; row: (gain: Gain) => preact.JSX.Element }) => (
	<>
		<ol class="gain-list">{gains.slice(0, shown).map(row)}</ol>
		{gains.length > shown && (
			<details>
				<summary>其余 {gains.length - shown} 项</summary>
				<ol class="gain-list" start={shown + 1}>
					{gains.slice(shown).map(row)}
				</ol>
			</details>
		)}
	</>
);
