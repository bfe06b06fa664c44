import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { url } from '../../url.ts';
import { excerpt, type Piece } from './excerpt.ts';
import { type Group, grouped } from './group.ts';
import { normal } from './normal.ts';
import { addressOf, type Kind, kinds, type Passage, type Source } from './passage.ts';
import { longestQuestion, type Question, readQuestion } from './question.ts';
import { type Entry, type Hit, type Ranking, rank } from './rank.ts';
import { shorterWords } from './shorter.ts';
import type { Supply } from './supply.ts';

const kindNames: { [kind in Kind]: string } = {
	rule: '文件条文',
	line: '评分项',
	problem: '常见问题',
	notes: '培训笔记',
	question: '题目',
	standard: '标准',
};

/** What the address says. */
interface State {
	q: string;
	doc: string;
	kind: string;
	/** How many results are shown. */
	show: number;
}

const page = 20;

function readAddress(): State {
	const query = new URLSearchParams(location.search);
	const show = Number(query.get('show'));
	return {
		q: query.get('q') ?? '',
		doc: query.get('doc') ?? '',
		kind: query.get('kind') ?? '',
		show: Number.isInteger(show) && show > page ? show : page,
	};
}

function addressFor({ q, doc, kind, show }: State): string {
	const query = new URLSearchParams({ q: q.slice(0, longestQuestion) });
	if (doc) query.set('doc', doc);
	if (kind) query.set('kind', kind);
	if (show > page) query.set('show', String(show));
	return url.search(String(query));
}

interface Props {
	sources: readonly Source[];
	documents: readonly { id: string; short: string }[];
	open: (arrived: () => void) => Promise<Supply>;
	input: HTMLInputElement;
	/** The way to read on without results. */
	contents: HTMLElement;
}

interface Found {
	q: string;
	question: Question;
	entries: readonly Entry[];
	complete: boolean;
	ranking: Ranking;
}

type Answer = 'none' | 'waiting' | 'failed' | Found;

/** An answer that takes longer is said to be waited for. */
const patience = 300;

const failure =
	'搜索用的数据没有读到，可能是网络断了，或者网站没有放全。再按一次搜索重试；下面的目录照常可以打开，在页面里按 Ctrl+F 也能查找。';

/** The results under the form of the search page, which stays as it was served. */
export function SearchApp({ sources, documents, open, input, contents }: Props) {
	const [state, setState] = useState(readAddress);
	const [answer, setAnswer] = useState<Answer>('none');
	const [attempt, setAttempt] = useState(0);
	const supply = useRef<Promise<Supply> | undefined>();

	/** The field is only written to where it says something else, so that nobody's typing is undone. */
	const settle = (next: State) => {
		if (input.value !== next.q) input.value = next.q;
		setState(next);
	};
	const go = (next: State, how: 'pushState' | 'replaceState') => {
		settle(next);
		const address = addressFor(next);
		try {
			if (address !== location.pathname + location.search) history[how](null, '', address);
		} catch {
			// Some browsers allow only so many changes of the address; the results do not depend on it.
		}
	};

	useEffect(() => {
		const back = () => settle(readAddress());
		const ask = (how: 'pushState' | 'replaceState') => go({ ...readAddress(), q: input.value, show: page }, how);
		const submit = (event: Event) => {
			event.preventDefault();
			ask('pushState');
			setAttempt((before) => before + 1);
		};
		/** Half a word of pinyin is no question yet. */
		const type = (event: Event) => {
			if (!(event as InputEvent).isComposing) ask('replaceState');
		};
		// What was typed before the script came is newer than the address.
		if (input.value && input.value !== readAddress().q) ask('replaceState');
		else back();
		addEventListener('popstate', back);
		addEventListener('keydown', step);
		input.form?.addEventListener('submit', submit);
		input.addEventListener('input', type);
		input.addEventListener('compositionend', type);
		return () => {
			removeEventListener('popstate', back);
			removeEventListener('keydown', step);
			input.form?.removeEventListener('submit', submit);
			input.removeEventListener('input', type);
			input.removeEventListener('compositionend', type);
		};
	}, []);

	const { q } = state;
	useEffect(() => {
		document.title = document.title.replace(/^(“.*” )?/, q ? `“${q.slice(0, 30)}” ` : '');
		const question = readQuestion(q, sources);
		if (question.whole === '') {
			setAnswer('none');
			return;
		}
		let current = true;
		const answered = (next: Answer) => current && setAnswer(next);
		const late = setTimeout(() => answered('waiting'), patience);
		supply.current ??= open(() => clearTimeout(late));
		supply.current
			.then(async ({ find, complete }) => {
				const entries = await find(question);
				answered({ q, question, entries, complete, ranking: rank(entries, question) });
			})
			.catch(() => {
				supply.current = undefined;
				answered('failed');
			})
			.finally(() => clearTimeout(late));
		return () => {
			current = false;
			clearTimeout(late);
		};
	}, [q, attempt]);

	const asks = normal(q).text !== '';
	const found = asks && typeof answer === 'object' ? answer : undefined;
	const hits = found?.ranking.hits ?? [];
	const documentOf = (hit: Hit) => sources.find(({ id }) => id === hit.entry.passage.source)?.document ?? '';
	const inKind = (hit: Hit) => !state.kind || hit.entry.passage.kind === state.kind;
	const inDocument = (hit: Hit) => !state.doc || documentOf(hit) === state.doc;
	const kept = hits.filter((hit) => inKind(hit) && inDocument(hit));

	useLayoutEffect(() => {
		contents.hidden = asks && answer !== 'waiting' && answer !== 'failed' && !(found && kept.length === 0);
	});

	const link: Link = (change) => {
		const next = { ...state, show: page, ...change };
		return {
			href: addressFor(next),
			onClick: (event: MouseEvent) => {
				if (event.ctrlKey || event.metaKey || event.shiftKey) return;
				event.preventDefault();
				go(next, 'pushState');
				if (change.q !== undefined) input.focus();
				if (change.show !== undefined) requestAnimationFrame(() => resultLinks()[state.show]?.focus());
			},
		};
	};
	const countKind = (kind: Kind) => hits.filter((hit) => hit.entry.passage.kind === kind && inDocument(hit)).length;
	const countDocument = (id: string) => hits.filter((hit) => documentOf(hit) === id && inKind(hit)).length;
	return (
		<>
			<p role="status" class="status">
				{status(q, asks, answer, kept)}
			</p>
			{found && hits.length > 0 && (
				<>
					<Filter
						title="类别"
						name="kind"
						chosen={state.kind}
						options={kinds.map((kind) => ({ value: kind, name: kindNames[kind], count: countKind(kind) }))}
						link={link}
					/>
					<Filter
						title="文件"
						name="doc"
						chosen={state.doc}
						options={documents.map(({ id, short }) => ({ value: id, name: short, count: countDocument(id) }))}
						link={link}
					/>
					{kept.length === 0 && (
						<p>
							<a class="try" {...link({ doc: '', kind: '' })}>
								在全部里找（{hits.length} 处）
							</a>
						</p>
					)}
					<Results found={found} kept={kept} show={state.show} sources={sources} link={link} />
				</>
			)}
			{found && hits.length === 0 && <Nothing question={found.question} entries={found.entries} link={link} />}
		</>
	);
}

