import { render } from 'preact';
import { keepFocus } from '../../ui/keep-focus.ts';
import { type Extras, MyChecks } from './MyChecks.tsx';

/** Brings the list of checks to life. */
export function startMyChecks(extras: Extras): void {
	const root = document.getElementById('checks');
	const data = document.getElementById('tables')?.textContent;
	if (!root || !data) throw new Error('the page lacks its parts');
	keepFocus();
	root.replaceChildren();
	render(<MyChecks {...JSON.parse(data)} {...extras} />, root);
}
