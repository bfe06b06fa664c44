import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { sayConclusion } from '../../src/rubric/explain.ts';
import { awardsOf } from '../../src/rubric/rules.ts';
import { type Result, score } from '../../src/rubric/score.ts';
import type { Answer, Situation } from '../../src/rubric/situation.ts';
import type { Criterion, Rubric } from '../../src/schemas/rubric.ts';

type Said = string | Record<string, boolean | number>;

interface Other {
	claimed: number;
	backed: number;
	reachable: number;
	conclusion?: string;
	lines?: string[];
}

export interface Case {
	name: string;
	/** How all lines are answered before `set`; nothing is answered without it. */
	all?: 'best' | 'worst';
	/** Single lines: an option’s name, parts met, works counted, 不适用, or 未答. */
	set?: Record<string, Said>;
	/** The lines with papers. */
	papers?: 'all' | string[];
	/** Vetoes and conditions of entry. */
	met?: 'all' | Record<string, boolean>;
	/** The unit's field. */
	sector?: string;
	expect: {
		claimed: number;
		backed: number;
		reachable: number;
		sections?: number[];
		lines?: Record<string, number>;
		/** Why single lines give what they give. */
		because?: Record<string, string>;
		conclusion: 'no-threshold' | 'reached' | 'open' | 'impossible';
		failed?: string[];
		unsaid?: string[];
		lacking?: number;
		/** The conclusion in words. */
		says?: string;
		gains?: [string, number][];
		shortest?: string[] | 'none';
		other?: Other | 'none';
	};
}

function answerOf(criterion: Criterion, said: Said): Answer | undefined {
	if (said === '未答') return undefined;
	if (said === '不适用') return { notApplicable: true };
	const names = awardsOf(criterion).map(({ name }) => name);
	for (const name of typeof said === 'string' ? [said] : Object.keys(said))
		if (!names.includes(name)) throw new Error(`${criterion.id} has no “${name}”, but ${names.join(' / ')}`);
	if (typeof said === 'string') return { choice: said };
	return criterion.rule.kind === 'sum'
		? { parts: said as Record<string, boolean> }
		: { counts: said as Record<string, number> };
}

function extreme(criterion: Criterion, best: boolean): Answer {
	const { rule } = criterion;
	switch (rule.kind) {
		case 'choice': {
			const sorted = [...rule.options].sort((a, b) => b.points - a.points);
			return { choice: (best ? sorted[0] : sorted.at(-1))?.name ?? '' };
		}
		case 'sum':
			return { parts: Object.fromEntries(rule.parts.map(({ name }) => [name, best])) };
		case 'tally':
			return { counts: Object.fromEntries(rule.works.map(({ name }) => [name, best ? 9 : 0])) };
	}
}

export function situationOf(rubric: Rubric, { all, set = {}, papers = [], met = {}, sector }: Case): Situation {
	const criteria = criteriaOf(rubric);
	const ids = criteria.map(({ id }) => id);
	for (const id of Object.keys(set)) if (!ids.includes(id)) throw new Error(`there is no line ${id}`);
	const answers: Record<string, Answer> = {};
	for (const criterion of criteria) {
		const said = set[criterion.id];
		const answer = said === undefined ? all && extreme(criterion, all === 'best') : answerOf(criterion, said);
		if (answer) answers[criterion.id] = answer;
	}
	const conditions = [...rubric.conditions, ...(rubric.vetoes?.lines ?? [])].map(({ id }) => id);
	return {
		answers,
		evidenced: new Set(papers === 'all' ? ids : papers),
		sector,
		met: met === 'all' ? Object.fromEntries(conditions.map((id) => [id, true])) : met,
	};
}

export const casesOf = (id: string): Case[] => parse(readFileSync(`tests/cases/${id}.yaml`, 'utf8'));

/** What the engine finds, in the terms in which the case states what it wants. */
export function outcome(rubric: Rubric, each: Case): Case['expect'] {
	const result = score(rubric, situationOf(rubric, each));
	const { expect: wanted } = each;
	const { conclusion } = result;
	const stated = conclusion.kind === 'no-threshold' ? undefined : conclusion;
	return {
		claimed: result.claimed,
		backed: result.backed,
		reachable: result.reachable,
		conclusion: conclusion.kind,
		...(wanted.sections && { sections: result.sections.map(({ claimed }) => claimed) }),
		...(wanted.lines && {
			lines: Object.fromEntries(
				Object.keys(wanted.lines).map((id) => [id, result.trace.find((line) => line.id === id)?.claimed ?? Number.NaN]),
			),
		}),
		...(wanted.because && {
			because: Object.fromEntries(
				Object.keys(wanted.because).map((id) => [id, result.trace.find((line) => line.id === id)?.because ?? '']),
			),
		}),
		...(wanted.failed && { failed: stated?.failed ?? [] }),
		...(wanted.unsaid && { unsaid: stated?.unsaid ?? [] }),
		...(wanted.lacking !== undefined && { lacking: stated?.lacking ?? Number.NaN }),
		...(wanted.gains && {
			gains: result.gains.slice(0, wanted.gains.length).map(({ id, gain }): [string, number] => [id, gain]),
		}),
		...(wanted.shortest && { shortest: result.shortest ?? 'none' }),
		...(wanted.says && { says: sayConclusion(rubric, conclusion) }),
		...(wanted.other && { other: otherOf(result, wanted.other) }),
	};
}

/** The other reading, told in as much detail as the case asks for. */
function otherOf({ other }: Result, wanted: Other | 'none'): Other | 'none' {
	if (!other) return 'none';
	const { claimed, backed, reachable, conclusion, lines } = other;
	const asked: Partial<Other> = wanted === 'none' ? {} : wanted;
	return {
		claimed,
		backed,
		reachable,
		...(asked.conclusion && { conclusion: conclusion.kind }),
		...(asked.lines && { lines }),
	};
}
