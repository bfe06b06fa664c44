import { shownText } from '../../clauses/marks.ts';
import type { Clause, Document } from '../../schemas/document.ts';
import { url } from '../../url.ts';

const headings = (document: Document): (Clause & { heading: NonNullable<Clause['heading']> })[] =>
	document.content.flatMap((node) =>
		node.type === 'clause' && node.heading ? [{ ...node, heading: node.heading }] : [],
	);

/** The document's own headings as links; on its own page by their anchors alone. */
export function ContentsList({ document, elsewhere = false }: { document: Document; elsewhere?: boolean }) {
	const list = headings(document);
	if (list.length === 0) return null;
	return (
		<ol>
			{list.map(({ id, printed, kind, heading }) => (
				<li key={id}>
					<a href={elsewhere ? url.document(document.id, id) : `#${id}`}>
						{printed}
						{kind === 'section' ? '' : ' '}
						{shownText(heading)}
					</a>
				</li>
			))}
		</ol>
	);
}

/** The contents of the page; folded on narrow screens, beside the text on wide ones. */
export function Contents({ document }: { document: Document }) {
	if (headings(document).length === 0) return null;
	return (
		<div class="contents">
			<details>
				<summary>目录</summary>
			</details>
			<nav aria-label="目录">
				<ContentsList document={document} />
			</nav>
		</div>
	);
}
