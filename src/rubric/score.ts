import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';
import { type Conclusion, conclude, type Requirement, requirementsOf } from './conclusion.ts';
import { explain } from './explain.ts';
import { scoreLine } from './line.ts';
import { fromHundredths, toHundredths } from './points.ts';
import type { State } from './rules/rule.ts';
import type { Reading, Situation } from './situation.ts';

export interface Sums {
	claimed: number;
	/** Claimed on lines that have a paper to prove them. */
	backed: number;
	/** Claimed, with everything not yet answered at its best. */
	reachable: number;
	/** With everything at its best, whatever it was answered; but for what does not apply. */
	most: number;
}

export interface Section extends Sums {
	label: string;
	of: number;
}

/** Why a line gives what it gives. */
export interface Trace extends Sums {
	id: string;
	state: State;
	of: number;
	/** Why these points and not more, in words. */
	because: string;
	/** What the points that are not claimed would be earned with. */
	missing: string[];
	/** The clause that holds the line: "shenzhen-2022#annex-2.b6". */
	clause: string;
}

export interface Gain {
	id: string;
	gain: number;
	/** Not yet answered, or answered below its best. */
	state: State;
	with: string[];
}

export interface Result extends Sums {
	total: number;
	sections: Section[];
	conditions: Requirement[];
	vetoes: Requirement[];
	conclusion: Conclusion;
	trace: Trace[];
	/** Lines by what they could still add, most first; of equal ones those not yet answered first. */
	gains: Gain[];
	/**
	 * The fewest lines that would reach the threshold if each gave its best, whatever it was answered;
	 * absent when there is no threshold, or a veto stands in the way, or all together do not suffice.
	 */
	shortest?: string[];
	/** How it stands under the other reading, where the answers make it differ, and the lines that do. */
	other?: Sums & { conclusion: Conclusion; lines: string[] };
}

/** What of a table points come from. */
export type Scored = Pick<Rubric, 'document' | 'anchor' | 'total' | 'threshold' | 'conditions' | 'vetoes' | 'sections'>;

/** Scores a situation by a table: lines, sections, total, then what that means for vetoes and threshold. */
export function score(rubric: Scored, situation: Situation): Result {
	const cautious = addUp(rubric, situation, 'cautious');
	const other = addUp(rubric, situation, 'other');
	const requirements = requirementsOf(rubric, situation.met);
	const judge = (sums: Sums) => conclude(rubric, [...requirements.conditions, ...requirements.vetoes], sums);
	const conclusion = judge(cautious);
	const gains = gainsOf(cautious.trace);
	const shortest = fewest(gains, conclusion);
	const differs = sumKeys.some((key) => cautious[key] !== other[key]);
	return {
		total: rubric.total,
		...present(cautious),
		sections: cautious.sections,
		...requirements,
		conclusion,
		trace: cautious.trace,
		gains,
		...(shortest && { shortest }),
		...(differs && {
			other: { ...present(other), conclusion: judge(other), lines: linesThatDiffer(cautious.trace, other.trace) },
		}),
	};
}

function gainsOf(trace: readonly Trace[]): Gain[] {
	const open = trace.filter(({ state, of, claimed }) => state !== 'not-applicable' && claimed < of);
	const gains = open.map(({ id, state, of, claimed, missing }) => ({
		id,
		gain: fromHundredths(toHundredths(of) - toHundredths(claimed)),
		state,
		with: missing,
	}));
	const answered = ({ state }: Gain) => (state === 'answered' ? 1 : 0);
	return gains.sort((a, b) => b.gain - a.gain || answered(a) - answered(b));
}

const linesThatDiffer = (cautious: readonly Trace[], other: readonly Trace[]): string[] =>
	cautious.flatMap(({ id, state, claimed, reachable }, i) => {
		const same = other[i]?.claimed === claimed && other[i]?.reachable === reachable;
		return same && state !== 'not-applicable' ? [] : [id];
	});

interface Total extends Sums {
	trace: Trace[];
	sections: Section[];
}

/** All lines under one reading; sums in hundredths. */
function addUp(rubric: Scored, { answers, evidenced, sector }: Situation, reading: Reading): Total {
	const trace: Trace[] = [];
	let leftOut = 0;

	const line = (criterion: Criterion): Sums => {
		const { id } = criterion;
		const { state, best, claimed, reachable, missing } = scoreLine(criterion, answers[id], reading, sector);
		const most = state === 'not-applicable' ? 0 : best;
		leftOut += best - most;
		const backed = evidenced.has(id) ? claimed : 0;
		const clause = `${rubric.document}#${rubric.anchor ? `${rubric.anchor}.` : ''}${id}`;
		trace.push({
			id,
			state,
			of: fromHundredths(best),
			...present({ claimed, backed, reachable, most }),
			because: explain(criterion, answers[id], sector),
			missing,
			clause,
		});
		return { claimed, backed, reachable, most };
	};
	/** A branch never gives more than its printed points. */
	const branch = ({ points, parts, criteria }: Branch): Sums => {
		const cap = points === undefined ? Number.POSITIVE_INFINITY : toHundredths(points);
		const inner = [...parts.map(branch), ...criteria.map(line)];
		return each((key) => Math.min(cap, total(inner, key)));
	};

	const sums = rubric.sections.map(branch);
	const full = toHundredths(rubric.total);
	/** Under the other reading, what does not apply is left out and the rest counts for the whole. */
	const scale = (hundredths: number) =>
		reading === 'other' && leftOut < full ? Math.floor((hundredths * full) / (full - leftOut)) : hundredths;
	return {
		...each((key) => scale(total(sums, key))),
		trace,
		sections: rubric.sections.map(({ label, points = 0 }, i) => ({
			label,
			of: points,
			...present(sums[i] ?? each(() => 0)),
		})),
	};
}

const total = (all: readonly Sums[], key: keyof Sums): number => all.reduce((sum, each) => sum + each[key], 0);

const sumKeys = ['claimed', 'backed', 'reachable', 'most'] as const;

const each = (pick: (key: keyof Sums) => number): Sums => ({
	claimed: pick('claimed'),
	backed: pick('backed'),
	reachable: pick('reachable'),
	most: pick('most'),
});

const present = (sums: Sums): Sums => each((key) => fromHundredths(sums[key]));

/** Largest gains first reach any sum with the fewest lines. */
function fewest(gains: readonly Gain[], conclusion: Conclusion): string[] | undefined {
	if (conclusion.kind === 'no-threshold' || conclusion.failed.length > 0) return undefined;
	let lacking = toHundredths(conclusion.lacking);
	const lines: string[] = [];
	for (const { id, gain } of gains) {
		if (lacking <= 0) break;
		lines.push(id);
		lacking -= toHundredths(gain);
	}
	return lacking <= 0 ? lines : undefined;
}
