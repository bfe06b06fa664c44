/* What of a check is in sight: where it stands, one line, or all lines; the address says which. */

export type View = { name: 'hub'; at: 'top' | 'gains' } | { name: 'all' } | { name: 'line'; line: string };

/** The view that the address names; undefined where it leads only to a place on the page. */
export function viewOf(order: readonly string[]): View | undefined {
	const hash = location.hash.slice(1);
	if (hash === 'main') return undefined;
	if (hash === 'all') return { name: 'all' };
	return order.includes(hash) ? { name: 'line', line: hash } : { name: 'hub', at: hash === 'gains' ? hash : 'top' };
}

export function show(form: HTMLFormElement, view: View): void {
	form.hidden = view.name === 'hub';
	form.dataset.view = view.name;
	for (const section of form.querySelectorAll<HTMLElement>('.criterion'))
		section.hidden = view.name === 'line' && section.id !== view.line;
	for (const part of form.querySelectorAll<HTMLElement>('.check-section'))
		part.hidden = view.name === 'line' && !part.querySelector('.criterion:not([hidden])');
}

/** Moves the focus to the heading of what is now in sight. */
export function focusOn(root: HTMLElement, view: View): void {
	const head = root.querySelector<HTMLElement>(
		view.name === 'line'
			? '.criterion:not([hidden]) h3'
			: view.name === 'all'
				? '#form h2'
				: view.at === 'gains'
					? '#gains h2'
					: '.hidden-head',
	);
	head?.focus();
	if (view.name !== 'hub' || view.at === 'gains') head?.scrollIntoView({ block: 'start' });
}
