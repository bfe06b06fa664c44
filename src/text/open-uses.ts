/* Opens what rests on a clause under its line, instead of leaving the page for it. */

addEventListener('click', (event) => {
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
});
