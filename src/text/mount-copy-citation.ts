import look from '../styles/late.css?inline';

/** Puts one 复制引用 button beside the clause within `root` that is pointed at, focused or arrived at. */
export function mountCopyCitation(root: HTMLElement): () => void {
	const over = new AbortController();
	const { signal } = over;
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(look);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		signal.addEventListener('abort', () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
		});
	} catch {
		// Safari before 16.4 makes no sheets: the button is there, plain.
	}

	const button = document.createElement('button');
	button.className = 'cite';
	button.ariaLive = 'polite';
	signal.addEventListener('abort', () => button.remove());

	let link: HTMLAnchorElement | null | undefined;
	const show = (at: EventTarget | null) => {
		if (!(at instanceof Element) || !root.contains(at)) return;
		const found = at.closest('.row[id], .inner, .part')?.querySelector<HTMLAnchorElement>('.self');
		if (!found || found === link || button.matches(':focus-visible')) return;
		link = found;
		button.textContent = '复制引用';
		link.after(button);
	};
	button.onclick = () => {
		if (link && copy(link)) button.textContent = '已复制';
	};

	for (const type of ['pointerover', 'focusin']) root.addEventListener(type, ({ target }) => show(target), { signal });
	// On arrival :target is not set yet.
	const arrive = () => show(document.getElementById(location.hash.slice(1)));
	addEventListener('hashchange', arrive, { signal });
	arrive();
	show(Array.from(root.querySelectorAll(':hover')).at(-1) ?? null);
	show(document.activeElement);
	return () => over.abort();
}

/** A link is named by its clause's full label, but an item of an article only by its own: （三）. */
function labelOf({ ariaLabel, textContent, parentElement }: HTMLAnchorElement): string {
	const own = ariaLabel ?? textContent;
	const article = parentElement?.closest('.article .item') && parentElement.closest('.article')?.querySelector('.self');
	return article ? `${article.textContent}第${own}项` : `${own}`;
}

/** Whether it was copied; else it is shown to be copied by hand. */
function copy(link: HTMLAnchorElement): boolean {
	const cite = link.closest<HTMLElement>('[data-cite]')?.dataset.cite;
	const text = `${cite}${labelOf(link)}\n${link.href}`;
	// Unlike the clipboard API, this works on plain HTTP too; where it is refused, it says so or throws.
	const put = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/plain', text);
		event.preventDefault();
	};
	addEventListener('copy', put);
	let copied = false;
	try {
		copied = document.execCommand('copy');
	} catch {
		// To be copied by hand.
	}
	if (!copied) prompt('请按 Ctrl+C 复制：', text);
	removeEventListener('copy', put);
	return copied;
}
