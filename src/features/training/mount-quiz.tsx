import type { ComponentType } from 'preact';
import { openKept } from '../../kept/open.ts';
import type { Scope } from '../../scope/scope.ts';
import { supply } from '../../supply/supply.ts';
import { partOf } from '../../ui/part-of.ts';
import { ready } from '../../ui/ready.ts';
import { takeOver } from '../../ui/take-over.ts';
import { type Bank, bankFormat } from './bank.ts';
import { QuizApp, type TrainerProps } from './QuizApp.tsx';
import { openStudy } from './study.ts';

interface Props {
	/** What the page adds for trainers. */
	trainer: () => Promise<ComponentType<TrainerProps>>;
}

async function bank(): Promise<Bank> {
	const read = await supply<Bank>('questions');
	if (read.format !== bankFormat) throw new Error(`format ${read.format}`);
	return read;
}

/** Brings practice and mocks within `root` to life, until they are disposed of. */
export function mountQuiz(root: HTMLElement, { trainer }: Props): () => void {
	const over = new AbortController();
	void open(root, trainer, over.signal);
	return () => over.abort();
}

async function open(root: HTMLElement, trainer: Props['trainer'], over: AbortSignal): Promise<void> {
	try {
		const [questions, records] = await Promise.all([bank(), openKept()]);
		const study = await openStudy(records);
		const scopes: Scope[] = JSON.parse(`${partOf(root, '#scopes').textContent}`);
		if (over.aborted) {
			study.dispose();
			return;
		}
		const end = takeOver(root, partOf(root, '#quiz'), <QuizApp {...{ study, scopes, trainer }} bank={questions} />);
		over.onabort = () => {
			end();
			study.dispose();
		};
	} catch {
		if (over.aborted) return;
		over.onabort = sayFailure(root);
	}
	ready(root);
}

/** Gives back what takes it back. */
function sayFailure(root: HTMLElement): () => void {
	const said = partOf(root, '.script-off');
	const served = [...said.childNodes];
	said.replaceChildren(
		'题目或者本机的记录没有读到，可能是网络断了。请刷新再试；题目连同答案和出处也都在',
		...said.querySelectorAll('a'),
		'里，可以直接看。',
	);
	return () => {
		said.replaceChildren(...served);
		delete root.dataset.ready;
	};
}
