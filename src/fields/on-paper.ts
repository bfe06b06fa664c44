function element(tag: string, ...inside: (Node | string)[]): HTMLElement {
	const made = document.createElement(tag);
	made.append(...inside);
	return made;
}

const row = (tag: string, cells: readonly string[]) => element('tr', ...cells.map((cell) => element(tag, cell)));

/** What stands on paper instead of a part of the form: a text, or rows with their heads first; nothing if empty. */
export type Told = readonly [
	instead: string,
	text: string | false | { title: string; rows: readonly (readonly string[])[] },
];

/**
 * A field cuts off what it holds when it is printed, and what was not opened shows none of its rows: before the page
 * is printed, the same stands as text in their place. Gives back what ends it.
 */
export function writeOnPaper(
	root: HTMLElement,
	sections: ReadonlyMap<string, HTMLElement>,
	tell: (id: string) => readonly Told[],
): () => void {
	const write = () => {
		for (const old of root.querySelectorAll('.on-paper')) old.remove();
		for (const field of root.querySelectorAll<HTMLElement>('[data-told]')) delete field.dataset.told;
		for (const [id, section] of sections)
			for (const [instead, text] of tell(id)) {
				const field = section.querySelector<HTMLElement>(instead);
				if (!field || !text) continue;
				field.dataset.told = '';
				const told = element('div', typeof text === 'string' ? text : table(text));
				told.className = 'on-paper blank';
				field.after(told);
			}
	};
	addEventListener('beforeprint', write);
	return () => removeEventListener('beforeprint', write);
}

const table = ({ title, rows }: Exclude<Told[1], string | false>) =>
	element('table', element('caption', title), ...rows.map((cells, i) => row(i ? 'td' : 'th', cells)));
