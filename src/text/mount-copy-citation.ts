import look from '../styles/late.css?inline';

/** Puts the buttons that copy a citation, alone or with the words, beside the clause within `root` that is pointed at, focused or arrived at. */
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

	const buttons = document.createElement('span');
	buttons.className = 'cite';
	signal.addEventListener('abort', () => buttons.remove());
	const offers = [
		{ name: '复制引用', textOf: citation },
		{ name: '连原文复制', textOf: quotation },
	].map(({ name, textOf }) => {
		const button = document.createElement('button');
		button.ariaLive = 'polite';
		button.onclick = () => {
			if (link && copy(textOf(link))) button.textContent = '已复制';
		};
		return { name, textOf, button };
	});
	buttons.append(...offers.map(({ button }) => button));

	let link: HTMLAnchorElement | null | undefined;
	const show = (at: EventTarget | null) => {
		if (!(at instanceof Element) || !root.contains(at)) return;
		const found = at.closest('.row[id], .inner, .part')?.querySelector<HTMLAnchorElement>('.self');
		if (!found || found === link || buttons.querySelector(':focus-visible')) return;
		link = found;
		for (const { name, textOf, button } of offers) {
			button.textContent = name;
			// Where a page tells a text in its own order, there are no words to quote.
			button.hidden = textOf === quotation && !link.closest('[data-says]');
		}
		link.after(buttons);
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

const cited = (link: HTMLAnchorElement) => `${link.closest<HTMLElement>('[data-cite]')?.dataset.cite}${labelOf(link)}`;

const citation = (link: HTMLAnchorElement) => `${cited(link)}\n${link.href}`;

const quotation = (link: HTMLAnchorElement) => {
	const says = link.closest<HTMLElement>('[data-says]')?.dataset.says ?? '';
	return `${cited(link)}${says}：“${wordsOf(link)}”\n${link.href}`;
};

/** What is said about the words, and the signs that lead to it. */
const besides = '.cite, .to-note, .gist, .side';

/** The words of a clause as the page shows them, without its own label; of a chapter its heading. */
function wordsOf(link: HTMLAnchorElement): string {
	const row = link.closest('.inner, .row');
	const words = row?.matches('.row:not(.head)') ? row.querySelector('.text') : row;
	const copied = words?.cloneNode(true) as Element;
	// Its own label comes first.
	if (!words?.matches('.text')) copied.querySelector('.self')?.remove();
	for (const each of copied.querySelectorAll(besides)) each.remove();
	for (const block of copied.querySelectorAll('br, p, .inner')) block.before('\n');
	return (copied.textContent ?? '').replace(/\s*\n\s*/g, '\n').trim();
}

/** Whether it was copied; else it is shown to be copied by hand. */
function copy(text: string): boolean {
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
