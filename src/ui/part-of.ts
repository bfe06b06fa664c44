/** A part that the page was served with. */
export function partOf<Part extends Element = HTMLElement>(root: ParentNode, css: string): Part {
	const part = root.querySelector<Part>(css);
	if (!part) throw new Error(`the page lacks ${css}`);
	return part;
}
