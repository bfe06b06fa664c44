/** The page shows what it will show; until then its parts stay out of sight, so that nothing jumps. */
export function ready(): void {
	const main = document.querySelector('main');
	if (main) main.dataset.ready = '';
}
