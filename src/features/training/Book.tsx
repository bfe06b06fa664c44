import { useState } from 'preact/hooks';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { bookOf, dueIn, type Entry, reviewAfter, streakNeeded } from './book.ts';
import { Emphasised } from './Emphasised.tsx';
import type { Study } from './study.ts';

const sayEntry = (entry: Entry): string => {
	switch (entry.state) {
		case 'wrong':
			return entry.streak === 0
				? `还要连对 ${streakNeeded} 次`
				: `连对 ${entry.streak} 次，还要 ${streakNeeded - entry.streak} 次`;
		case 'review':
			return `待巩固，第 ${entry.step + 1} 次复习，${entry.due}`;
		case 'known':
			return '已掌握';
	}
};

/** The wrong-answer book: its rule, what is due, and all that is in it. */
export function Book({ bank, study }: { bank: Bank; study: Study }) {
	const events = useStore(study.$events);
	const exam = useStore(study.$exam);
	const book = bookOf(events, exam || undefined);
	const known = new Map(bank.questions.map((question) => [question.id, question]));
	const inIt = [...book].flatMap(([id, entry]): [BankQuestion, Entry][] => {
		const question = known.get(id);
		return question && entry.state !== 'known' ? [[question, entry]] : [];
	});
	const due = dueIn(book, today()).filter((id) => known.has(id));
	const mastered = [...book].filter(([id, { state }]) => state === 'known' && known.has(id)).length;
	const [taken, setTaken] = useState<BankQuestion>();
	const change = (what: 'added' | 'removed', { id, version }: BankQuestion) =>
		void study.happened([{ what, question: id, version }]);
	return (
		<section>
			<h2 tabIndex={-1}>错题本</h2>
			<p>
				做错的、猜的都进来。连着对 {streakNeeded} 次，转为待巩固；之后隔 {reviewAfter.join('、')}{' '}
				天各复习一次，每天最多进一步，都对就算掌握。中间错了或猜了，从头来。
			</p>
			<label>
				考试日期（可以不填；填了，复习都不晚于这一天）
				<input type="date" value={exam} onInput={({ currentTarget }) => void study.setExam(currentTarget.value)} />
			</label>
			<p class="tools">
				{due.length > 0 ? (
					<a class="primary" href="#practice=book">
						做今天该做的 {due.length} 题
					</a>
				) : (
					<span>{inIt.length === 0 ? '现在是空的。' : '今天没有该复习的。'}</span>
				)}
				<a href="#home">回到开头</a>
			</p>
			<div role="status">
				{taken && (
					<p class="notice calm">
						拿出了一题。{' '}
						<button
							type="button"
							onClick={() => {
								change('added', taken);
								setTaken(undefined);
							}}
						>
							放回去（从头来）
						</button>
					</p>
				)}
			</div>
			{mastered > 0 && <p class="small">已掌握 {mastered} 题。</p>}
			<ul class="book">
				{inIt.map(([question, entry]) => (
					<li key={question.id}>
						<Emphasised text={question.stem} />
						<br />
						<span class="small">{sayEntry(entry)}</span>{' '}
						<a href={url.fromRoot(question.sources[0]?.url ?? '')}>看原文</a>{' '}
						<button
							type="button"
							aria-label={`拿出来：${question.stem}`}
							onClick={() => {
								change('removed', question);
								setTaken(question);
							}}
						>
							拿出来
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
