/* Run while the page is read in: a button for large text, so that nothing moves when it is on. */

const { classList } = document.documentElement;
const button = document.createElement('button');
const set = (on?: boolean) => {
	button.ariaPressed = `${classList.toggle('large', on)}`;
};
button.textContent = '大字';
button.onclick = () => {
	set();
	try {
		localStorage.large = button.ariaPressed;
	} catch {
		// Denied: it holds for this page.
	}
};
document.currentScript?.before(button);
try {
	set(localStorage.large === 'true');
} catch {
	set(false);
}

/* The rest (late.ts) waits in a <template> until someone reaches for the page; it comes by itself where someone came
 * for one clause, and where the page was opened from a folder and its links need help. */
const reach = () => {
	const late = document.querySelector('template');
	late?.replaceWith(late.content);
};
for (const type of ['pointerover', 'focusin', location.hash || !location.host ? 'load' : ''])
	addEventListener(type, reach);

export {};
