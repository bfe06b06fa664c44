import type { Place } from '../clauses/links.ts';
import type { Mark } from '../schemas/document.ts';
import { markKindNames } from '../strings/site.ts';
import { Words } from './Words.tsx';

/** What a mark changed, in words. */
function MarkChange({ mark: { kind, captured, shown } }: { mark: Mark }) {
	switch (kind) {
		case 'repair':
			return shown === '' ? (
				<>所据文本此处有“{captured}”，不显示。</>
			) : (
				<>
					所据文本作“{captured}”，这里作“{shown}”。
				</>
			);
		case 'restore':
			return <>所据文本此处没有“{shown}”，补在这里。</>;
		case 'lost':
			return captured === '' ? <>所据文本此处缺失。</> : <>“{captured}”有缺。</>;
		case 'note':
			return <>“{captured}”：</>;
	}
}

interface Props {
	marks: readonly Mark[];
	place: Place;
	/** The notes stand far below their places, and lead back to them. */
	far?: boolean;
}

/** Our words on the marks of a stretch of text. */
export function Notes({ marks, place, far = false }: Props) {
	if (marks.length === 0) return null;
	return (
		<div class="ours">
			<b>编者注</b>
			<ol start={marks[0]?.number}>
				{marks.map((mark) => (
					<li key={mark.number} id={`mark-${mark.number}`}>
						{mark.kind !== 'note' && <b>{markKindNames[mark.kind]}</b>} <MarkChange mark={mark} />
						<Words runs={[{ text: mark.reason }]} place={place} />
						{far && <Back number={mark.number} />}
					</li>
				))}
			</ol>
		</div>
	);
}

const Back = ({ number }: { number: number }) => (
	// biome-ignore lint/a11y/useAnchorContent: an arrow, as generated content.
	<a class="back" href={`#at-${number}`} aria-label={`回到注 ${number} 的原处`} />
);
