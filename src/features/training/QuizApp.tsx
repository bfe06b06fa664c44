import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Scope } from '../../scope/scope.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { Later } from '../../ui/Later.tsx';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { Book } from './Book.tsx';
import type { Bank, BankQuestion } from './bank.ts';
import { bookOf, dueIn } from './book.ts';
import { chanceOf, shuffled } from './chance.ts';
import { History } from './History.tsx';
import { Home } from './Home.tsx';
import { MockTest } from './MockTest.tsx';
import { startMock } from './mock.ts';
import { Practice } from './Practice.tsx';
import { type PracticePlace, readPlace } from './practice-place.ts';
import { Result } from './Result.tsx';
import type { Study } from './study.ts';

export interface TrainerProps {
	bank: Bank;
}

interface Props {
	bank: Bank;
	study: Study;
	scopes: readonly Scope[];
	/** What a trainer prints and takes away comes when it is asked for. */
	trainer: () => Promise<ComponentType<TrainerProps>>;
}

/** What is in sight: what the address asks to practise, unless one has gone on from there. */
function viewNow(): string {
	const asked = new URLSearchParams(location.search).get('practice');
	const first = asked ? `practice=${asked}` : 'home';
	try {
		return decodeURIComponent(location.hash.slice(1)) || first;
	} catch {
		// Cut off within a letter.
		return first;
	}
}

/** Practice, mocks, the wrong-answer book: the address says which. */
export function QuizApp({ bank, study, scopes, trainer }: Props) {
	const [hash, setHash] = useState(viewNow);
	const failed = useStore(study.$failed);
	const box = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		// 跳到正文 leads into the page, not on to another view.
		const turn = () => location.hash !== '#main' && setHash(viewNow());
		addEventListener('hashchange', turn);
		return () => removeEventListener('hashchange', turn);
	}, []);
	const memoryOnly = useStore(study.$memoryOnly);
	const first = useRef(true);
	useEffect(() => {
		if (!first.current) {
			scrollTo(0, 0);
			box.current?.querySelector<HTMLElement>('h2')?.focus();
		}
		first.current = false;
	}, [hash]);
	return (
		<div ref={box}>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert">
					{sayNoStorage(memoryOnly)}可以照常做题，关掉这一页，记录就没有了。
				</p>
			)}
			{failed && (
				<p class="notice" role="alert">
					刚才的答案没有存下，浏览器不允许保存。可以接着做，但记录可能不全。
				</p>
			)}
			<View {...{ hash, bank, study, scopes, trainer }} />
		</div>
	);
}

function View({ hash, bank, study, scopes, trainer }: Props & { hash: string }) {
	const [name = '', rest = ''] = hash.split(/=(.*)/s);
	const mocks = useStore(study.$mocks);
	switch (name) {
		case 'practice':
			return <PracticeOf key={hash} what={rest} bank={bank} study={study} />;
		case 'mock': {
			const open = mocks.find(({ state }) => state !== 'done');
			if (open)
				return (
					<MockTest
						key={open.id}
						{...{ bank, study }}
						mock={open}
						done={({ id }) => {
							location.hash = `result=${id}`;
						}}
					/>
				);
			// It has just been handed in, here or in another tab.
			const [last] = mocks;
			return last ? <Result bank={bank} mock={last} /> : <Missing />;
		}
		case 'result': {
			const mock = mocks.find(({ id }) => id === rest);
			return mock ? <Result bank={bank} mock={mock} /> : <Missing />;
		}
		case 'book':
			return <Book bank={bank} study={study} />;
		case 'history':
			return <History bank={bank} study={study} />;
		case 'trainer':
			// Its heading takes the focus before the rest is there.
			return (
				<>
					<h2 tabIndex={-1}>给培训老师</h2>
					<Later load={trainer} props={{ bank }} />
				</>
			);
		default:
			return (
				<Home
					{...{ bank, study, scopes }}
					start={(number, timed) => {
						const now = new Date().toISOString();
						const open = mocks.filter(({ state }) => state !== 'done');
						const mock = startMock(bank, number, timed, study.freshId(), now);
						void (async () => {
							for (const old of open) await study.dropMock(old.id);
							await study.beginMock(mock);
							location.hash = 'mock';
						})();
					}}
				/>
			);
	}
}

const Missing = () => (
	<p>
		这里没有找到它，可能在别的电脑上，或者清除过。<a href="#home">回到开头</a>
	</p>
);

/** Which questions a practice asks: all, one document's, one topic's, those of scoring lines, those that are due. */
function chosen(what: string, bank: Bank, study: Study): { title: string; questions: BankQuestion[] } {
	const [kind = '', value = '', more = ''] = what.split(':');
	const { questions } = bank;
	switch (kind) {
		case 'document':
			return {
				title: bank.documents.find(({ id }) => id === value)?.short ?? value,
				questions: questions.filter(({ document }) => document === value),
			};
		case 'topic':
			return {
				title: bank.topics.find(({ id }) => id === value)?.title ?? value,
				questions: questions.filter(({ topic }) => topic === value),
			};
		case 'five': {
			const wanted = new Set(value.split(','));
			const of = shuffled(
				questions.filter(({ id }) => wanted.has(id)),
				chanceOf(String(Date.now())),
			);
			return { title: `先测后读：${more}`, questions: of.slice(0, 5) };
		}
		case 'lines': {
			const wanted = new Set(more.split(',').map((line) => `${value} ${line}`));
			return {
				title: '失分的条款',
				questions: questions.filter(({ lines }) => lines.some((line) => wanted.has(line))),
			};
		}
		case 'book': {
			const due = new Set(dueIn(bookOf(study.$events.get(), study.$exam.get() || undefined), today()));
			return { title: '错题本', questions: questions.filter(({ id }) => due.has(id)) };
		}
		default:
			return { title: '全部', questions: [...questions] };
	}
}

function PracticeOf({ what, bank, study }: { what: string; bank: Bank; study: Study }) {
	const known = new Map(bank.questions.map((question) => [question.id, question]));
	const [{ title, place }] = useState(() => {
		const asked = chosen(what, bank, study);
		const seed = String(Date.now());
		const questions = shuffled(asked.questions, chanceOf(seed)).map(({ id }) => id);
		// What is due in the book changes with every answer.
		const kept = what === 'book' ? undefined : readPlace(what, new Set(known.keys()));
		const fresh: PracticePlace = { what, seed, questions, at: 0, right: 0, done: 0 };
		return { title: asked.title, place: kept ?? fresh };
	});
	if (place.questions.length === 0)
		return (
			<p>
				这里没有题。<a href="#home">回到开头</a>
			</p>
		);
	return (
		<>
			<h2 tabIndex={-1}>练习：{title}</h2>
			<Practice {...{ study, title, place }} questions={place.questions.flatMap((id) => known.get(id) ?? [])} />
		</>
	);
}
