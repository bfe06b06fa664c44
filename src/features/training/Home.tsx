import { useState } from 'preact/hooks';
import { ScopeChooser } from '../../scope/ScopeChooser.tsx';
import type { Scope } from '../../scope/scope.ts';
import { useScope } from '../../scope/use-scope.ts';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import type { Bank } from './bank.ts';
import { bookOf, dueIn } from './book.ts';
import { highest, mockSize, paperNumber } from './draw.ts';
import { minutes } from './mock.ts';
import { Names } from './Names.tsx';
import type { Study } from './study.ts';

interface Props {
	bank: Bank;
	study: Study;
	scopes: readonly Scope[];
	start: (number: number, timed: boolean) => void;
}

const anyNumber = () => String(1 + Math.floor(Math.random() * highest));

/** Where practice and tests begin. */
export function Home({ bank, study, scopes, start }: Props) {
	const { scope, choose } = useScope(scopes);
	const isOwn = ({ id }: { id: string }) => scope?.documents.includes(id) ?? false;
	const documents = [...bank.documents].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
	const events = useStore(study.$events);
	const mocks = useStore(study.$mocks);
	const exam = useStore(study.$exam);
	const due = dueIn(bookOf(events, exam || undefined), today()).filter((id) =>
		bank.questions.some((question) => question.id === id),
	).length;
	const open = mocks.find(({ state }) => state !== 'done');
	const [typed, setTyped] = useState(anyNumber);
	const [timed, setTimed] = useState(true);
	const count = (wanted: (question: Bank['questions'][number]) => boolean) => bank.questions.filter(wanted).length;
	return (
		<>
			<h2 tabIndex={-1} class="hidden-head">
				练习和模拟
			</h2>
			{open && (
				<p class="notice calm">
					第 {open.number} 号模拟卷还没有交。{' '}
					<a class="primary" href="#mock">
						接着做
					</a>
				</p>
			)}
			<section>
				<h3>错题本</h3>
				<p class="tools">
					{due > 0 ? (
						<a class="primary" href="#practice=book">
							做今天该做的 {due} 题
						</a>
					) : (
						<span>今天没有该做的。</span>
					)}
					<a href="#book">打开错题本</a>
					<a href="#history">做题记录</a>
				</p>
			</section>
			<section>
				<h3>练习：做一题，讲一题</h3>
				<p>
					<ScopeChooser {...{ scopes, choose }} chosen={scope} />
				</p>
				<ul class="doors">
					<li>
						<a href="#practice=all">全部</a> <span class="small">{bank.questions.length} 题</span>
					</li>
					{documents.map(({ id, short }) => (
						<li key={id}>
							<a href={`#practice=document:${id}`}>{short}</a> {isOwn({ id }) && <b>照它做的 </b>}
							<span class="small">{count(({ document }) => document === id)} 题</span>
						</li>
					))}
				</ul>
				<details>
					<summary>题目里的简称是哪份文件</summary>
					<Names names={bank.names} />
				</details>
				<p class="small">按题目讲什么分：</p>
				<ul class="doors">
					{bank.topics.map(({ id, title }) => (
						<li key={id}>
							<a href={`#practice=topic:${id}`}>{title}</a>{' '}
							<span class="small">{count(({ topic }) => topic === id)} 题</span>
						</li>
					))}
				</ul>
			</section>
			<section>
				<h3>模拟考试</h3>
				<p>{mockSize} 题，五份文件都有，单选、多选、判断、排序、配对都有。同一个号抽出的是同一张卷子。</p>
				<form
					class="start"
					onSubmit={(event) => {
						event.preventDefault();
						start(paperNumber(typed), timed);
					}}
				>
					<label>
						卷号（1 到 {highest}）
						<input
							type="number"
							min="1"
							max={highest}
							step="1"
							inputMode="numeric"
							value={typed}
							onInput={({ currentTarget }) => setTyped(currentTarget.value)}
						/>
					</label>
					<label class="opt">
						<input type="checkbox" checked={timed} onChange={({ currentTarget }) => setTimed(currentTarget.checked)} />
						<span>计时 {minutes} 分钟，到时自动交卷</span>
					</label>
					<button type="submit" class="primary">
						开始
					</button>
					{open && <p class="small">开始新的，没交的那一份就作废。</p>}
				</form>
			</section>
			<section>
				<h3>给培训老师</h3>
				<p class="tools">
					<a href="#trainer">印一张卷子，导出题库</a>
				</p>
			</section>
		</>
	);
}
