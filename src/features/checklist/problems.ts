import { citation, fullLabel } from '../../clauses/citation.ts';
import { withoutMarks } from '../../clauses/marks.ts';
import { clauseText, type Visit } from '../../clauses/outline.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { ruleLines } from '../../rubric/printed-table.ts';
import type { Problem } from '../../schemas/checklist.ts';
import type { Document } from '../../schemas/document.ts';
import type { Criterion, Rubric } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';
import { placeOfClause } from '../../text/place.ts';
import { type Spot, spots } from './spots.ts';

/* The common problems on site with where they are told and which lines of the tables they put at risk. */

/** The lines of one table. */
interface Risk {
	rubric: Rubric;
	lines: Criterion[];
}

export interface SiteProblem {
	clause: string;
	spot: Spot;
	place: { document: Document; visit: Visit };
	risks: Risk[];
}

function risksOf({ themes: named }: Problem): Risk[] {
	const { themes, rubrics } = library();
	const atRisk = themes.filter(({ id }) => named.includes(id));
	return rubrics.flatMap((rubric) => {
		const ids = atRisk.flatMap(({ lines }) => lines[rubric.id] ?? []);
		const lines = criteriaOf(rubric).filter(({ id }) => ids.includes(id));
		return lines.length > 0 ? [{ rubric, lines }] : [];
	});
}

/** In the order of the walk. */
export function siteProblems(): SiteProblem[] {
	const { problems } = library();
	const walked = spots.flatMap(([spot]) => problems.filter(({ place }) => place === spot));
	return walked.map((problem) => {
		const { clause, place: spot } = problem;
		return { clause, spot, place: placeOfClause(clause), risks: risksOf(problem) };
	});
}

/** A few words of what a line asks. */
export const matterOf = (line: Criterion): string => withoutMarks(line.matter ?? ruleLines(line)[0] ?? '');

/** A problem as the script of the page needs it. */
export interface WalkProblem {
	clause: string;
	text: string;
	/** The document that tells it, and where, to be cited. */
	document: string;
	source: string;
	/** By table: 深圳指标 第1项、第2项. */
	risks: string[];
}

export const walkProblem = ({ clause, place: { document, visit }, risks }: SiteProblem): WalkProblem => ({
	clause,
	text: clauseText(visit.clause),
	document: citation(document.meta, ''),
	source: `${document.meta.short} ${fullLabel(visit)}`,
	risks: risks.map(({ rubric, lines }) => `${rubric.short} ${lines.map(({ label }) => label).join('、')}`),
});
