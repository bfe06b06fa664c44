import type { BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { Emphasised } from './Emphasised.tsx';
import { sayAnswer } from './Explain.tsx';
import { printed } from './paper-text.ts';

const Options = ({ question }: { question: BankQuestion }) => {
	const { options } = printed(question, undefined);
	const lefts = question.kind === 'match' ? question.pairs.length : 0;
	return (
		<>
			{lefts > 0 && <p>{options.slice(0, lefts).join('　')}</p>}
			{options.length > 0 && (
				<ol>
					{options.slice(lefts).map((text) => (
						<li key={text}>{text}</li>
					))}
				</ol>
			)}
		</>
	);
};

/** Questions to be read: the answers folded, every answer with its words and place. */
export const QuestionList = ({ questions }: { questions: readonly BankQuestion[] }) => (
	<ol class="bank">
		{questions.map((question) => (
			<li id={question.id} key={question.id}>
				<p>
					（{kindNames[question.kind]}）
					<Emphasised text={question.stem} />
				</p>
				<Options question={question} />
				<details>
					<summary>答案</summary>
					<p>
						<b>{sayAnswer(question)}</b>。{question.explanation}
					</p>
					{question.sources.map(({ clause, quote, short, url }) => (
						<p class="small" key={clause + quote}>
							“{quote}”<a href={url}>{short}</a>
						</p>
					))}
				</details>
			</li>
		))}
	</ol>
);
