import { shownText } from '../../clauses/marks.ts';
import type { Clause, Document } from '../../schemas/document.ts';

const headings = (document: Document): (Clause & { heading: NonNullable<Clause['heading']> })[] =>
	document.content.flatMap((node) =>
		node.type === 'clause' && node.heading ? [{ ...node, heading: node.heading }] : [],
	);

/** The document's own headings; folded on narrow screens, beside the text on wide ones. */
export function Contents({ document }: { document: Document }) {
	const list = headings(document);
	if (list.length === 0) return null;
	return (
		<div class="contents">
			<details>
				<summary>目录</summary>
			</details>
			<nav aria-label="目录">
				<ol>
					{list.map((clause) => (
						<li key={clause.id}>
							<a href={`#${clause.id}`}>
								{clause.printed}
								{clause.kind === 'section' ? '' : ' '}
								{shownText(clause.heading)}
							</a>
						</li>
					))}
				</ol>
			</nav>
		</div>
	);
}
