/** Of the lines that a problem puts at risk, those of one table; all where none is said, or where it has none there. */
export function showTable(form: HTMLElement, table: string | undefined): () => void {
	for (const risks of form.querySelectorAll('.risks')) {
		const parts = [...risks.querySelectorAll<HTMLElement>('[data-table]')];
		const own = (part: HTMLElement) => part.dataset.table === table;
		const some = parts.some(own);
		for (const part of parts) part.hidden = some && !own(part);
	}
	return () => {
		for (const part of form.querySelectorAll<HTMLElement>('[data-table]')) part.hidden = false;
	};
}
