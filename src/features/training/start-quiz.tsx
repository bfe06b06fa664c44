import type { ComponentType } from 'preact';
import { render } from 'preact';
import { openKept } from '../../kept/open.ts';
import { supply } from '../../supply/supply.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { ready } from '../../ui/ready.ts';
import { type Bank, bankFormat } from './bank.ts';
import { QuizApp, type TrainerProps } from './QuizApp.tsx';
import { openStudy } from './study.ts';

async function bank(): Promise<Bank> {
	const read = await supply<Bank>('questions');
	if (read.format !== bankFormat) throw new Error(`format ${read.format}`);
	return read;
}

/** Brings practice and mocks to life. */
export async function startQuiz(trainer: () => Promise<ComponentType<TrainerProps>>): Promise<void> {
	const root = document.getElementById('quiz');
	if (!root) throw new Error('the page lacks its parts');
	try {
		const [questions, records] = await Promise.all([bank(), openKept()]);
		const study = await openStudy(records);
		keepFocus();
		root.replaceChildren();
		render(<QuizApp {...{ study, trainer }} bank={questions} />, root);
	} catch {
		const said = root.querySelector('.script-off');
		said?.replaceChildren(
			'题目或者本机的记录没有读到，可能是网络断了。请刷新再试；题目连同答案和出处也都在',
			...said.querySelectorAll('a'),
			'里，可以直接看。',
		);
	}
	ready();
}
