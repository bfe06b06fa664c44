import { useLayoutEffect } from 'preact/hooks';
import href from '../../styles/takeaway.css?url';

/** The look of what is loaded on click comes with it, not with the page. */
export function useStyles(): void {
	useLayoutEffect(() => {
		if (document.querySelector(`link[href="${href}"]`)) return;
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = href;
		document.head.append(link);
	}, []);
}
