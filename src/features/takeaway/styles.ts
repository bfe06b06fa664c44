import { useLayoutEffect } from 'preact/hooks';
import built from '../../styles/takeaway.css?url';
import { url } from '../../url.ts';

/** A build does not know where it will stand. */
const href = url.fromRoot(built);

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
