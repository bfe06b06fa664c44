import type { Place } from '../../clauses/links.ts';
import type { Cell, Run, Table } from '../../schemas/document.ts';
import { library } from '../../text/library.ts';
import { NoteLinks, Words } from '../../text/Words.tsx';
import { url } from '../../url.ts';

const span = (count: number): number | undefined => (count > 1 ? count : undefined);

interface Props {
	table: Table;
	place: Place;
}

/** A table as printed; it scrolls by itself where the page is narrower. */
export function DocumentTable({ table, place }: Props) {
	const { rows, head, lines } = table;
	const lineAt = (row: number) => lines.find((line) => line.row === row)?.clause.id;

	/** What the capture shows in cells that are merged into this one: it has notes, and no words. */
	const strays = ({ colspan, rowspan }: Cell, row: number, column: number): Run[] =>
		rows
			.slice(row, row + rowspan)
			.flatMap((cells) => cells.slice(column, column + colspan))
			.flatMap(({ merged, runs }) => (merged ? runs : []));

	const cells = (row: number, Tag: 'th' | 'td') =>
		rows[row]?.map((cell, column) =>
			cell.merged ? null : (
				<Tag
					key={column}
					colSpan={span(cell.colspan)}
					rowSpan={span(cell.rowspan)}
					scope={Tag === 'th' ? 'col' : undefined}
				>
					<Words runs={cell.runs} place={place} far />
					<NoteLinks runs={strays(cell, row, column)} place={place} far />
				</Tag>
			),
		);

	const printed = (from: number, to: number, Tag: 'th' | 'td') =>
		rows.slice(from, to).map((_, i) => (
			<tr key={i} id={lineAt(from + i)}>
				{cells(from + i, Tag)}
			</tr>
		));

	const wide = (rows[0]?.length ?? 0) > 5;
	const rubric = lines.length > 0 && library().rubrics.find(({ document }) => document === place.document.id);
	return (
		<>
			{rubric && (
				<p class="ours-line small">
					<a href={url.rubric(rubric.id)}>逐项看这张表</a>：每一项的分值、材料和相关条款，手机上也好读。
				</p>
			)}
			{wide && <p class="ours-line swipe small">表宽，可左右滑动。</p>}
			{/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and thirteen landmarks are none. */}
			<div class="scroll" role="group" aria-label="表" tabIndex={0}>
				<table class={wide ? 'printed many' : 'printed'}>
					{head > 0 && <thead>{printed(0, head, 'th')}</thead>}
					<tbody>{printed(head, rows.length, 'td')}</tbody>
				</table>
			</div>
			{/* biome-ignore-end lint/a11y: as above. */}
		</>
	);
}
