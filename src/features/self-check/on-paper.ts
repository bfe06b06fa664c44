import { paperColumns } from '../../checks/saved.ts';
import type { Session } from './session.ts';

function element(tag: string, ...inside: (Node | string)[]): HTMLElement {
	const made = document.createElement(tag);
	made.append(...inside);
	return made;
}

const row = (tag: string, cells: readonly string[]) => element('tr', ...cells.map((cell) => element(tag, cell)));

/**
 * A field cuts off what it holds when it is printed, and a line that was not opened shows none of its papers: before
 * the page is printed, the same stands as text in their place.
 */
export function printWhole(form: HTMLFormElement, session: Session): () => void {
	const instead = (field: Element | null, text: Node | string) => {
		field?.setAttribute('data-told', '');
		const told = element('div', text);
		told.className = 'on-paper blank';
		field?.after(told);
	};
	const write = () => {
		for (const old of form.querySelectorAll('.on-paper')) old.remove();
		for (const field of form.querySelectorAll('[data-told]')) field.removeAttribute('data-told');
		for (const section of form.querySelectorAll('.criterion')) {
			const { note, reason, papers } = session.lineOf(section.id);
			if (note) instead(section.querySelector('textarea'), note);
			if (reason) instead(section.querySelector('.skip-line [type="text"]'), reason);
			if (papers.length === 0) continue;
			const rows = papers.map((paper) =>
				row(
					'td',
					paperColumns.map(([key]) => paper[key]),
				),
			);
			const head = row(
				'th',
				paperColumns.map(([, name]) => name),
			);
			instead(section.querySelector('.papers'), element('table', element('caption', '佐证材料'), head, ...rows));
		}
	};
	addEventListener('beforeprint', write);
	return () => removeEventListener('beforeprint', write);
}
