import type { Bank, BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { Emphasised } from './Emphasised.tsx';
import { minutes } from './mock.ts';
import { Names } from './Names.tsx';
import { explained, optionLines, printed } from './paper-text.ts';

interface Props extends Pick<Bank, 'names'> {
	number: number;
	questions: readonly BankQuestion[];
}

/** A paper, an answer sheet and the answers, each on pages of their own. */
export function PrintedTest({ number, questions, names }: Props) {
	const seed = `mock ${number}`;
	const all = questions.map((question) => ({ question, ...printed(question, seed) }));
	return (
		<div class="printed-test">
			<article>
				<h3>政务服务标准化培训测验（第 {number} 号）</h3>
				<p class="small">
					共 {questions.length} 题，{minutes} 分钟。题目由学习网站按五份文件编成，不是官方试题。答案写在答题纸上。
				</p>
				<p class="small">题目里的简称：</p>
				<Names names={names} />
				<ol>
					{all.map(({ question, options }) => (
						<li key={question.id}>
							<p>
								（{kindNames[question.kind]}）<Emphasised text={question.stem} />
							</p>
							{optionLines(question, options).map((line) => (
								<p class="option" key={line}>
									{line}
								</p>
							))}
						</li>
					))}
				</ol>
			</article>
			<article>
				<h3>答题纸（第 {number} 号）</h3>
				<p>单位：＿＿＿＿＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿＿＿　得分：＿＿＿＿</p>
				<ol class="answer-cells">
					{all.map(({ question }, i) => (
						<li key={question.id}>
							{i + 1}（{kindNames[question.kind]}）
						</li>
					))}
				</ol>
			</article>
			<article>
				<h3>答案（第 {number} 号）</h3>
				<ol>
					{all.map(({ question, answer }) => (
						<li key={question.id}>
							<b>{answer}</b>　{explained(question)}
						</li>
					))}
				</ol>
			</article>
		</div>
	);
}
