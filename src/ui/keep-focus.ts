/**
 * A button that goes when it is pressed takes the focus with it, and the keyboard begins at the top of the page. From
 * then on the focus goes to the heading of what the button stood in, until what is given back is called.
 */
export function keepFocus(): () => void {
	let above: HTMLElement[] = [];
	const take = ({ target }: Event) => {
		above = [];
		for (let at = target as HTMLElement | null; at; at = at.parentElement) above.push(at);
	};
	const leave = ({ target }: Event) =>
		// Whoever clicks beside it lets go of it; when it is taken away, it is gone by then.
		queueMicrotask(() => {
			if ((target as HTMLElement).isConnected && document.activeElement === document.body) above = [];
		});
	document.addEventListener('focusin', take);
	document.addEventListener('focusout', leave);
	const watch = new MutationObserver(() => {
		const [focused, ...around] = above;
		if (!focused || focused.isConnected || document.activeElement !== document.body) return;
		above = [];
		for (const part of around) {
			const head = part.isConnected && part.querySelector<HTMLElement>('h1, h2, h3, h4, legend, summary');
			if (!head) continue;
			if (head.tabIndex < 0) head.tabIndex = -1;
			head.focus({ preventScroll: true });
			return;
		}
	});
	watch.observe(document, { childList: true, subtree: true });
	return () => {
		document.removeEventListener('focusin', take);
		document.removeEventListener('focusout', leave);
		watch.disconnect();
	};
}
