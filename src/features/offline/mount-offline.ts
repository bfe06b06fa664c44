import { keep } from './keep.ts';
import { showState } from './panel.ts';

/** Keeps the site for use without a network, and says so on the page within `root`, until it is disposed of. */
export function mountOffline(root: HTMLElement): () => void {
	const over = new AbortController();
	const box = root.querySelector<HTMLElement>('#offline');
	void keep(root, over.signal).then(() => box && !over.signal.aborted && showState(box, over.signal));
	return () => over.abort();
}
