/* Puts one 复制引用 button beside the clause that is pointed at, focused or arrived at. */

const article = document.querySelector<HTMLElement>('[data-cite]');
const button = document.createElement('button');
button.type = 'button';
button.className = 'cite';
const idle = '复制引用';
button.textContent = idle;
button.ariaLive = 'polite';

let link: HTMLAnchorElement | null = null;

function show(from: EventTarget | null): void {
	if (!(from instanceof Element) || from === button) return;
	const clause = from.closest('.row[id], .inner[id], .part[id]');
	const found = clause?.querySelector<HTMLAnchorElement>('.self');
	if (!found || found === link || document.activeElement === button) return;
	link = found;
	button.textContent = idle;
	link.after(button);
}

async function copy(text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		// Plain-HTTP pages have no clipboard API.
		const field = document.createElement('textarea');
		field.value = text;
		document.body.append(field);
		field.select();
		const done = document.execCommand('copy');
		field.remove();
		button.focus();
		if (!done) prompt('浏览器不让本页复制。请按 Ctrl+C 复制下面的文字：', text);
	}
}

button.onclick = async () => {
	if (!article || !link) return;
	await copy(`${article.dataset.cite}${link.ariaLabel ?? link.textContent}\n${link.href}`);
	button.textContent = '已复制';
};

for (const type of ['pointerover', 'focusin'] as const) article?.addEventListener(type, (event) => show(event.target));
const arrive = () => show(document.getElementById(decodeURIComponent(location.hash.slice(1))));
addEventListener('hashchange', arrive);
arrive();
