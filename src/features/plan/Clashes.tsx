import { officialDate } from '../../dates/official.ts';
import type { Plan } from '../../planning/plan.ts';
import type { Window } from '../../planning/reckon.ts';
import { readingOf } from '../../planning/words.ts';
import { FoldedChain, Rests } from './Chain.tsx';
import type { Words } from './words.ts';

interface Props {
	made: Plan;
	words: Words;
	/** Periods whose breach is told as what bars. */
	told: readonly string[];
}

/** Days that do not go together, with the words that collide. */
export function Clashes({ made: { broken, squeezed, backwards, circle }, words, told }: Props) {
	const { nameOf, periods } = words;
	const clashing = broken.filter(({ tie }) => !told.includes(tie.period));
	if (!backwards && clashing.length + squeezed.length + circle.length === 0) return null;
	const byOne = (by: readonly number[], window: Window) =>
		by.length === 1 ? `${readingOf(by[0] === 0 ? [window] : [{}, window], by[0] ?? 0, periods)}，` : '';
	return (
		<section class="clashes">
			<h2>对不上的日期</h2>
			<ul>
				{backwards && (
					<li>
						{nameOf('ends')}（{officialDate(backwards.ends)}）不在{nameOf('begins')}（{officialDate(backwards.begins)}
						）之后，请先核对这两个日期。
					</li>
				)}
				{clashing.map(({ tie, limit, by }) => (
					<li key={`${tie.period} ${tie.event} ${tie.must} ${by.join()}`}>
						{byOne(by, {
							latest: { day: limit, from: tie.than, told: limit, steps: [{ tie, back: false, day: limit }] },
						})}
						{nameOf(tie.event)}应当{tie.must === 'not-before' ? '不早于' : '不晚于'}
						{officialDate(limit)}，填的日期对不上，请核对它和{nameOf(tie.than)}的日期。
						<span class="small">
							<Rests period={periods.find(({ id }) => id === tie.period)} />
						</span>
					</li>
				))}
				{squeezed.map(({ event, earliest, latest, by }) => (
					<li key={`${event} ${earliest.day} ${latest.day}`}>
						{byOne(by, { earliest, latest })}
						{nameOf(event)}最早要到{officialDate(earliest.day)}，最晚却是{officialDate(latest.day)}
						，没有哪一天两头都合。
						<FoldedChain end={earliest} words={words} called="为什么最早是那天" />
						<FoldedChain end={latest} words={words} called="为什么最晚是那天" />
					</li>
				))}
				{circle.length > 0 && (
					<li>{circle.map(nameOf).join('、')}互相要求排在对方之后，哪一天都合不上，请改其中一项。</li>
				)}
			</ul>
		</section>
	);
}
