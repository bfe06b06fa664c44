import type { Mock } from '../../schemas/saved-study.ts';
import { url } from '../../url.ts';
import type { Bank } from './bank.ts';
import { Emphasised } from './Emphasised.tsx';
import { Explain, sayGiven } from './Explain.tsx';
import { minutes, resultOf } from './mock.ts';

const points = (hundredths: number): string => String(hundredths / 100);

const spentOf = ({ spent }: Mock): string => {
	const seconds = Math.round(spent / 1000);
	return `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
};

/** What a mock came to: by document, and every wrong answer with its clause. */
export function Result({ bank, mock }: { bank: Bank; mock: Mock }) {
	const { marked, points: total, byDocument, gone } = resultOf(mock, bank);
	const wrong = marked.filter(({ right }) => !right);
	const guessed = marked.filter((each) => each.right && each.guessed);
	const short = (id: string) => bank.documents.find((document) => document.id === id)?.short ?? id;
	return (
		<section class="result">
			<h2 tabIndex={-1}>第 {mock.number} 号模拟卷的结果</h2>
			<p class="say">
				{marked.length} 题得 {points(total)} 分（一题一分），全对 {marked.length - wrong.length} 题，用了{' '}
				{spentOf(mock)}
				{mock.timed ? `（限 ${minutes} 分钟）` : '（不限时）'}。
			</p>
			<p class="small">
				多选题选对一部分按比例得分，选了错的不得分；配对题按配对的比例得分；排序题全对才得分。这是本站的算法。培训考试没有公布合格分数线，这里也不编一个。
			</p>
			{gone > 0 && <p class="small">有 {gone} 题后来改过，不算在内。</p>}
			<table class="by-document">
				<thead>
					<tr>
						<th scope="col">文件</th>
						<th scope="col">得分</th>
						<th scope="col">题数</th>
					</tr>
				</thead>
				<tbody>
					{byDocument.map(({ document, points: of, of: count }) => (
						<tr key={document}>
							<th scope="row">{short(document)}</th>
							<td>{points(of)}</td>
							<td>{count}</td>
						</tr>
					))}
				</tbody>
			</table>
			{wrong.length > 0 ? (
				<>
					<h3>没有全对的 {wrong.length} 题</h3>
					<p class="small">都进了错题本。</p>
				</>
			) : (
				marked.length > 0 && <p>全部答对了。</p>
			)}
			{guessed.length > 0 && <p class="small">还有 {guessed.length} 题猜对了，也进了错题本。</p>}
			{wrong.map(({ question, given }) => (
				<div key={question.id} class="wrong">
					<details>
						<summary>
							<Emphasised text={question.stem} />
							<br />
							<span class="small">你的答案：{sayGiven(question, given)}</span>
						</summary>
						<Explain question={question} given={given} />
					</details>
					<a href={url.fromRoot(question.sources[0]?.url ?? '')}>看原文：{question.sources[0]?.short}</a>
				</div>
			))}
			<p class="tools">
				<a class="primary" href="#book">
					看错题本
				</a>
				<a href="#home">回到开头</a>
			</p>
		</section>
	);
}
