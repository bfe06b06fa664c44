import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { normal } from '../../clauses/normal.ts';
import { ScopeChooser } from '../../scope/ScopeChooser.tsx';
import type { Scope } from '../../scope/scope.ts';
import { useScope } from '../../scope/use-scope.ts';
import { longestQuestion } from '../../strings/longest-question.ts';
import { addressFor, type Link, page, readAddress, type State } from './address.ts';
import { answerFurther, answerTo, type Means, saysDirectly } from './answer.ts';
import { Filter } from './Filter.tsx';
import { GapNote } from './GapNote.tsx';
import { Nothing } from './Nothing.tsx';
import { documentOf, type Kind, kinds, type Source } from './passage.ts';
import { type Found, kindNames, Results } from './Results.tsx';
import type { Hit } from './rank.ts';
import type { Supply } from './supply.ts';
import { openGaps, openLexicon, openSounds } from './supply-aids.ts';

interface Props {
	sources: readonly Source[];
	scopes: readonly Scope[];
	documents: readonly { id: string; short: string }[];
	open: (arrived: () => void) => Promise<Supply>;
	input: HTMLInputElement;
	/** What it draws into. */
	results: HTMLElement;
	/** The way to read on without results. */
	contents: HTMLElement;
}

type Answer = 'none' | 'waiting' | 'failed' | Found;

/** An answer that takes longer is said to be waited for. */
const patience = 300;

const failure =
	'搜索用的数据没有读到，可能是网络断了，或者网站没有放全。再按一次搜索重试；下面的目录照常可以打开，在页面里按 Ctrl+F 也能查找。';

/** The results under the form of the search page, which stays as it was served. */
export function SearchApp({ sources, scopes, documents, open, input, results, contents }: Props) {
	const [state, setState] = useState(readAddress);
	const [answer, setAnswer] = useState<Answer>('none');
	const [attempt, setAttempt] = useState(0);
	const { scope, choose } = useScope(scopes);
	const supply = useRef<Promise<Supply> | undefined>();

	/** What asks nothing, or is still being typed, is no place for Back to lead to. */
	const passing = useRef(state.q === '');

	/** The field is only written to where it says something else, so that nobody's typing is undone. */
	const settle = (next: State, typed = false) => {
		passing.current = typed || next.q === '';
		if (input.value !== next.q) input.value = next.q;
		setState(next);
	};
	const go = (next: State, typed = false) => {
		const how = typed && passing.current ? 'replaceState' : 'pushState';
		settle(next, typed);
		const address = addressFor(next);
		try {
			if (address !== location.pathname + location.search) history[how](null, '', address);
		} catch {
			// Some browsers allow only so many changes of the address; the results do not depend on it.
		}
	};

	const resultLinks = () => Array.from(results.querySelectorAll<HTMLElement>('.where a'));

	useEffect(() => {
		const step = (event: KeyboardEvent) => stepBetween([input, ...resultLinks()], event);
		const back = () => settle(readAddress());
		const ask = (typed: boolean) => go({ ...readAddress(), q: input.value, show: page }, typed);
		const submit = (event: Event) => {
			event.preventDefault();
			ask(false);
			setAttempt((before) => before + 1);
		};
		/** Half a word of pinyin is no question yet. */
		const type = (event: Event) => {
			if (!(event as InputEvent).isComposing) ask(true);
		};
		// What was typed before the script came is newer than the address.
		if (input.value && input.value !== readAddress().q) ask(true);
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
			contents.hidden = false;
			entitle('');
		};
	}, []);

	const { q } = state;
	useEffect(() => {
		entitle(q);
		if (normal(q).text === '') {
			setAnswer('none');
			return;
		}
		let current = true;
		const answered = (next: Answer) => current && setAnswer(next);
		const late = setTimeout(() => answered('waiting'), patience);
		supply.current ??= open(() => clearTimeout(late));
		Promise.all([supply.current, openLexicon().catch(() => [])])
			.then(async ([{ find, complete }, everyday]) => {
				const means: Means = {
					find,
					sources,
					own: ownSources(scope, sources),
					everyday,
					gaps: openGaps,
					sounds: openSounds,
				};
				const plain = await answerTo(q, means);
				// Nothing was found only when nothing is found by the sound of it either.
				if (plain.ranking.hits.length > 0) answered({ q, complete, settled: false, ...plain });
				answered({ q, complete, settled: true, ...(await answerFurther(plain, means)) });
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
	}, [q, attempt, scope]);

	const asks = normal(q).text !== '';
	const found = asks && typeof answer === 'object' ? answer : undefined;
	const hits = found?.ranking.hits ?? [];
	const isOf = (hit: Hit, id: string) => documentOf(hit.entry.passage, sources) === id;
	const inKind = (hit: Hit) => !state.kind || hit.entry.passage.kind === state.kind;
	const inDocument = (hit: Hit) => !state.doc || isOf(hit, state.doc);
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
				go(next);
				if (change.q !== undefined) input.focus();
				if (change.show !== undefined) requestAnimationFrame(() => resultLinks()[state.show]?.focus());
			},
		};
	};
	const countKind = (kind: Kind) => hits.filter((hit) => hit.entry.passage.kind === kind && inDocument(hit)).length;
	const countDocument = (id: string) => hits.filter((hit) => isOf(hit, id) && inKind(hit)).length;
	return (
		<>
			<ScopeChooser {...{ scopes, choose }} chosen={scope} />
			<p role="status" class="status">
				{status(q, asks, answer, kept)}
			</p>
			{found && <Heard heard={found.heard} />}
			{found?.gap && <GapNote gap={found.gap} entries={found.entries} sources={sources} />}
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

/** What someone goes by who takes part in this; who has not said so, by the rules for all. */
const ownSources = (scope: Scope | undefined, sources: readonly Source[]): ReadonlySet<string> =>
	new Set(
		scope
			? [`rubrics/${scope.id}/`, ...scope.documents.map((id) => `docs/${id}/`)]
			: sources.slice(0, 1).map(({ id }) => id),
	);

/** What was taken for what was typed. */
function Heard({ heard }: Pick<Found, 'heard'>) {
	if (heard.length === 0) return null;
	const meant = [...new Set(heard.map((each) => each.meant))].map((word) => `“${word}”`).join('、');
	return <p class="small heard">按读音相同的{meant}找的。</p>;
}

/** The title of the page begins with what is asked. */
function entitle(q: string): void {
	document.title = document.title.replace(/^(“.*” )?/, q ? `“${q.slice(0, 30)}” ` : '');
}

/** Arrows lead from the field through the results and back. */
function stepBetween(stops: readonly HTMLElement[], event: KeyboardEvent): void {
	const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (!by || event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
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
	if (kept.length === 0) return `${cut}选定的类别和文件里没有。`;
	const loose = kept.filter(({ why }) => why === 'words').length;
	const exact = kept.length - loose;
	const found = answer.complete ? '找到' : '先列出最接近的';
	if (exact === 0 && !saysDirectly(answer))
		return `${cut}没有找到直接说这件事的话；用词相近的 ${loose} 处，最接近的在前。`;
	if (exact === 0) return `${cut}没有逐字相同的；按词${found} ${loose} 处，最接近的在前。`;
	return `${cut}${found} ${exact} 处${loose > 0 ? `，另按词${found} ${loose} 处` : ''}。`;
}
