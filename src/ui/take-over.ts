import { type ComponentChild, render } from 'preact';
import { keepFocus } from './keep-focus.ts';

/** Draws something in place of what a part of `root` was served with; gives back what puts that back. */
export function takeOver(root: HTMLElement, part: HTMLElement, drawn: ComponentChild): () => void {
	const served = [...part.childNodes];
	const letGo = keepFocus();
	part.replaceChildren();
	render(drawn, part);
	return () => {
		letGo();
		render(null, part);
		part.replaceChildren(...served);
		delete root.dataset.ready;
	};
}
