/**
 * Leads from the home page back to the self-checks that this browser has not finished (trail.ts), until it is disposed
 * of. Imports nothing, so that it stays inside the page.
 */
export function mountUnfinished(root: HTMLElement): () => void {
	/** The home page stands at the root of the site. */
	const lead = (address: string, text: string) => {
		const link = document.createElement('a');
		link.href = `check/${address}`;
		link.textContent = text;
		root.append(link);
	};
	try {
		const open = JSON.parse(localStorage.getItem('self-check') ?? '').filter(
			({ left }: { left?: number }) => left !== 0,
		);
		const [{ id, rubric, name, short, left }] = open;
		lead(`${rubric}/?check=${id}`, `继续上次的自查${left ? `，还有 ${left} 项没填` : ''}：${name}（${short}）`);
		if (open.length > 1) lead('', `另有 ${open.length - 1} 份没填完`);
		root.hidden = false;
	} catch {
		// Nothing to go on with.
	}
	return () => {
		root.hidden = true;
		root.replaceChildren();
	};
}
