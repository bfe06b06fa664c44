import { type Place, texts } from '../../clauses/links.ts';
import { shownText } from '../../clauses/marks.ts';
import { type Visit, walk } from '../../clauses/outline.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import type { Document } from '../../schemas/document.ts';
import type { Criterion, Rubric } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';
import { placeOfClause } from '../../text/place.ts';
import type { BankQuestion } from './bank.ts';

/* The notes of the course as a way through: each part of its plan, and what it explains. */

interface GuideLine {
	rubric: Rubric;
	id: string;
	label: string;
}

interface GuideSection {
	visit: Visit;
	title: string;
	/** What the plan calls it, and how long it takes. */
	planned: string;
	/** The articles and headings of other documents that it speaks of. */
	articles: Place[];
	/** The scoring lines that it gives examples for. */
	lines: GuideLine[];
	/** The scoring lines that its common problems put at risk. */
	risks: GuideLine[];
	/** The standards that it names, by number. */
	standards: string[];
	/** It lists common problems. */
	problems: boolean;
	/** The questions about it, and about what it explains. */
	questions: string[];
}

/** The notes among the documents. */
export function notesOf(documents: readonly Document[]): Document {
	const found = documents.find(({ meta }) => meta.kind === 'notes');
	if (!found) throw new Error('there are no notes');
	return found;
}

/** The rows of the course plan: its number, time and matter, as printed. */
export function planOf(document: Document): { number: string; time: string; matter: string }[] {
	const table = document.content
		.flatMap((node) => (node.type === 'clause' ? node.content : [node]))
		.find((node) => node.type === 'table');
	if (table?.type !== 'table') throw new Error('the notes have no plan');
	let time = '';
	return table.rows.slice(table.head).map((row) => {
		const [number = '', when = '', matter = ''] = row.map(({ runs }) => shownText(runs));
		time = row.length > 2 && when !== '' ? when : time;
		return { number, time, matter: row.length > 2 ? matter : when };
	});
}

export function guideOf(document: Document, questions: readonly BankQuestion[]): GuideSection[] {
	const { rubrics, themes, problems, links } = library();
	const all = [...texts(document)];
	const plan = planOf(document);
	const linesWith = (wanted: (criterion: Criterion, rubric: Rubric) => boolean): GuideLine[] =>
		rubrics.flatMap((rubric) =>
			criteriaOf(rubric)
				.filter((criterion) => wanted(criterion, rubric))
				.map(({ id, label }) => ({ rubric, id, label })),
		);
	return Array.from(walk(document))
		.filter(({ clause }) => clause.kind === 'section')
		.map((visit, i) => {
			const { id } = visit.clause;
			const within = (other: string | undefined) => other === id || other?.startsWith(`${id}.`) === true;
			const isHere = (clause: string) => {
				const [of, anchor] = clause.split('#');
				return of === document.id && within(anchor);
			};
			const targets = all
				.filter(({ place }) => within(place.visit?.clause.id))
				.flatMap(({ text, place }) => links.from(text, place))
				.map(({ target }) => target);
			const named = targets.flatMap((target) =>
				target.type === 'clause' && target.document !== document.id && target.anchor
					? [`${target.document}#${target.anchor}`]
					: [],
			);
			const articles = [...new Set(named)].map((clause) => placeOfClause(clause));
			const standards = targets.flatMap((target) => (target.type === 'standard' ? [target.number] : []));
			const lines = linesWith(({ examples = [] }) => examples.some(({ clause }) => isHere(clause)));
			const found = problems.filter(({ clause }) => isHere(clause));
			const atRisk = themes.filter((theme) => found.some((problem) => problem.themes.includes(theme.id)));
			const risks = linesWith((line, rubric) => atRisk.some((theme) => theme.lines[rubric.id]?.includes(line.id)));
			const explained = new Set([
				...articles.map((place) => `${place.document.id}#${place.visit?.clause.id}`),
				...lines.map((line) => `${line.rubric.id} ${line.id}`),
			]);
			const about = ({ sources, lines: of }: BankQuestion) =>
				sources.some(({ clause }) => isHere(clause) || explained.has(clause)) || of.some((line) => explained.has(line));
			return {
				visit,
				title: shownText(visit.clause.heading ?? []),
				planned: plan[i]?.matter ?? '',
				articles,
				lines,
				risks,
				standards: [...new Set(standards)],
				problems: document.meta.problems.includes(id),
				questions: questions.filter(about).map((question) => question.id),
			};
		});
}
