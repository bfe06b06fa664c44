import { render } from 'preact';
import type { SlimRubric } from '../../rubric/slim.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { CheckApp, type Parts } from './CheckApp.tsx';

/** Brings the self-check of one table to life. */
export function startCheck(takeAway: Parts['takeAway']): void {
	const top = document.getElementById('top');
	const below = document.getElementById('below');
	const form = document.querySelector<HTMLFormElement>('#form');
	const fields = document.querySelector<HTMLFieldSetElement>('#fields');
	const data = document.getElementById('rubric')?.textContent;
	if (!top || !below || !form || !fields || !data) throw new Error('the page lacks its parts');
	const rubric: SlimRubric = JSON.parse(data);
	fields.disabled = true;
	// What is asked for will take its place.
	if (new URLSearchParams(location.search).has('check')) form.hidden = true;
	keepFocus();
	top.replaceChildren();
	render(<CheckApp {...{ rubric, form, fields, below, takeAway }} />, top);
}
