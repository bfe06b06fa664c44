/* Puts one 复制引用 button beside the clause that is pointed at, focused or arrived at. */

const article = document.querySelector<HTMLElement>('[data-cite]');
const button = document.createElement('button');
button.className = 'cite';
button.ariaLive = 'polite';

let link: HTMLAnchorElement | null | undefined;

function show(at: Element | null): void {
	const found = at?.closest('.row[id], .inner, .part')?.querySelector<HTMLAnchorElement>('.self');
	if (!found || found === link || document.activeElement === button) return;
	link = found;
	button.textContent = '复制引用';
	link.after(button);
}

/** A link is named by its clause's full label, but an item of an article only by its own: （三）. */
function labelOf({ ariaLabel, textContent, parentElement }: HTMLAnchorElement): string {
	const own = ariaLabel ?? textContent;
	const article = parentElement?.closest('.article .item') && parentElement.closest('.article')?.querySelector('.self');
	return article ? `${article.textContent}第${own}项` : `${own}`;
}

button.onclick = () => {
	if (!link) return;
	const text = `${article?.dataset.cite}${labelOf(link)}\n${link.href}`;
	// Unlike the clipboard API, this works on plain HTTP too.
	const put = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/plain', text);
		event.preventDefault();
	};
	addEventListener('copy', put);
	if (document.execCommand('copy')) button.textContent = '已复制';
	else prompt('请按 Ctrl+C 复制：', text);
	removeEventListener('copy', put);
};

const point = ({ target }: Event) => show(target as Element);
article?.addEventListener('pointerover', point);
article?.addEventListener('focusin', point);
const arrive = () => show(document.getElementById(decodeURIComponent(location.hash.slice(1))));
addEventListener('hashchange', arrive);
arrive();
