import { render } from 'preact';
import { keepFocus } from '../../ui/keep-focus.ts';
import { WalkApp } from './WalkApp.tsx';

/** Brings the list of common problems to life. */
export function startWalk(): void {
	const top = document.getElementById('top');
	const below = document.getElementById('below');
	const form = document.querySelector<HTMLFormElement>('#form');
	const fields = document.querySelector<HTMLFieldSetElement>('#fields');
	const data = document.getElementById('problems')?.textContent;
	if (!top || !below || !form || !fields || !data) throw new Error('the page lacks its parts');
	fields.disabled = true;
	keepFocus();
	top.replaceChildren();
	render(<WalkApp {...{ problems: JSON.parse(data), form, fields, below }} />, top);
}
