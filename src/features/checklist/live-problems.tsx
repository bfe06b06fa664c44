import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { bind } from '../../fields/bind.ts';
import { type Told, writeOnPaper } from '../../fields/on-paper.ts';
import type { WalkRecord } from '../../schemas/saved-walk.ts';
import { Aside } from './Aside.tsx';
import { findingForm } from './finding-record.ts';
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

/** What a problem says on paper. */
const told = ({ who, due, note }: WalkRecord): Told[] => [
	['.who input', who],
	['.due input', due],
	['.note textarea', note],
];

/** The fields of all problems, and what becomes of what is written in them. */
export function useLiveProblems({ form, fields, session }: Bound): void {
	useLayoutEffect(() => {
		const sections = new Map(problemsIn(form).map((section) => [section.dataset.clause ?? '', section]));
		const bound = bind({ root: form, sections, formOf: () => findingForm, keeping: session });
		let shown: Walk = {};
		const show = (walk: Walk) => {
			for (const [clause, section] of sections) {
				const entry = walk[clause];
				if (!entry || entry === shown[clause]) continue;
				bound.fill(clause);
				makeRoom(section, entry.record);
				bound.shut(clause, entry.unreadable !== undefined);
				const slot = section.querySelector('[data-slot="aside"]');
				const label = section.querySelector('h3')?.textContent ?? '';
				if (slot) render(<Aside {...{ entry, clause, label, session }} />, slot);
			}
			shown = walk;
		};
		const ends = [
			session.$walk.subscribe(show),
			bound.dispose,
			writeOnPaper(form, sections, (clause) => told(session.of(clause))),
		];
		fields.disabled = false;
		return () => {
			for (const end of ends) end();
		};
	}, []);
}
