import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Given, Mock } from '../../schemas/saved-study.ts';
import { Ask } from './Ask.tsx';
import type { Bank } from './bank.ts';
import { shownOrder } from './draw.ts';
import { isComplete } from './mark.ts';
import { askedFrom, handedIn, passed, remaining, resultOf, resumed, stepped, toggled } from './mock.ts';
import type { Study } from './study.ts';

interface Props {
	bank: Bank;
	study: Study;
	mock: Mock;
	/** It was handed in. */
	done: (mock: Mock) => void;
}

const clock = (ms: number): string => {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const now = () => new Date().toISOString();

/** A mock while it is worked on. */
export function MockTest({ bank, study, mock: first, done }: Props) {
	const [mock, setMock] = useState(() => resumed(first, now()));
	const live = useRef(mock);
	const questionOf = askedFrom(bank);
	const box = useRef<HTMLDivElement>(null);
	const [asking, setAsking] = useState(false);

	const keep = (next: Mock, durably: boolean) => {
		live.current = next;
		setMock(next);
		void study.keepMock(next, durably);
	};
	const finish = async (next: Mock) => {
		live.current = next;
		const { marked } = resultOf(next, bank);
		await study.handIn(
			next,
			marked.map(({ question, right, guessed }) => ({
				what: 'answered',
				question: question.id,
				version: question.version,
				right,
				guessed,
				mock: next.id,
			})),
		);
		done(next);
	};
	const goOn = (next: Mock, durably: boolean) => {
		if (next.state === 'done') void finish(next);
		else keep(next, durably);
	};
	useLayoutEffect(() => {
		// Its time may have run out while the page was away.
		goOn(live.current, true);
		// A clock that nobody can set, and that stands still with the page.
		let last = performance.now();
		const tick = () => {
			const elapsed = performance.now() - last;
			last += elapsed;
			if (live.current.state === 'running') goOn(passed(live.current, elapsed, now()), false);
		};
		const timer = setInterval(tick, 1000);
		const leave = () => {
			tick();
			if (live.current.state !== 'done') void study.keepMock(live.current, true);
		};
		const comeBack = ({ persisted }: PageTransitionEvent) => {
			if (!persisted) return;
			last = performance.now();
			goOn(resumed(live.current, now()), true);
		};
		addEventListener('pagehide', leave);
		addEventListener('pageshow', comeBack);
		return () => {
			clearInterval(timer);
			removeEventListener('pagehide', leave);
			removeEventListener('pageshow', comeBack);
			leave();
		};
	}, []);
	useEffect(() => {
		box.current?.querySelector<HTMLElement>('.ask :is(input, select, button:not(:disabled))')?.focus();
	}, [mock.at, mock.state]);

	const entry = mock.questions[mock.at];
	const question = entry && questionOf(entry);
	const asked = mock.questions.flatMap((each) => questionOf(each) ?? []);
	const answered = asked.filter((each) => isComplete(each, mock.given[each.id])).length;
	const total = mock.questions.length;
	const step = (change: Parameters<typeof stepped>[1], durably = true) => keep(stepped(live.current, change), durably);
	const go = (at: number) => step({ at: Math.max(0, Math.min(total - 1, at)) });
	if (mock.state === 'paused')
		return (
			<div>
				<p>
					停在第 {mock.at + 1} 题，题目收起来了。{mock.timed && `还有 ${clock(remaining(mock))}。`}
				</p>
				<p class="tools">
					<button type="button" class="primary" onClick={() => step({ state: 'running' })}>
						接着做
					</button>
				</p>
			</div>
		);
	const places = question ? shownOrder(question, `mock ${mock.number}`) : [];
	const give = (given: Given) => question && step({ given: { ...live.current.given, [question.id]: given } });
	return (
		<div ref={box} class="mock">
			<p class="mock-head">
				<span>
					第 {mock.at + 1} 题，共 {total} 题
				</span>
				{mock.timed && (
					<span class="clock" role="timer">
						还有 {clock(remaining(mock))}
					</span>
				)}
				<button type="button" onClick={() => step({ state: 'paused' })}>
					停一下
				</button>
			</p>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					go(mock.at + 1);
				}}
			>
				{question ? (
					<>
						<Ask key={question.id} question={question} order={places} given={mock.given[question.id]} give={give} />
						<label class="opt guess">
							<input
								type="checkbox"
								checked={mock.guessed.includes(question.id)}
								onChange={() => step({ guessed: toggled(live.current.guessed, question.id) })}
							/>
							<span>我是猜的</span>
						</label>
						<label class="opt guess">
							<input
								type="checkbox"
								checked={mock.flagged.includes(question.id)}
								onChange={() => step({ flagged: toggled(live.current.flagged, question.id) })}
							/>
							<span>做个记号，回头再看</span>
						</label>
					</>
				) : (
					<p>这一题后来改过了，不算在内。</p>
				)}
				<p class="tools">
					<button type="button" disabled={mock.at === 0} onClick={() => go(mock.at - 1)}>
						上一题
					</button>
					<button type="submit" class="primary" disabled={mock.at === total - 1}>
						下一题
					</button>
				</p>
			</form>
			<details class="card">
				<summary>
					答题卡：答了 {answered} / {total}
					{mock.flagged.length > 0 && `，记号 ${mock.flagged.length}`}
				</summary>
				<ol class="cells">
					{mock.questions.map((each, i) => {
						const { id } = each;
						const here = questionOf(each);
						const full = here && isComplete(here, mock.given[id]);
						const flagged = mock.flagged.includes(id);
						return (
							<li key={id}>
								<button
									type="button"
									aria-current={i === mock.at ? 'true' : undefined}
									class={`${full ? 'full' : ''} ${flagged ? 'flagged' : ''}`}
									aria-label={`第 ${i + 1} 题，${full ? '答了' : '没有答'}${flagged ? '，有记号' : ''}`}
									onClick={() => go(i)}
								>
									{i + 1}
									{flagged && '*'}
								</button>
							</li>
						);
					})}
				</ol>
			</details>
			<p class="tools">
				{asking ? (
					<span role="alert">
						{answered < asked.length ? `还有 ${asked.length - answered} 题没有答。` : ''}交了就不能再改。{' '}
						<button type="button" class="primary" onClick={() => void finish(handedIn(live.current, now()))}>
							交卷
						</button>{' '}
						<button type="button" onClick={() => setAsking(false)}>
							再看看
						</button>
					</span>
				) : (
					<button type="button" onClick={() => setAsking(true)}>
						交卷
					</button>
				)}
			</p>
		</div>
	);
}
