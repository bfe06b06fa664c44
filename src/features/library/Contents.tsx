import { shownText } from '../../clauses/marks.ts';
import type { Document } from '../../schemas/document.ts';
import { url } from '../../url.ts';

interface Entry {
	href: string;
	text: string;
}

/** The document's own headings; on its own page by their anchors alone. */
export const headingsOf = (document: Document, elsewhere = false): Entry[] =>
	document.content.flatMap((node) => {
		if (node.type !== 'clause' || !node.heading) return [];
		const { id, printed, kind, heading } = node;
		return [
			{
				href: elsewhere ? url.document(document.id, id) : `#${id}`,
				text: `${printed}${kind === 'section' ? '' : ' '}${shownText(heading)}`,
			},
		];
	});

export const ContentsList = ({ entries }: { entries: readonly Entry[] }) =>
	entries.length === 0 ? null : (
		<ol>
			{entries.map(({ href, text }) => (
				<li key={href}>
					<a href={href}>{text}</a>
				</li>
			))}
		</ol>
	);

/** The contents of the page; folded on narrow screens, beside the text on wide ones. */
export const Contents = ({ entries }: { entries: readonly Entry[] }) =>
	entries.length === 0 ? null : (
		<div class="contents">
			<details>
				<summary>目录</summary>
			</details>
			<nav aria-label="目录">
				<ContentsList entries={entries} />
			</nav>
		</div>
	);
