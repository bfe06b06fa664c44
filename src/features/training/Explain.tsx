import type { Given } from '../../schemas/saved-study.ts';
import { url } from '../../url.ts';
import type { BankQuestion, Source } from './bank.ts';
import { isComplete, worth } from './mark.ts';

const Place = ({ source, lead }: { source: Source; lead?: string }) => (
	<blockquote>
		{lead}
		{source.quote}
		<cite>
			<a href={url.fromRoot(source.url)}>{source.citation}</a>
		</cite>
	</blockquote>
);

/** The right answer in words. */
export function sayAnswer(question: BankQuestion): string {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return question.options
				.filter(({ right }) => right)
				.map(({ text }) => text)
				.join('；');
		case 'truth':
			return question.holds ? '对' : `错：不是“${question.said}”，是“${question.fact}”`;
		case 'order':
			return question.steps.map((step, i) => `${i + 1}. ${step}`).join('；');
		case 'match':
			return question.pairs.map(({ left, right }) => `${left}——${right}`).join('；');
	}
}

/** What was given, in words. */
export function sayGiven(question: BankQuestion, given: Given | undefined): string {
	if (!isComplete(question, given) || !given) return '没有答';
	if ('chosen' in given) {
		if (question.kind === 'truth') return given.chosen[0] === 0 ? '对' : '错';
		return given.chosen.map((place) => ('options' in question ? question.options[place]?.text : '')).join('；');
	}
	if (question.kind === 'order') return given.placed.map((step, i) => `${i + 1}. ${question.steps[step]}`).join('；');
	if (question.kind === 'match')
		return given.placed.map((place, i) => `${question.pairs[i]?.left}——${question.pairs[place]?.right}`).join('；');
	return '';
}

const verdict = (question: BankQuestion, given: Given | undefined): string => {
	const share = worth(question, given);
	if (share === 1) return '答对了。';
	return share > 0 ? '只对了一部分。' : '没有答对。';
};

/** After the answer: the reason for what was chosen, then the words of the source, then its place. */
export function Explain({ question, given }: { question: BankQuestion; given: Given | undefined }) {
	const chosen = given && 'chosen' in given ? given.chosen : [];
	const wrong =
		'options' in question
			? chosen.flatMap((place) => {
					const option = question.options[place];
					return option && !option.right ? [option] : [];
				})
			: [];
	const right = worth(question, given) === 1;
	return (
		<div class="explain" data-right={right}>
			<p tabIndex={-1} class="verdict">
				<b>{verdict(question, given)}</b>
			</p>
			{wrong.map(({ text, why, elsewhere }) => (
				<div key={text}>
					<p>
						你选了“{text}”：{why}
					</p>
					{elsewhere && <Place source={elsewhere} lead="它在这里才对：" />}
				</div>
			))}
			{question.kind === 'truth' && !question.holds && question.elsewhere && (
				<Place source={question.elsewhere} lead={`“${question.said}”在这里才对：`} />
			)}
			{!right && <p>答案：{sayAnswer(question)}</p>}
			<p>{question.explanation}</p>
			{question.sources.map((source) => (
				<Place key={source.clause + source.quote} source={source} />
			))}
		</div>
	);
}
