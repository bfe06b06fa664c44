import { awardsOf } from '../../clauses/printed-table.ts';
import type { Criterion, Rubric, Theme } from '../../schemas/rubric.ts';
import { criteriaOf } from '../../scoring/criteria.ts';
import { library } from '../../text/library.ts';
import { differences, type Stretch } from './differences.ts';
import { plain } from './source-runs.ts';

export interface ComparedLine {
	criterion: Criterion;
	wording: Stretch[];
}

export interface ComparedTheme {
	theme: Theme;
	/** One entry a table, in the order of the tables; a table without a line on the matter has none. */
	cells: { rubric: Rubric; lines: ComparedLine[]; also: Criterion[]; points: number }[];
	/** How the points compare over the tables that have the matter. */
	verdict: 'only-here' | 'same' | 'different';
}

/** What a line asks for, without the points it names. */
export function wordingOf(criterion: Criterion): string {
	const texts = criterion.matter
		? [criterion.matter]
		: [criterion.lead, ...awardsOf(criterion).map(({ text }) => text)];
	return texts
		.filter((text) => text !== undefined)
		.map((text) => plain(text).replace(/[，,]?(?:每一项)?[得加]\s*[\d.]*\s*分[；。]?$/, ''))
		.join('；')
		.replace(/[；。]+$/, '');
}

export function compareThemes(): ComparedTheme[] {
	const { rubrics, themes } = library();
	return themes.map((theme) => {
		const cells = rubrics.map((rubric) => {
			const pick = (ids: readonly string[] = []) => criteriaOf(rubric).filter(({ id }) => ids.includes(id));
			return { rubric, lines: pick(theme.lines[rubric.id]), also: pick(theme.also?.[rubric.id]) };
		});
		const present = cells.filter(({ lines }) => lines.length > 0);
		const [first] = present.flatMap(({ lines }) => lines);
		const base = first ? wordingOf(first) : '';
		const alone = present.length === 1;
		const compared = cells.map(({ rubric, lines, also }) => ({
			rubric,
			also,
			points: lines.reduce((sum, { points }) => sum + points, 0),
			lines: lines.map((criterion) => ({
				criterion,
				wording:
					alone || criterion === first
						? [{ text: wordingOf(criterion), shared: true }]
						: differences(wordingOf(criterion), base),
			})),
		}));
		const points = new Set(compared.filter(({ lines }) => lines.length > 0).map((cell) => cell.points));
		return { theme, cells: compared, verdict: alone ? 'only-here' : points.size === 1 ? 'same' : 'different' };
	});
}

/** Lines of tables that are in no theme at all, by table. */
export function uncompared(): { rubric: Rubric; lines: Criterion[] }[] {
	const { rubrics, themes } = library();
	return rubrics
		.map((rubric) => ({
			rubric,
			lines: criteriaOf(rubric).filter(({ id }) => !themes.some(({ lines }) => lines[rubric.id]?.includes(id))),
		}))
		.filter(({ lines }) => lines.length > 0);
}
