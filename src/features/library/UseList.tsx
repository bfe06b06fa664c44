import { Fragment } from 'preact';
import { fullLabel } from '../../clauses/citation.ts';
import { firstWords, placeName, placeUrl } from '../../text/place.ts';
import { url } from '../../url.ts';
import type { Use } from './uses.ts';

const stemLength = 8;

/** Enough of a question to tell it from its neighbours. */
const shortened = (stem: string) => (stem.length > stemLength ? `…${stem.slice(-stemLength)}` : stem);

/** All that rests on a clause and its parts, each with its first words. */
export const UseList = ({ uses }: { uses: readonly Use[] }) => (
	<div class="use-list">
		{uses.map(({ visit, lines, places, questions, forms, periods, asked }) => (
			<div key={visit.clause.id}>
				{uses.length > 1 && <b>{fullLabel(visit)}</b>}
				<ul>
					{lines.map(({ rubric, id, label, points, words }) => (
						<li key={`${rubric.id} ${id}`}>
							<a href={url.rubric(rubric.id, id)}>
								{rubric.short} {label}
							</a>
							{points !== undefined && `（${points} 分）`} <span class="small">{words}</span>
						</li>
					))}
					{places.map((place) => (
						<li key={placeUrl(place)}>
							<a href={placeUrl(place)}>{placeName(place)}</a> <span class="small">{firstWords(place)}</span>
						</li>
					))}
					{forms.map(({ id, name }) => (
						<li key={id}>
							填写：<a href={url.form(id)}>{name}</a>
						</li>
					))}
					{periods.length > 0 && (
						<li>
							期限：
							{periods.map(({ id, name }, i) => (
								<Fragment key={id}>
									{i > 0 && '；'}
									<a href={url.plan(id)}>{name}</a>
								</Fragment>
							))}
						</li>
					)}
					{questions.length > 0 && (
						<li>
							题目：
							{questions.map(({ topic, id, stem }, i) => (
								<Fragment key={id}>
									{i > 0 && '；'}
									<a href={url.questions(topic, id)}>{shortened(stem)}</a>
								</Fragment>
							))}
						</li>
					)}
				</ul>
				{asked.length > 0 && <p class="small">有人这样问：{asked.join('；')}</p>}
			</div>
		))}
	</div>
);
