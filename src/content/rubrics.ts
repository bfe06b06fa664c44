import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError, type Fault } from '../clauses/fault.ts';
import { MarkError, markReader, shownText } from '../clauses/marks.ts';
import {
	type Branch,
	type Criterion,
	type CriterionData,
	crosswalk,
	type Rubric,
	type Rule,
	rubric,
	type Theme,
} from '../schemas/rubric.ts';
import { readYamlFile } from './read.ts';

const crosswalkFile = 'rubrics/crosswalk.yaml';

/** The scoring tables of a project folder, in the order they give, not yet checked against the documents. */
export function readRubrics(root: string): { rubrics: Rubric[]; themes: Theme[]; faults: Fault[] } {
	const faults: Fault[] = [];
	const attempt = <T>(work: () => T): T[] => {
		try {
			return [work()];
		} catch (error) {
			if (!(error instanceof ContentError)) throw error;
			faults.push(...error.faults);
			return [];
		}
	};
	const rubrics = readdirSync(join(root, 'rubrics'))
		.map((name) => `rubrics/${name}`)
		.filter((file) => file.endsWith('.yaml') && file !== crosswalkFile)
		.flatMap((file) => attempt(() => readRubric(root, file)))
		.sort((a, b) => a.order - b.order);
	for (const [i, { file, order }] of rubrics.entries())
		if (rubrics[i - 1]?.order === order)
			faults.push({ file, problem: `another table has the order ${order} too.`, remedy: 'Give each its own.' });
	const [themes = []] = attempt(() => readYamlFile(root, crosswalkFile, crosswalk).themes);
	return { rubrics, themes, faults };
}

function readRubric(root: string, file: string): Rubric {
	const data = readYamlFile(root, file, rubric);
	const faults = brokenMarks(data, file);
	if (faults.length > 0) throw new ContentError(faults);
	const sections = data.sections.map((section) => shapeBranch(section, file, faults));
	if (faults.length > 0) throw new ContentError(faults);
	return { ...data, id: basename(file, '.yaml'), file, sections };
}

/** Every mark in a table's words that cannot be read. */
function brokenMarks(value: unknown, file: string): Fault[] {
	if (typeof value === 'object' && value) return Object.values(value).flatMap((inner) => brokenMarks(inner, file));
	if (typeof value !== 'string') return [];
	try {
		markReader().read(value);
		return [];
	} catch (error) {
		if (!(error instanceof MarkError)) throw error;
		return [{ file, problem: error.message, remedy: 'README, “Documents and their marks”, shows the notation.' }];
	}
}

interface BranchData {
	label: string;
	points?: number | undefined;
	parts?: BranchData[] | undefined;
	criteria?: CriterionData[] | undefined;
}

function shapeBranch({ label, points, parts = [], criteria = [] }: BranchData, file: string, faults: Fault[]): Branch {
	const shown = shownText(markReader().read(label));
	return {
		label,
		points,
		parts: parts.map((part) => shapeBranch(part, file, faults)),
		criteria: criteria.flatMap((criterion, i) => {
			const { 'all-or-nothing': whole, choice, sum, tally, cap, ...rest } = criterion;
			const [rule, ...more] = shapeRules(criterion);
			if (rule && more.length === 0 && (rule.kind === 'tally') === (cap !== undefined)) {
				const place = criteria.length === 1 ? undefined : i + 1;
				return [{ ...rest, rule, label: lineLabel(criterion, shown, place) } satisfies Criterion];
			}
			faults.push({
				file,
				problem: `${criterion.id}: has ${rule ? more.length + 1 : 0} rules${cap === undefined ? '' : ' and a cap'}.`,
				remedy: 'Give exactly one of all-or-nothing, choice, sum and tally; a tally, and only a tally, has a cap.',
			});
			return [];
		}),
	};
}

/** `place` is the line's place among those of its branch, if it is not alone there. */
function lineLabel({ id, number }: CriterionData, branch: string, place: number | undefined): string {
	if (number !== undefined) return `第${number}项`;
	const around = /^[A-Z]\d+/.exec(branch)?.[0] ?? id;
	return place === undefined ? around : `${around}第${place}项`;
}

const shapeRules = ({ points, 'all-or-nothing': whole, choice, sum, tally, cap = 0 }: CriterionData): Rule[] => [
	...(whole === undefined
		? []
		: [
				{
					kind: 'choice' as const,
					options: [
						{ name: '得分', points, text: whole },
						{ name: '不得分', points: 0 },
					],
				},
			]),
	...(choice ? [{ kind: 'choice' as const, options: choice }] : []),
	...(sum ? [{ kind: 'sum' as const, parts: sum }] : []),
	...(tally ? [{ kind: 'tally' as const, works: tally, cap }] : []),
];
