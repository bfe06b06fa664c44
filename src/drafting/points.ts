import { withoutMarks } from '../clauses/marks.ts';
import { toHundredths } from '../rubric/points.ts';
import type { Section, Trace } from '../rubric/score.ts';
import { bareLabel } from './headings.ts';
import { type Draft, lineOrigin, type Sentence, type TableLine, type Told } from './told.ts';
import { fill, listed, words } from './words.ts';

/* Points by section, as the engine adds them up. */

interface Part {
	label: string;
	/** What the engine says of it; nothing where two sections are called the same. */
	section: Section | undefined;
	lines: { line: TableLine; trace: Trace }[];
}

/** In the order in which each is met first. */
function grouped<T>(all: readonly T[], keyOf: (each: T) => string): [key: string, group: T[]][] {
	const groups = new Map<string, T[]>();
	for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
	return [...groups];
}

const answered = ({ trace }: Part['lines'][number]) => trace.state !== 'unanswered';

function partsOf({ form, result }: Pick<Told, 'form' | 'result'>): Part[] {
	const traces = new Map(result.trace.map((trace) => [trace.id, trace]));
	return grouped(form.lines, ({ path }) => path[0] ?? '').map(([label, lines]) => {
		const [section, ...others] = result.sections.filter((each) => withoutMarks(each.label) === label);
		return {
			label,
			section: others.length > 0 ? undefined : section,
			lines: lines.flatMap((line) => {
				const trace = traces.get(line.id);
				return trace ? [{ line, trace }] : [];
			}),
		};
	});
}

function pointsOf({ label, section, lines }: Part): Sentence[] {
	const from = lines.filter(answered).map(({ line }) => lineOrigin(line));
	return section && from.length > 0
		? [{ text: fill(words.pointsOf, bareLabel(label), section.claimed, section.of), from }]
		: [];
}

export function points(told: Told): Draft {
	const parts = partsOf(told);
	const sentences = parts.flatMap(pointsOf);
	const from = parts.flatMap(({ lines }) => lines.filter(answered).map(({ line }) => lineOrigin(line)));
	if (from.length === 0) return { paragraphs: [], missing: [] };
	const total = { text: fill(words.total, told.result.claimed, told.result.total), from };
	return { paragraphs: [{ key: 'points', sentences: [...sentences, total, ...openPoints(parts)] }], missing: [] };
}

const isOpen = ({ trace: { state } }: Part['lines'][number]) => state === 'unanswered' || state === 'partly';

/** Points that were neither given nor lost yet, so that the total is not taken for the end. */
function openPoints(parts: readonly Part[]): Sentence[] {
	const open = parts.flatMap(({ lines }) => lines.filter(isOpen));
	if (open.length === 0) return [];
	const points = open.reduce((sum, { trace: { reachable, claimed } }) => sum + reachable - claimed, 0);
	const text = fill(words.openPoints, open.length, toHundredths(points) / 100);
	return [{ text, from: open.map(({ line }) => lineOrigin(line)) }];
}

/** Each section in a paragraph: its points, which of its lines have them all, some, none, and which are not answered. */
export function inShort(told: Told): Draft {
	const parts = partsOf(told);
	return {
		paragraphs: parts.flatMap((part) => {
			const done = part.lines.filter(({ trace }) => trace.state === 'answered');
			const full = done.filter(({ trace: { claimed, of } }) => claimed >= of);
			const none = done.filter(({ trace: { claimed, of } }) => claimed === 0 && of > 0);
			const some = done.filter((each) => !full.includes(each) && !none.includes(each));
			const skipped = part.lines.filter(({ trace }) => trace.state === 'not-applicable');
			const sentences = [
				...pointsOf(part),
				...which(words.full, full, part),
				...which(words.some, some, part),
				...which(words.none, none, part),
				...which(words.openLines, part.lines.filter(isOpen), part),
				...which(words.skipped, skipped, part),
			];
			return part.lines.some(answered) ? [{ key: `in short ${part.label}`, sentences }] : [];
		}),
		missing: parts.flatMap(({ lines }) => lines.filter(isOpen).map(({ line }) => lineOrigin(line))),
	};
}

/** Lines by the innermost section they stand in; those of a section in which others stand too, by their own names. */
function which(template: string, some: Part['lines'], { lines }: Part): Sentence[] {
	if (some.length === 0) return [];
	const sectionOf = ({ line }: Part['lines'][number]) => line.path.slice(1).join('/');
	const names = grouped(some, sectionOf).map(([section, here]) => {
		const own = here.map(({ line }) => line.label).join(listed);
		const name = here[0]?.line.path.at(-1);
		if (section === '' || name === undefined) return own;
		const all = lines.filter((each) => sectionOf(each) === section).length === here.length;
		return all ? bareLabel(name) : fill(words.subject, bareLabel(name), own);
	});
	return [{ text: fill(template, names.join(listed)), from: some.map(({ line }) => lineOrigin(line)) }];
}
