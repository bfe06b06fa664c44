import type { Place } from '../clauses/links.ts';
import type { Mark } from '../schemas/document.ts';
import { markKindNames } from '../strings/site.ts';
import { Words } from './Words.tsx';

/** What a mark changed, in words. */
export function MarkChange({ mark: { kind, captured, shown } }: { mark: Mark }) {
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

/** Our words on the marks of a stretch of text. */
export function Notes({ marks, place }: { marks: readonly Mark[]; place: Place }) {
	if (marks.length === 0) return null;
	return (
		<div class="ours">
			<b>编者注</b>
			<ol>
				{marks.map((mark) => (
					<li key={mark.number} id={`mark-${mark.number}`} value={mark.number}>
						{mark.kind !== 'note' && <b>{markKindNames[mark.kind]}</b>} <MarkChange mark={mark} />
						<Words runs={[{ text: mark.reason }]} place={place} />{' '}
						{/* biome-ignore lint/a11y/useAnchorContent: an arrow, as generated content. */}
						<a class="back" href={`#at-${mark.number}`} aria-label={`回到注 ${mark.number} 的原处`} />
					</li>
				))}
			</ol>
		</div>
	);
}
