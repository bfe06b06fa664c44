import type { Place } from '../../clauses/links.ts';
import type { Cell, Table } from '../../schemas/document.ts';
import { Words } from './Words.tsx';

const span = (count: number): number | undefined => (count > 1 ? count : undefined);

/** A table as printed; it scrolls by itself where the page is narrower. */
export function DocumentTable({ table, place, number }: { table: Table; place: Place; number: number }) {
	const cells = (row: Cell[], Tag: 'th' | 'td') =>
		row.map(({ runs, merged, colspan, rowspan }, i) =>
			merged ? null : (
				<Tag key={i} colSpan={span(colspan)} rowSpan={span(rowspan)} scope={Tag === 'th' ? 'col' : undefined}>
					<Words runs={runs} place={place} />
				</Tag>
			),
		);
	const columns = table.rows[0]?.length ?? 0;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<section class="scroll" aria-label={`表 ${number}`} tabIndex={0}>
			<table class={columns > 5 ? 'printed many' : 'printed'}>
				{table.head > 0 && (
					<thead>
						{table.rows.slice(0, table.head).map((row, i) => (
							<tr key={i}>{cells(row, 'th')}</tr>
						))}
					</thead>
				)}
				<tbody>
					{table.rows.slice(table.head).map((row, i) => (
						<tr key={i}>{cells(row, 'td')}</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
