import { useRef } from 'preact/hooks';
import type { Given } from '../../schemas/saved-study.ts';
import type { BankQuestion } from './bank.ts';
import { kindNames } from './bank.ts';
import { Emphasised } from './Emphasised.tsx';

interface Props {
	question: BankQuestion;
	/** In which order its places are shown. */
	order: readonly number[];
	given: Given | undefined;
	give: (given: Given) => void;
	/** Nothing can be changed any more. */
	closed?: boolean;
}

/** One question to be answered: by mouse, by touch, or by 1–9 while the focus is in it. */
export function Ask({ question, order, given, give, closed = false }: Props) {
	const form = useRef<HTMLFieldSetElement>(null);
	const chosen = given && 'chosen' in given ? given.chosen : [];
	const several = question.kind === 'multiple';
	const choose = (place: number) => {
		if (closed) return;
		if (!several) give({ chosen: [place] });
		else
			give({
				chosen: chosen.includes(place)
					? chosen.filter((each) => each !== place)
					: [...chosen, place].sort((a, b) => a - b),
			});
	};
	const press = (event: KeyboardEvent) => {
		const number = Number(event.key);
		if (event.ctrlKey || event.metaKey || event.altKey || !Number.isInteger(number) || number < 1) return;
		const place = order[number - 1];
		if (place === undefined || question.kind === 'order' || question.kind === 'match') return;
		event.preventDefault();
		choose(place);
		form.current?.querySelectorAll<HTMLElement>('input')[number - 1]?.focus();
	};
	const textOf = (place: number): string =>
		question.kind === 'truth'
			? (['对', '错'][place] ?? '')
			: 'options' in question
				? (question.options[place]?.text ?? '')
				: '';
	return (
		<fieldset class="ask" ref={form} onKeyDown={press} data-question={question.id}>
			<legend>
				<span class="kind">{kindNames[question.kind]}</span> <Emphasised text={question.stem} />
			</legend>
			{question.kind === 'order' && (
				<Order {...{ question, closed, give }} placed={given && 'placed' in given ? given.placed : order} />
			)}
			{question.kind === 'match' && (
				<Match {...{ question, order, closed, give }} placed={given && 'placed' in given ? given.placed : []} />
			)}
			{(question.kind === 'truth' || 'options' in question) &&
				order.map((place, i) => (
					<label class="opt" key={place} data-place={place}>
						<input
							type={several ? 'checkbox' : 'radio'}
							name={question.id}
							checked={chosen.includes(place)}
							disabled={closed}
							onChange={() => choose(place)}
						/>
						<span>
							<span class="number" aria-hidden="true">
								{i + 1}
							</span>{' '}
							{textOf(place)}
						</span>
					</label>
				))}
			{several && !closed && <p class="small">多选题：有两个以上是对的。</p>}
		</fieldset>
	);
}

interface OrderProps {
	question: Extract<BankQuestion, { kind: 'order' }>;
	placed: readonly number[];
	closed: boolean;
	give: (given: Given) => void;
}

function Order({ question, placed, closed, give }: OrderProps) {
	const list = useRef<HTMLOListElement>(null);
	const move = (at: number, by: number) => {
		const next = [...placed];
		const [step = 0] = next.splice(at, 1);
		next.splice(at + by, 0, step);
		give({ placed: next });
		// The focus stays with the step that was moved.
		requestAnimationFrame(() => {
			const row = list.current?.children[at + by];
			const same = row?.querySelector<HTMLButtonElement>(by < 0 ? '.up' : '.down');
			(same?.disabled ? row?.querySelector<HTMLButtonElement>('button:not(:disabled)') : same)?.focus();
		});
	};
	return (
		<ol class="order" ref={list}>
			{placed.map((step, i) => (
				<li key={step}>
					<span>{question.steps[step]}</span>
					{!closed && (
						<span class="tools">
							<button
								type="button"
								class="up"
								disabled={i === 0}
								aria-label={`上移“${question.steps[step]}”`}
								onClick={() => move(i, -1)}
							>
								上移
							</button>
							<button
								type="button"
								class="down"
								disabled={i === placed.length - 1}
								aria-label={`下移“${question.steps[step]}”`}
								onClick={() => move(i, 1)}
							>
								下移
							</button>
						</span>
					)}
				</li>
			))}
		</ol>
	);
}

interface MatchProps {
	question: Extract<BankQuestion, { kind: 'match' }>;
	order: readonly number[];
	placed: readonly number[];
	closed: boolean;
	give: (given: Given) => void;
}

const Match = ({ question, order, placed, closed, give }: MatchProps) => (
	<div class="match">
		{question.pairs.map(({ left }, i) => (
			<label key={left}>
				<span>{left}</span>
				<select
					value={String(placed[i] ?? -1)}
					disabled={closed}
					onChange={({ currentTarget }) =>
						give({
							placed: question.pairs.map((_, at) => (at === i ? Number(currentTarget.value) : (placed[at] ?? -1))),
						})
					}
				>
					<option value="-1">请选</option>
					{order.map((place) => (
						<option key={place} value={String(place)}>
							{question.pairs[place]?.right}
						</option>
					))}
				</select>
			</label>
		))}
	</div>
);
