import { problemsIn } from './live-problems.tsx';
import type { Spot } from './spots.ts';
import type { Walk } from './walk-session.ts';

/** Which problems are in sight. */
export interface Filter {
	spot: Spot | undefined;
	mendOnly: boolean;
}

export const everything: Filter = { spot: undefined, mendOnly: false };

/** Hides what is not asked for; where one is at work stays, whatever it has become. */
export function showOnly(form: HTMLFormElement, { spot, mendOnly }: Filter, walk: Walk): number {
	for (const section of problemsIn(form)) {
		const elsewhere = spot !== undefined && section.closest<HTMLElement>('.spot')?.dataset.spot !== spot;
		const mended = mendOnly && walk[section.dataset.clause ?? '']?.record.finding !== 'mend';
		section.hidden = elsewhere || mended;
	}
	for (const part of form.querySelectorAll<HTMLElement>('.spot'))
		part.hidden = !part.querySelector('.problem:not([hidden])');
	return form.querySelectorAll('.problem:not([hidden])').length;
}
