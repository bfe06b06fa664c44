/** Opens what rests on a clause under its line within `root`, instead of leaving the page for it. */
export function mountOpenUses(root: HTMLElement): () => void {
	root.addEventListener('click', open);
	return () => {
		root.removeEventListener('click', open);
		for (const link of root.querySelectorAll('.uses[aria-expanded]')) {
			link.nextElementSibling?.remove();
			link.ariaExpanded = null;
		}
	};
}

function open(event: MouseEvent): void {
	const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.uses');
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	const opened = link.nextElementSibling;
	if (opened) {
		opened.remove();
		link.ariaExpanded = 'false';
		return;
	}
	const request = new XMLHttpRequest();
	request.open('GET', link.href);
	request.responseType = 'document';
	request.onloadend = () => {
		const list = (request.response as Document | null)?.getElementById(link.hash.slice(1))?.querySelector('.use-list');
		if (!list) location.assign(link.href);
		else if (!link.nextElementSibling) {
			// Its links are relative to the page it comes from.
			for (const each of list.querySelectorAll<HTMLAnchorElement>('a')) each.setAttribute('href', each.href);
			link.after(list);
			link.ariaExpanded = 'true';
		}
	};
	request.send();
}
