import { url } from '../../url.ts';
import { type Link, page } from './address.ts';
import { excerpt, type Piece } from './excerpt.ts';
import { type Group, grouped } from './group.ts';
import { addressOf, type Kind, type Passage, type Source } from './passage.ts';
import type { Question } from './question.ts';
import type { Entry, Hit, Ranking } from './rank.ts';

export const kindNames: { [kind in Kind]: string } = {
	rule: '文件条文',
	line: '评分项',
	problem: '常见问题',
	notes: '培训笔记',
	question: '题目',
	standard: '标准',
};

/** What a question found. */
export interface Found {
	q: string;
	question: Question;
	entries: readonly Entry[];
	complete: boolean;
	ranking: Ranking;
}

interface ResultsProps {
	found: Found;
	kept: readonly Hit[];
	show: number;
	sources: readonly Source[];
	link: Link;
}

export function Results({ found: { q, question, ranking }, kept, show, sources, link }: ResultsProps) {
	const groups = grouped(kept, question.whole);
	const rest = groups.length - show;
	return (
		<>
			<ol class="results" aria-label={`“${q}”的结果`}>
				{groups.slice(0, show).map((group) => (
					<Result
						key={addressOf(group.hit.entry.passage)}
						group={group}
						pieces={excerpt(group.hit.entry.passage.text, question, ranking.weigh)}
						sources={sources}
					/>
				))}
			</ol>
			{rest > 0 && (
				<p>
					<a class="try" {...link({ show: show + page })}>
						再看 {Math.min(page, rest)} 条
					</a>
				</p>
			)}
		</>
	);
}

function nameOf({ source, label }: Passage, sources: readonly Source[]): string {
	const { short = '' } = sources.find(({ id }) => id === source) ?? {};
	return label ? `${short} ${label}` : `${short}（全文）`;
}

interface ResultProps {
	group: Group;
	pieces: readonly Piece[];
	sources: readonly Source[];
}

function Result({ group: { hit, same }, pieces, sources }: ResultProps) {
	const { passage } = hit.entry;
	return (
		<li>
			<p class="where">
				<a href={url.home + addressOf(passage)}>{nameOf(passage, sources)}</a>{' '}
				<span class="tag">{kindNames[passage.kind]}</span>
			</p>
			{passage.path && <p class="small">{passage.path}</p>}
			<p>{pieces.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</p>
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
