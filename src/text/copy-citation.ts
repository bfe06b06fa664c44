/* Puts one 复制引用 button beside the clause that is pointed at, focused or arrived at. */
import look from '../styles/late.css?inline';

try {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(look);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
} catch {
	// Safari before 16.4 makes no sheets: the button is there, plain.
}

const button = document.createElement('button');
button.className = 'cite';
button.ariaLive = 'polite';

let link: HTMLAnchorElement | null | undefined;

function show(at: EventTarget | null): void {
	if (!(at instanceof Element)) return;
	const found = at.closest('.row[id], .inner, .part')?.querySelector<HTMLAnchorElement>('.self');
	if (!found || found === link || button.matches(':focus-visible')) return;
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
	const cite = link.closest<HTMLElement>('[data-cite]')?.dataset.cite;
	const text = `${cite}${labelOf(link)}\n${link.href}`;
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

for (const type of ['pointerover', 'focusin']) addEventListener(type, ({ target }) => show(target));
// On arrival :target is not set yet.
const arrive = () => show(document.getElementById(location.hash.slice(1)));
addEventListener('hashchange', arrive);
arrive();
show(Array.from(document.querySelectorAll(':hover')).at(-1) ?? null);
show(document.activeElement);
