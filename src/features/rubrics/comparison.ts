import { withoutMarks } from '../../clauses/marks.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { awardsOf } from '../../rubric/rules.ts';
import type { Award, Criterion, Rubric, Theme } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';
import { differences, type Stretch } from './differences.ts';

/** A line, or the part of it that a theme means. */
export interface ComparedLine {
	criterion: Criterion;
	points: number;
	/** Only a part of the line is meant. */
	partial: boolean;
	wording: Stretch[];
}

interface ComparedTheme {
	theme: Theme;
	/** One entry a table, in the order of the tables. */
	cells: { rubric: Rubric; lines: ComparedLine[]; points: number; mentioned: Criterion[] }[];
	/** How the points compare over the tables that have the matter. */
	verdict: 'only-here' | 'same' | 'different';
}

const withoutPoints = (text: string): string =>
	withoutMarks(text)
		.replace(/[，,]?(?:每一项)?[得加]\s*[\d.]*\s*分[；。]?$/, '')
		.replace(/[；。：]+$/, '');

/** What a line or a part of it asks for, without the points it names. */
export function wordingOf(criterion: Criterion, part?: Award): string {
	if (part?.text) return withoutPoints(part.text);
	const texts = criterion.matter
		? [criterion.matter]
		: [criterion.lead, ...awardsOf(criterion).map(({ text }) => text)];
	return texts.flatMap((text) => (text === undefined ? [] : [withoutPoints(text)])).join('；');
}

export const compareThemes = (): ComparedTheme[] => library().themes.map(compareTheme);

function compareTheme(theme: Theme): ComparedTheme {
	const cells = library().rubrics.map((rubric) => {
		const lines = criteriaOf(rubric).flatMap((criterion) => {
			const here = theme.lines[rubric.id]?.includes(criterion.id) ?? false;
			const also = theme.also?.[rubric.id]?.includes(criterion.id) ?? false;
			const name = theme.parts?.[`${rubric.id}/${criterion.id}`];
			const part = awardsOf(criterion).find((award) => award.name === name);
			return here || also ? [{ criterion, part, counts: here || part !== undefined }] : [];
		});
		return { rubric, lines };
	});
	const counted = cells.flatMap(({ lines }) => lines.filter(({ counts }) => counts));
	const [first] = counted;
	const base = first && wordingOf(first.criterion, first.part);
	const present = cells.filter(({ lines }) => lines.some(({ counts }) => counts));

	const compared = cells.map(({ rubric, lines }) => {
		const shown = lines
			.filter(({ counts }) => counts)
			.map(({ criterion, part }): ComparedLine => {
				const wording = wordingOf(criterion, part);
				const isBase = base === undefined || criterion === first?.criterion || present.length === 1;
				return {
					criterion,
					points: part?.points ?? criterion.points,
					partial: part !== undefined,
					wording: isBase ? [{ text: wording, shared: true }] : differences(wording, base),
				};
			});
		const mentioned = lines.filter(({ counts }) => !counts).map(({ criterion }) => criterion);
		return { rubric, lines: shown, points: shown.reduce((sum, { points }) => sum + points, 0), mentioned };
	});
	const points = new Set(compared.filter(({ lines }) => lines.length > 0).map((cell) => cell.points));
	const verdict = present.length === 1 ? 'only-here' : points.size === 1 ? 'same' : 'different';
	return { theme, cells: compared, verdict };
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
