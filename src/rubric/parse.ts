import { ContentError, type Fault } from '../clauses/fault.ts';
import { MarkError, markReader, shownText } from '../clauses/marks.ts';
import { type Branch, type Criterion, type CriterionData, type Rubric, rubric } from '../schemas/rubric.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { rulesIn } from './rules-data.ts';

/** A scoring table from its text, wherever that comes from; throws one ContentError with every fault. */
export function parseRubric(text: string, id: string, file: string): Rubric {
	const data = readYaml(text, rubric, file, 1);
	const faults = brokenMarks(data, file);
	const sections = data.sections.map((section) => shapeBranch(section, file, faults));
	if (faults.length > 0) throw new ContentError(faults);
	return { ...data, id, file, sections };
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
		return [
			{ file, problem: error.message, remedy: 'content/README.md, “Documents and their marks”, shows the notation.' },
		];
	}
}

interface BranchData {
	label: string;
	points?: number | undefined;
	parts?: BranchData[] | undefined;
	criteria?: CriterionData[] | undefined;
}

function shapeBranch({ label, points, parts = [], criteria = [] }: BranchData, file: string, faults: Fault[]): Branch {
	const shown = shownIn(label);
	return {
		label,
		points,
		parts: parts.map((part) => shapeBranch(part, file, faults)),
		criteria: criteria.flatMap((criterion, i) => {
			const { 'all-or-nothing': whole, choice, sum, tally, cap, ...rest } = criterion;
			const [rule, ...more] = rulesIn(criterion);
			if (rule && more.length === 0 && 'cap' in rule === (cap !== undefined)) {
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

/** A label whose marks cannot be read is told with the others. */
function shownIn(label: string): string {
	try {
		return shownText(markReader().read(label));
	} catch {
		return label;
	}
}

/** `place` is the line's place among those of its branch, if it is not alone there. */
function lineLabel({ id, number }: CriterionData, branch: string, place: number | undefined): string {
	if (number !== undefined) return `第${number}项`;
	const around = /^[A-Z]\d+/.exec(branch)?.[0] ?? id;
	return place === undefined ? around : `${around}第${place}项`;
}
