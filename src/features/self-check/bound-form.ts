import { useLayoutEffect } from 'preact/hooks';
import type { Result } from '../../rubric/score.ts';
import type { Criterion } from '../../schemas/rubric.ts';
import { fill, judgeCount, readChange } from './form-fields.ts';
import type { Session } from './session.ts';
import type { View } from './views.ts';
import { sayFate } from './words.ts';

export interface Bound {
	session: Session;
	form: HTMLFormElement;
	fields: HTMLFieldSetElement;
	criteria: ReadonlyMap<string, Criterion>;
}

/** Fields to records on every input; records to fields when they come from storage or another window. */
export function useBoundForm({ session, form, fields, criteria }: Bound): void {
	useLayoutEffect(() => {
		const fillAll = (ids: Iterable<string>) => {
			for (const id of ids) {
				const section = document.getElementById(id);
				if (section?.classList.contains('criterion')) fill(section, criteria.get(id), session.lineOf(id));
			}
		};
		fillAll(Array.from(form.querySelectorAll('.criterion'), ({ id }) => id));
		fields.disabled = false;
		for (const line of Object.keys(session.unreadable.get()))
			for (const field of document.getElementById(line)?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])
				field.disabled = true;
		const input = ({ target }: Event) => {
			if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
			const section = target.closest('.criterion');
			if (!section || !target.name) return;
			session.edit(section.id, readChange(section, criteria.get(section.id), target.name));
			fill(section, criteria.get(section.id), session.lineOf(section.id));
			if (target.type === 'number') judgeCount(target as HTMLInputElement);
		};
		const submit = (event: Event) => event.preventDefault();
		form.addEventListener('input', input);
		form.addEventListener('submit', submit);
		const stop = session.$arrived.listen(fillAll);
		const fates = session.$fates.listen((all, _, line) => {
			const slot = document.getElementById(`${line}`)?.querySelector('[data-slot="fate"]');
			if (slot) slot.textContent = sayFate(all[`${line}`], session.memoryOnly);
		});
		const gone = session.$check.listen((check) => {
			fields.disabled = check === undefined;
		});
		return () => {
			form.removeEventListener('input', input);
			form.removeEventListener('submit', submit);
			stop();
			fates();
			gone();
		};
	}, []);
}

/** Writes under each line in sight why it gives what it gives. */
export function showTraces(result: Result, session: Session, view: View): void {
	for (const { id, claimed, because } of result.trace) {
		if (view.name === 'hub' || (view.name === 'line' && view.line !== id)) continue;
		const slot = document.getElementById(id)?.querySelector('[data-slot="because"]');
		const answered = session.lineOf(id).answer !== undefined;
		const text = answered ? `自评 ${claimed} 分。${because}` : '';
		if (slot && slot.textContent !== text) slot.textContent = text;
	}
}