const resultLinks = () => Array.from(document.querySelectorAll<HTMLElement>('.where a'));

/** Arrows lead from the field through the results and back. */
function step(event: KeyboardEvent): void {
	const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (!by || event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
	const field = document.querySelector<HTMLElement>('main input[name="q"]');
	const stops = [...(field ? [field] : []), ...resultLinks()];
	const at = stops.indexOf(document.activeElement as HTMLElement);
	const to = at < 0 ? undefined : stops[at + by];
	if (!to) return;
	event.preventDefault();
	to.focus();
}

function status(q: string, asks: boolean, answer: Answer, kept: readonly Hit[]): string {
	if (!asks) return q.trim() && '这里面没有可以查找的字。请输入词语、条号或标准号。';
	if (answer === 'none') return '';
	if (answer === 'waiting') return '正在读取……';
	if (answer === 'failed') return failure;
	const cut = q.length > longestQuestion ? `只按前 ${longestQuestion} 个字查找。` : '';
	if (answer.ranking.hits.length === 0) return `${cut}没有找到“${answer.q.slice(0, longestQuestion)}”。`;
	if (kept.length === 0) return `${cut}按选定的类别和文件没有。`;
	const loose = kept.filter(({ why }) => why === 'words').length;
	const exact = kept.length - loose;
	const found = answer.complete ? '找到' : '先列出最接近的';
	if (exact === 0) return `${cut}没有逐字相同的；按词${found} ${loose} 处，最接近的在前。`;
	return `${cut}${found} ${exact} 处${loose > 0 ? `，另按词${found} ${loose} 处` : ''}。`;
}

interface ResultsProps {
	found: Found;
	kept: readonly Hit[];
	show: number;
	sources: readonly Source[];
	link: Link;
}

function Results({ found: { q, question, ranking }, kept, show, sources, link }: ResultsProps) {
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

type Link = (change: Partial<State>) => { href: string; onClick: (event: MouseEvent) => void };

interface FilterProps {
	title: string;
	name: 'kind' | 'doc';
	chosen: string;
	options: readonly { value: string; name: string; count: number }[];
	link: Link;
}

const Filter = ({ title, name, chosen, options, link }: FilterProps) => (
	<nav class="filter" aria-label={`按${title}筛选`}>
		<span>{title}</span>
		<ul>
			{[{ value: '', name: '全部', count: undefined }, ...options].map((option) =>
				option.count === 0 && option.value !== chosen ? null : (
					<li key={option.value}>
						<a {...link({ [name]: option.value })} aria-current={option.value === chosen ? 'true' : undefined}>
							{option.name}
							{option.count !== undefined && ` ${option.count}`}
						</a>
					</li>
				),
			)}
		</ul>
	</nav>
);

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

interface NothingProps {
	question: Question;
	entries: readonly Entry[];
	link: Link;
}

function Nothing({ question, entries, link }: NothingProps) {
	const shorter = shorterWords(entries, question).filter(({ words }) => words !== question.whole);
	return (
		<>
			{shorter.length > 0 && (
				<p>
					少写几个字试试：
					{shorter.map(({ words, times }) => (
						<a key={words} class="try" {...link({ q: words, doc: '', kind: '' })}>
							{words}（{times} 处）
						</a>
					))}
				</p>
			)}
			<p class="small">也可以只写条号（第十八条、C7、附件3）或标准号（GB/T 24421），或者从下面的目录找。</p>
		</>
	);
}
