/** Prints one part of the page and nothing else; the look is in src/styles/print-only.css. */
export function printOnly(part: Element): void {
	const sheet = document.createElement('div');
	sheet.className = 'print-only';
	sheet.append(part.cloneNode(true));
	document.body.append(sheet);
	document.documentElement.dataset.print = 'only';
	const done = () => {
		sheet.remove();
		delete document.documentElement.dataset.print;
	};
	addEventListener('afterprint', done, { once: true });
	print();
}
