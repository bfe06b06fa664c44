import { type ComponentType, render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { paperColumns } from '../../checks/saved.ts';
import type { Paper } from '../../evidence/papers.ts';
import { bind } from '../../fields/bind.ts';
import { type Told, writeOnPaper } from '../../fields/on-paper.ts';
import type { Result } from '../../rubric/score.ts';
import type { Criterion } from '../../schemas/rubric.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { sayFate } from '../../trouble/say-fate.ts';
import { Later } from '../../ui/Later.tsx';
import { Aside, Waiting } from './Aside.tsx';
import type { Hint } from './hints.ts';
import { lineForm } from './line-record.ts';
import type { PapersProps } from './Papers.tsx';
import type { Session } from './session.ts';
import type { View } from './views.ts';

/** Each line's part of the page, by its id. */
export type LineSections = ReadonlyMap<string, HTMLElement>;

export const sectionsIn = (form: HTMLElement): LineSections =>
	new Map(Array.from(form.querySelectorAll<HTMLElement>('.criterion'), (section) => [section.id, section]));

const slotIn = (section: Element | undefined, name: string) => section?.querySelector(`[data-slot="${name}"]`);

interface Lines {
	session: Session;
	form: HTMLFormElement;
	sections: LineSections;
	criteria: ReadonlyMap<string, Criterion>;
}

/** What a line says on paper. */
const told = ({ note, reason }: LineRecord, papers: readonly Paper[]): Told[] => [
	['textarea', note],
	['.skip-line [type="text"]', reason],
	[
		'.papers',
		papers.length > 0 && {
			title: '佐证材料',
			rows: [paperColumns.map(([, name]) => name), ...papers.map((paper) => paperColumns.map(([key]) => paper[key]))],
		},
	],
];

/** The fields of all lines, and what becomes of what is written in them. */
export function useLiveLines({ session, form, sections, criteria }: Lines): void {
	useLayoutEffect(() => {
		const bound = bind({ root: form, sections, formOf: (id) => lineForm(criteria.get(id)), keeping: session });
		for (const line of Object.keys(session.unreadable.get())) bound.shut(line, true);
		const ends = [
			bound.dispose,
			session.$fates.listen((all, _, line) => {
				const slot = slotIn(sections.get(`${line}`), 'fate');
				if (slot) slot.textContent = sayFate(all[`${line}`], session.$memoryOnly.get());
			}),
			writeOnPaper(form, sections, (id) => told(session.of(id), session.$read.get()[id]?.papers ?? [])),
		];
		return () => {
			for (const end of ends) end();
		};
	}, []);
}

/** Writes under each line in sight why it gives what it gives. */
export function showTraces(result: Result, session: Session, view: View, sections: LineSections): void {
	if (view.name === 'hub') return;
	for (const { id, claimed, because } of result.trace) {
		if (view.name === 'line' && view.line !== id) continue;
		const slot = slotIn(sections.get(id), 'because');
		const text = session.of(id).answer ? `自评 ${claimed} 分。${because}` : '';
		if (slot && slot.textContent !== text) slot.textContent = text;
	}
}

interface InSight extends Pick<Lines, 'session' | 'sections' | 'criteria'> {
	view: View;
	/** Said beside one line; where all are in sight, the hub says them. */
	found: readonly Hint[];
}

/** Comes with the first line that is opened; a page that opens at one waits for it, so that nothing moves. */
let papersAt: ComponentType<PapersProps> | undefined;

export async function papersPart(table: string): Promise<ComponentType<PapersProps>> {
	const { Papers, loadTypical } = await import('./Papers.tsx');
	// A line can be filled in without what the sources name.
	await loadTypical(table).catch(() => undefined);
	papersAt = Papers;
	return Papers;
}

/** So many lines above count as near: what they cite is offered first. */
const near = 5;

/** Brings to life the papers and the notices of the lines in sight. */
export function mountLines({ view, session, found, sections, criteria }: InSight): void {
	if (view.name === 'hub') return;
	for (const line of view.name === 'line' ? [view.line] : sections.keys()) {
		const section = sections.get(line);
		const papers = slotIn(section, 'papers');
		const aside = slotIn(section, 'aside');
		if (papers && !session.unreadable.get()[line]) {
			// The blank rows give way to those that can be filled in.
			if (papers.querySelector('.blank')) papers.replaceChildren();
			const order = [...sections.keys()];
			const around = order.slice(Math.max(0, order.indexOf(line) - near), order.indexOf(line)).reverse();
			const table = session.$check.get()?.rubric ?? '';
			const props = { session, line, around, table, label: criteria.get(line)?.label ?? '' };
			render(<Later load={() => papersPart(table)} part={papersAt} props={props} />, papers);
		}
		const hints = view.name === 'line' ? found.filter((hint) => hint.line === line) : [];
		const waiting = slotIn(section, 'waiting');
		if (waiting) render(<Waiting session={session} line={line} />, waiting);
		if (aside) render(<Aside session={session} line={line} hints={hints} />, aside);
	}
}
