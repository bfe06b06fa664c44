/** A page shows what it will show; until then its parts stay out of sight, so that nothing jumps. */
export function ready(root: HTMLElement): void {
	root.dataset.ready = '';
}
