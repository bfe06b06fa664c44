import { officialDate } from '../../dates/official.ts';
import { type Answer, answers } from '../../planning/answers.ts';
import type { Course } from '../../planning/plan.ts';
import type { Window } from '../../planning/reckon.ts';
import { readingOf } from '../../planning/words.ts';
import { FoldedChain } from './Chain.tsx';
import type { Words } from './words.ts';

interface Props {
	course: Course;
	days: ReadonlyMap<string, string>;
	day: string;
	words: Words;
}

/** Until when at the latest, from when at the earliest: what people ask, answered by the told days. */
export const Answers = ({ course, days, day, words }: Props) => (
	<section>
		<h2>常问的日子</h2>
		<dl class="answers">
			{answers(course, days, day).map((answer) => (
				<div key={answer.asked} data-asked={`${answer.event.id} ${answer.side}`}>
					<dt>{answer.asked}</dt>
					<dd>
						<Said answer={answer} words={words} />
					</dd>
				</div>
			))}
		</dl>
	</section>
);

/** Whether what is told keeps to every end, breaks them all, or depends on how the words are taken. */
function sayTold({ told, windows, side, event }: Answer): string {
	if (!told) return '';
	const ends = windows.flatMap((window) => window[side] ?? []);
	const kept = ends.filter(({ day }) => (side === 'latest' ? told <= day : told >= day)).length;
	const says = kept === ends.length ? '合' : kept === 0 ? (side === 'latest' ? '晚了' : '早了') : '只合其中一种理解';
	return `${event.name}填的是${officialDate(told)}，${says}。`;
}

function OneEnd({ window, side, words }: Pick<Answer, 'side'> & { window: Window; words: Words }) {
	const end = window[side];
	if (!end) return <>推不出</>;
	return (
		<>
			<b>{officialDate(end.day)}</b>
			<FoldedChain end={end} words={words} called={`为什么${side === 'latest' ? '最晚' : '最早'}是这天`} />
		</>
	);
}

function Said({ answer, words }: { answer: Answer; words: Words }) {
	const { windows, side, needs } = answer;
	if (windows.length === 0) return <>还答不出：要先有“{words.nameOf(needs)}”的日期。</>;
	return (
		<>
			{windows.map((window, i) => (
				<div key={window[side]?.day ?? ''}>
					{windows.length > 1 && `${readingOf(windows, i, words.periods)}：`}
					<OneEnd {...{ window, side, words }} />
				</div>
			))}
			{sayTold(answer)}
		</>
	);
}
