import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Given } from '../../schemas/saved-study.ts';
import { useStore } from '../../ui/use-store.ts';
import { Ask } from './Ask.tsx';
import type { BankQuestion } from './bank.ts';
import { bookOf } from './book.ts';
import { shownOrder } from './draw.ts';
import { Explain } from './Explain.tsx';
import { isComplete, isRight } from './mark.ts';
import { dropPlace, keepPlace, type PracticePlace } from './practice-place.ts';
import type { Study } from './study.ts';

interface Props {
	study: Study;
	/** What is practised, in words. */
	title: string;
	/** In the order in which they are asked. */
	questions: readonly BankQuestion[];
	place: PracticePlace;
}

/** One question after the other, each explained at once. */
export function Practice({ study, title, questions: order, place: first }: Props) {
	const [place, setPlace] = useState(first);
	const { at, right: rightSoFar, done, seed } = place;
	const events = useStore(study.$events);
	const [given, setGiven] = useState<Given>();
	const [guessed, setGuessed] = useState(false);
	const [shown, setShown] = useState(false);
	const [said, setSaid] = useState('');
	const box = useRef<HTMLDivElement>(null);
	const question = order[at];
	useLayoutEffect(() => {
		if (at > 0) box.current?.querySelector<HTMLElement>('.ask :is(input, select, button:not(:disabled))')?.focus();
	}, [at]);
	useEffect(() => {
		if (shown) box.current?.querySelector<HTMLElement>('.verdict')?.focus();
	}, [shown]);
	if (!question)
		return (
			<div>
				<p>
					<b>
						这一组做完了：{done} 题，答对 {rightSoFar} 题。
					</b>
				</p>
				<p class="tools">
					<a class="primary" href="#home">
						回到开头
					</a>
					<a href="#book">看错题本</a>
				</p>
			</div>
		);
	const places = shownOrder(question, seed);
	const answer = question.kind === 'order' && !given ? { placed: places } : given;
	const correct = isRight(question, answer);
	const entry = bookOf(events).get(question.id);
	const inBook = entry && entry.state !== 'known';
	const after = { ...place, at: at + 1, right: rightSoFar + (correct ? 1 : 0), done: done + 1 };
	const submit = () => {
		if (!isComplete(question, answer)) {
			setSaid(question.kind === 'match' ? '还有没配上的，请先配完。' : '还没有选，请先选一个。');
			return;
		}
		setSaid('');
		setShown(true);
		const { id, version } = question;
		// What is answered is not asked again, and what is not stored is.
		void study.happened([{ what: 'answered', question: id, version, right: correct, guessed }]).then(() => {
			if (study.$memoryOnly.get() !== undefined || study.$failed.get()) return;
			if (after.at < order.length) keepPlace(after);
			else dropPlace();
		});
	};
	const next = () => {
		setGiven(undefined);
		setGuessed(false);
		setShown(false);
		setPlace(after);
	};
	return (
		<div ref={box} class="practice">
			<p class="small">
				{title}：第 {at + 1} 题，共 {order.length} 题；答对 {rightSoFar + (shown && correct ? 1 : 0)} /{' '}
				{done + (shown ? 1 : 0)}
			</p>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (shown) next();
					else submit();
				}}
			>
				<Ask key={question.id} {...{ question, order: places }} given={answer} give={setGiven} closed={shown} />
				{!shown && (
					<label class="opt guess">
						<input
							type="checkbox"
							checked={guessed}
							onChange={({ currentTarget }) => setGuessed(currentTarget.checked)}
						/>
						<span>我是猜的（猜对也进错题本）</span>
					</label>
				)}
				<p role="status">{said}</p>
				{!shown && (
					<p class="tools">
						<button type="submit" class="primary">
							看对不对
						</button>
						<a href="#home">不做了</a>
					</p>
				)}
			</form>
			<div role="status">{shown && <Explain question={question} given={answer} />}</div>
			{shown && (
				<p class="tools">
					<button type="button" class="primary" onClick={next}>
						{at + 1 < order.length ? '下一题' : '做完了'}
					</button>
					{!inBook && (
						<button
							type="button"
							onClick={() => void study.happened([{ what: 'added', question: question.id, version: question.version }])}
						>
							放进错题本
						</button>
					)}
					<a href="#home">不做了</a>
				</p>
			)}
		</div>
	);
}
