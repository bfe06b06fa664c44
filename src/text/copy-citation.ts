/* Puts one 复制引用 button beside the clause that is pointed at, focused or arrived at. */

const article = document.querySelector<HTMLElement>('[data-cite]');
const button = document.createElement('button');
const idle = '复制引用';
button.className = 'cite';
button.ariaLive = 'polite';

let link: HTMLAnchorElement | null | undefined;

function show(at: Element | null): void {
	const found = at?.closest('.row[id], .inner, .part')?.querySelector<HTMLAnchorElement>('.self');
	if (!found || found === link || document.activeElement === button) return;
	link = found;
	button.textContent = idle;
	link.after(button);
}

function copyOld(text: string): boolean {
	const field = document.createElement('textarea');
	field.value = text;
	document.body.append(field);
	field.select();
	const done = document.execCommand('copy');
	field.remove();
	button.focus();
	return done;
}

button.onclick = async () => {
	const text = `${article?.dataset.cite}${link?.ariaLabel ?? link?.textContent}\n${link?.href}`;
	// Plain-HTTP pages have no clipboard API.
	const done = await navigator.clipboard?.writeText(text).then(
		() => true,
		() => false,
	);
	if (done || copyOld(text)) button.textContent = '已复制';
	else prompt('请按 Ctrl+C 复制：', text);
};

const point = ({ target }: Event) => show(target as Element);
article?.addEventListener('pointerover', point);
article?.addEventListener('focusin', point);
const arrive = () => show(document.getElementById(decodeURIComponent(location.hash.slice(1))));
addEventListener('hashchange', arrive);
arrive();
