/* The picture in the tab: 64 bytes that the first view of a page need not carry. */

const picture =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#1b4d89" d="M0 0h8v8H0"/><path fill="#fff" d="M2 2h4v1H2M2 4h4v1H2"/></svg>';

const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
if (link) link.href = `data:image/svg+xml,${encodeURIComponent(picture)}`;
