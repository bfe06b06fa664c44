import { url } from '../../url.ts';
import { type Link, page } from './address.ts';
import type { Answer } from './answer.ts';
import { excerpt, type Piece } from './excerpt.ts';
import { type Group, grouped } from './group.ts';
import { addressOf, type Kind, type Passage, type Source } from './passage.ts';
import type { Hit } from './rank.ts';
import { whoAsks } from './who-asks.ts';

export const kindNames: { [kind in Kind]: string } = {
	rule: '文件条文',
	line: '评分项',
	problem: '常见问题',
	notes: '培训笔记',
	form: '表格',
	question: '题目',
	standard: '标准',
};

/** What a question found. */
export interface Found extends Answer {
	q: string;
	complete: boolean;
	/** Nothing more is looked for. */
	settled: boolean;
}

interface ResultsProps {
	found: Found;
	kept: readonly Hit[];
	show: number;
	sources: readonly Source[];
	link: Link;
}

export function Results({ found, kept, show, sources, link }: ResultsProps) {
	const { q, question, ranking } = found;
	const isQuiz = ({ hit }: Group) => hit.entry.passage.kind === 'question';
	const groups = grouped(kept, question.whole);
	const sourced = groups.filter((group) => !isQuiz(group));
	const quiz = groups.filter(isQuiz);
	const result = (group: Group) => (
		<Result
			key={addressOf(group.hit.entry.passage)}
			group={group}
			pieces={excerpt(group.hit.entry.passage.text, question, ranking.weigh)}
			asked={group.hit.asked ? whoAsks(group.hit.entry.passage, question) : undefined}
			sources={sources}
		/>
	);
	// Where there is nothing else, they are what was looked for.
	const main = sourced.length > 0 ? sourced : quiz;
	const rest = main.length - show;
	return (
		<>
			<ol class="results" aria-label={`“${q}”的结果`} aria-busy={!found.settled}>
				{main.slice(0, show).map(result)}
			</ol>
			{rest > 0 && (
				<p>
					<a class="try" {...link({ show: show + page })}>
						再看 {Math.min(page, rest)} 条
					</a>
				</p>
			)}
			{sourced.length > 0 && quiz.length > 0 && (
				<details class="quiz">
					<summary>题库里的 {quiz.length} 道题</summary>
					<ol class="quiz-results" aria-label={`题库里“${q}”的结果`}>
						{quiz.map(result)}
					</ol>
				</details>
			)}
		</>
	);
}

export function nameOf({ source, label }: Pick<Passage, 'source' | 'label'>, sources: readonly Source[]): string {
	const { short = '' } = sources.find(({ id }) => id === source) ?? {};
	return label ? `${short} ${label}` : `${short}（全文）`;
}

interface ResultProps {
	group: Group;
	pieces: readonly Piece[];
	/** What somebody asks whom it answers, where that is why it is here. */
	asked: string | undefined;
	sources: readonly Source[];
}

function Result({ group: { hit, same }, pieces, asked, sources }: ResultProps) {
	const { passage } = hit.entry;
	return (
		<li>
			<p class="where">
				<a href={url.home + addressOf(passage)}>{nameOf(passage, sources)}</a>{' '}
				<span class="tag">{kindNames[passage.kind]}</span>
			</p>
			{passage.path && <p class="small">{passage.path}</p>}
			<p>{pieces.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</p>
			{asked && <p class="small">因为有人这样问：“{asked}”</p>}
			{same.length > 0 && (
				<p class="small">
					同样的话还见于{' '}
					{same.map(({ entry }, i) => (
						<span key={addressOf(entry.passage)}>
							{i > 0 && '、'}
							<a href={url.home + addressOf(entry.passage)}>{nameOf(entry.passage, sources)}</a>
						</span>
					))}
				</p>
			)}
		</li>
	);
}
