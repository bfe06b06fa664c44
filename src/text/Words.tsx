import type { ComponentChildren, VNode } from 'preact';
import type { Place } from '../clauses/links.ts';
import { shownText } from '../clauses/marks.ts';
import type { Reference } from '../clauses/references.ts';
import type { Mark, Run } from '../schemas/document.ts';
import { url } from '../url.ts';
import { library } from './library.ts';
import { gistOf, targetUrl } from './place.ts';

interface Piece {
	text: string;
	mark: Mark | undefined;
	/** Whether the mark ends with this piece, so that its number stands after it. */
	closes: boolean;
	reference: Reference | undefined;
}

/** Cuts runs where references start and end. */
function pieces(runs: readonly Run[], references: readonly Reference[]): Piece[] {
	const cuts = references.flatMap(({ start, end }) => [start, end]);
	let at = 0;
	return runs.flatMap(({ text, mark }) => {
		const end = at + text.length;
		const inside = cuts.filter((cut) => cut > at && cut < end);
		const edges = [at, ...inside, end];
		const start = at;
		at = end;
		return edges.slice(1).map((to, i) => {
			const from = edges[i] ?? 0;
			return {
				text: text.slice(from - start, to - start),
				mark,
				closes: to === end,
				reference: references.find((reference) => reference.start <= from && to <= reference.end && from < to),
			};
		});
	});
}

const withBreaks = (text: string): ComponentChildren =>
	text.split('\n').flatMap((line, i) => (i === 0 ? [line] : [<br key={i} />, line]));

const MarkedText = ({ text, mark }: { text: string; mark: Mark | undefined }) =>
	mark && text !== '' ? <u>{withBreaks(text)}</u> : <>{withBreaks(text)}</>;

interface Surroundings {
	place: Place;
	/** The words stand on another page than their document's own. */
	elsewhere?: boolean;
	/** The notes stand far away, and lead back here. */
	far?: boolean;
}

function NoteLink({ mark: { number }, place, elsewhere, far }: Surroundings & { mark: Mark }) {
	const note = `mark-${number}`;
	return (
		// biome-ignore lint/a11y/useAnchorContent: the number is generated content, so that copied text stays verbatim.
		<a
			class="to-note"
			id={far ? `at-${number}` : undefined}
			href={elsewhere ? url.document(place.document.id, note) : `#${note}`}
			aria-label={`注${number}`}
		/>
	);
}

/** A clause's label: marks underlined, without links, since it is a link itself. */
export const Label = ({ runs }: { runs: readonly Run[] }) => (
	<>
		{runs.map(({ text, mark }, i) => (
			<MarkedText key={i} text={text} mark={mark} />
		))}
	</>
);

/** The numbers of the marks in some runs, each leading to its note. */
export const NoteLinks = ({ runs, ...around }: Surroundings & { runs: readonly Run[] }) => (
	<>{runs.map(({ mark }) => mark && <NoteLink key={mark.number} mark={mark} {...around} />)}</>
);

/** Shown text with its marks underlined and numbered, and what it refers to as links. */
export function Words({ runs, ...around }: Surroundings & { runs: readonly Run[] }) {
	const { place, elsewhere } = around;
	const { links } = library();
	const text = shownText(runs);
	const out: VNode[] = [];
	const all = pieces(runs, links.from(text, place));
	for (let i = 0; i < all.length; ) {
		const reference = all[i]?.reference;
		const next = reference ? all.findIndex((piece, j) => j > i && piece.reference !== reference) : i + 1;
		const group = all.slice(i, next < 0 ? all.length : next);
		const inner = group.map((piece, j) => <MarkedText key={j} text={piece.text} mark={piece.mark} />);
		if (reference) {
			const { target, start, end } = reference;
			const gist = gistOf(target, text.slice(start, end), text, place);
			out.push(<a href={targetUrl(target, elsewhere ? undefined : place.document)}>{inner}</a>);
			if (gist) out.push(<span class="gist" data-gist={gist} />);
		} else out.push(...inner);
		for (const { mark, closes } of group) if (mark && closes) out.push(<NoteLink mark={mark} {...around} />);
		i += group.length;
	}
	return <>{out}</>;
}
