import { isFilled, type Saying, textOf } from '../../forms/said.ts';
import type { LivePlace } from './form-page.ts';

/** Writes into the printed form what is said in its places; rows beyond the printed one are added. */
export function writeAnnex(annex: ParentNode, places: readonly LivePlace[], saying: Saying): void {
	for (const blank of annex.querySelectorAll<HTMLElement>('[data-says]')) {
		const place = places[Number(blank.dataset.says)];
		if (!place) continue;
		const text = textOf(place, saying);
		blank.textContent = text.trim() ? text : (blank.dataset.blank ?? '');
		blank.classList.toggle('said', text.trim() !== '');
	}
	for (const row of annex.querySelectorAll<HTMLTableRowElement>('tr[data-rows]')) writeRows(row, places, saying);
}

function writeRows(first: HTMLTableRowElement, places: readonly LivePlace[], saying: Saying): void {
	const place = places[Number(first.dataset.rows)];
	while (first.nextElementSibling?.classList.contains('more-rows')) first.nextElementSibling.remove();
	if (!place?.field) return;
	const rows = saying.own(place.field.id)?.rows ?? [];
	let last = first;
	const blank = [...first.cells].slice(-place.field.columns.length);
	for (const [i, { cells }] of (rows.length > 0 ? rows : [{ cells: {} as { [column: string]: string } }]).entries()) {
		const row = i === 0 ? first : (first.cloneNode(true) as HTMLTableRowElement);
		const own = i === 0 ? blank : [...row.cells].slice(-place.field.columns.length);
		for (const [at, column] of place.field.columns.entries()) {
			const cell = own[at];
			if (cell) cell.textContent = cells[column] ?? '';
		}
		if (i === 0) continue;
		row.classList.add('more-rows');
		delete row.dataset.rows;
		last.after(row);
		last = row;
	}
}

/** The places that are still empty, each question once. */
export function emptyPlaces(places: readonly LivePlace[], saying: Saying): LivePlace[] {
	const seen = new Set<string>();
	return places.filter((place) => {
		if (seen.has(place.key)) return false;
		seen.add(place.key);
		return !isFilled(place, saying);
	});
}

export const questionsIn = (places: readonly LivePlace[]): number => new Set(places.map(({ key }) => key)).size;
