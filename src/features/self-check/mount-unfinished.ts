/**
 * Leads from the home page back to the pilot last opened (pilots.ts) and to the self-checks that this browser has not
 * finished (trail.ts), until it is disposed of. Imports nothing, so that it stays inside the page.
 */
export function mountUnfinished(root: HTMLElement): () => void {
	/** The home page stands at the root of the site. */
	const lead = (address: string, text: string) => {
		const link = document.createElement('a');
		link.href = address;
		link.textContent = text;
		root.append(link);
		root.hidden = false;
	};
	const leads = [
		() => {
			const open = JSON.parse(localStorage.getItem('self-check') ?? '').filter(
				({ left }: { left?: number }) => left !== 0,
			);
			const [{ id, rubric, name, short, left }] = open;
			const address = `check/${rubric}/?check=${id}`;
			lead(address, `继续上次的自查${left ? `，还有 ${left} 项没填` : ''}：${name}（${short}）`);
			if (open.length > 1) lead('check/', `另有 ${open.length - 1} 份没填完`);
		},
		() => {
			const { name, more, next } = JSON.parse(localStorage.getItem('pilot') ?? '');
			if (name) lead('pilot/', `我的试点：${name}${more ? `，另有 ${more} 个` : ''}`);
			if (!next) return;
			const over = next.by < new Date().toLocaleDateString('sv-SE') ? '，已经过了' : '';
			lead('plan/', `${next.name}：${next.planned ? '' : '最晚 '}${next.by}${over}`);
		},
	];
	for (const each of leads)
		try {
			each();
		} catch {
			// Nothing to go on with.
		}
	return () => {
		root.hidden = true;
		root.replaceChildren();
	};
}
