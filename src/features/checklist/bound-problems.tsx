import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { WalkRecord } from '../../schemas/saved-walk.ts';
import { Aside } from './Aside.tsx';
import { fillProblem, readField } from './problem-fields.ts';
import type { Walk, WalkSession } from './walk-session.ts';

interface Bound {
	form: HTMLFormElement;
	fields: HTMLFieldSetElement;
	session: WalkSession;
}

export const problemsIn = (form: HTMLFormElement) => Array.from(form.querySelectorAll<HTMLElement>('.problem'));

/** Who and when are asked where something is to be put right, a note where something is said. */
function makeRoom(section: HTMLElement, { finding, who, due, note }: WalkRecord): void {
	// Nothing goes away while it is typed in.
	if (section.querySelector('.more')?.contains(document.activeElement)) return;
	section.dataset.room = finding === 'mend' || who || due ? 'all' : finding !== 'open' || note ? 'note' : 'none';
}

/** Fields to records on every input; records to fields whenever they change. */
export function useBoundProblems({ form, fields, session }: Bound): void {
	useLayoutEffect(() => {
		const problems = problemsIn(form);
		let shown: Walk = {};
		const show = (walk: Walk) => {
			for (const section of problems) {
				const { clause = '' } = section.dataset;
				const entry = walk[clause];
				if (!entry || entry === shown[clause]) continue;
				fillProblem(section, entry.record);
				makeRoom(section, entry.record);
				for (const field of section.querySelectorAll<HTMLInputElement>('input, textarea'))
					field.disabled = entry.unreadable !== undefined;
				const slot = section.querySelector('[data-slot="aside"]');
				const label = section.querySelector('h3')?.textContent ?? '';
				if (slot) render(<Aside {...{ entry, clause, label, session }} />, slot);
			}
			shown = walk;
		};
		const input = ({ target }: Event) => {
			if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
			const clause = target.closest<HTMLElement>('.problem')?.dataset.clause;
			if (clause) session.edit(clause, readField(target));
		};
		const submit = (event: Event) => event.preventDefault();
		const stop = session.$walk.subscribe(show);
		form.addEventListener('input', input);
		form.addEventListener('submit', submit);
		fields.disabled = false;
		return () => {
			stop();
			form.removeEventListener('input', input);
			form.removeEventListener('submit', submit);
		};
	}, []);
}
