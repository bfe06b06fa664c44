/* Opened from a folder, there is no server that shows index.html where an address ends in a stroke. */

const withIndex = (address: string): string => address.replace(/\/(?=[?#]|$)/, '/index.html');

if (location.protocol === 'file:')
	addEventListener('click', ({ target }) => {
		if (!(target instanceof Element)) return;
		const link = target.closest<HTMLAnchorElement>('a[href]');
		const form = target.closest('form');
		if (link) link.href = withIndex(link.href);
		if (form) form.action = withIndex(form.action);
	});
