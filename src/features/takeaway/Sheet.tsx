import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Block, Cell, Column, Paperwork } from '../../paperwork/paperwork.ts';
import { printOnly } from '../../ui/print-only.ts';

/** A paper on the page, to be looked at and printed by itself. */
export function Sheet({ paperwork: { title, mark, blocks }, close }: { paperwork: Paperwork; close: () => void }) {
	const head = useRef<HTMLHeadingElement>(null);
	const paper = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		head.current?.focus();
	}, []);
	return (
		<>
			<p class="tools">
				<button type="button" class="primary" onClick={() => paper.current && printOnly(paper.current)}>
					打印这一页纸
				</button>
				<button type="button" onClick={close}>
					收起
				</button>
			</p>
			<article class="sheet" ref={paper}>
				<h3 ref={head} tabIndex={-1}>
					{title}
				</h3>
				{blocks.map((block, i) => (
					<Part key={i} block={block} />
				))}
				<p class="sheet-mark">{mark}</p>
			</article>
		</>
	);
}

function Part({ block }: { block: Block }) {
	switch (block.type) {
		case 'heading':
			return <h4>{block.text}</h4>;
		case 'paragraph':
			return <p class={`sheet-${block.style}`}>{block.text}</p>;
		case 'table': {
			const whole = block.columns.reduce((sum, { width }) => sum + width, 0);
			return (
				<table>
					<colgroup>
						{block.columns.map(({ width }, i) => (
							<col key={i} style={{ width: `${(100 * width) / whole}%` }} />
						))}
					</colgroup>
					<thead>
						{block.head.map((row, i) => (
							<Row key={i} {...{ row, columns: block.columns }} heading />
						))}
					</thead>
					<tbody>
						{block.body.map((row, i) => (
							<Row key={i} {...{ row, columns: block.columns }} />
						))}
					</tbody>
				</table>
			);
		}
	}
}

const Row = ({ row, columns, heading }: { row: Cell[]; columns: Column[]; heading?: boolean }) => (
	<tr>
		{row.map(({ text, across, down }, i) => {
			const props = {
				key: i,
				class: `to-${heading ? 'centre' : (columns[i]?.align ?? 'left')}`,
				...(across && { colSpan: across }),
				...(down && { rowSpan: down }),
			};
			return heading ? (
				<th scope="col" {...props}>
					{text}
				</th>
			) : (
				<td {...props}>{text}</td>
			);
		})}
	</tr>
);
