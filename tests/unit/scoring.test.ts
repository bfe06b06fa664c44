import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { leftOf } from '../../src/rubric/left.ts';
import { scoreLine } from '../../src/rubric/line.ts';
import { type Result, score } from '../../src/rubric/score.ts';
import type { Answer, Situation } from '../../src/rubric/situation.ts';
import type { Award, Branch, Criterion, Rubric, Rule } from '../../src/schemas/rubric.ts';

const { rubrics } = loadLibrary('.');
const runs = { numRuns: 1000 };

// ── Random answers to any table ──

function answers(criterion: Criterion): fc.Arbitrary<Answer | undefined> {
	const { rule } = criterion;
	const record = <T>(awards: Award[], value: fc.Arbitrary<T>) =>
		fc.record(Object.fromEntries(awards.map(({ name }) => [name, value])), { requiredKeys: [] }) as fc.Arbitrary<
			Record<string, T>
		>;
	const said: fc.Arbitrary<Answer> = (() => {
		switch (rule.kind) {
			case 'choice':
				return fc.constantFrom(...rule.options).map(({ name }) => ({ choice: name }));
			case 'sum':
				return record(rule.parts, fc.boolean()).map((parts) => ({ parts }));
			case 'tally':
				return record(rule.works, fc.nat(12)).map((counts) => ({ counts }));
		}
	})();
	return fc.oneof(
		{ weight: 6, arbitrary: said },
		fc.constant(undefined),
		fc.constant({ notApplicable: true } as const),
	);
}

const idsOf = ({ conditions, vetoes }: Rubric) => [...conditions, ...(vetoes?.lines ?? [])].map(({ id }) => id);

function situations(rubric: Rubric): fc.Arbitrary<Situation> {
	const lines = criteriaOf(rubric);
	return fc.record({
		answers: fc
			.tuple(...lines.map(answers))
			.map((given) => Object.fromEntries(lines.flatMap(({ id }, i) => (given[i] ? [[id, given[i]]] : [])))),
		evidenced: fc.subarray(lines.map(({ id }) => id)).map((ids) => new Set(ids)),
		met: fc
			.tuple(...idsOf(rubric).map(() => fc.option(fc.boolean(), { nil: undefined, freq: 8 })))
			.map((given) =>
				Object.fromEntries(idsOf(rubric).flatMap((id, i) => (given[i] === undefined ? [] : [[id, given[i]]]))),
			),
	}) as fc.Arbitrary<Situation>;
}

function best({ rule }: Criterion): Answer {
	switch (rule.kind) {
		case 'choice': {
			const top = Math.max(...rule.options.map(({ points }) => points));
			return { choice: rule.options.find(({ points }) => points === top)?.name ?? '' };
		}
		case 'sum':
			return { parts: Object.fromEntries(rule.parts.map(({ name }) => [name, true])) };
		case 'tally':
			return { counts: Object.fromEntries(rule.works.map(({ name }) => [name, 1000])) };
	}
}

const allBest = (rubric: Rubric): Situation => ({
	answers: Object.fromEntries(criteriaOf(rubric).map((line) => [line.id, best(line)])),
	evidenced: new Set(criteriaOf(rubric).map(({ id }) => id)),
	met: Object.fromEntries(idsOf(rubric).map((id) => [id, true])),
});

// ── Random tables ──

const points = fc.integer({ min: 1, max: 24 }).map((halves) => halves / 2);
const named = (count: number) =>
	fc
		.array(points, { minLength: count, maxLength: count })
		.map((all): Award[] => all.map((value, i) => ({ name: `名${i}`, points: value })));

const rules: fc.Arbitrary<Rule> = fc.oneof(
	fc.tuple(named(3), fc.nat(4)).map(([options, more]): Rule => {
		const [first, ...rest] = options;
		const two = first ? [{ ...first, other: first.points + more / 2 }] : [];
		return { kind: 'choice', options: [...two, ...rest, { name: '不得分', points: 0 }] };
	}),
	named(3).map((parts): Rule => ({ kind: 'sum', parts })),
	fc.tuple(named(2), points).map(([works, cap]): Rule => ({ kind: 'tally', works, cap })),
);

const bestOf = (rule: Rule): number => {
	switch (rule.kind) {
		case 'choice':
			return Math.max(...rule.options.map((option) => option.points));
		case 'sum':
			return rule.parts.reduce((sum, part) => sum + part.points, 0);
		case 'tally':
			return rule.cap;
	}
};

const tables: fc.Arbitrary<Rubric> = fc
	.record({
		sections: fc.array(fc.array(fc.tuple(rules, fc.boolean()), { minLength: 1, maxLength: 4 }), {
			minLength: 1,
			maxLength: 4,
		}),
		share: fc.double({ min: 0.1, max: 1, noNaN: true }),
		vetoes: fc.nat(2),
		stated: fc.boolean(),
	})
	.map(({ sections, share, vetoes, stated }) => {
		let number = 0;
		const branches = sections.map((lines, s): Branch => {
			const criteria = lines.map(([rule, applies]): Criterion => {
				number += 1;
				return {
					id: `x${number}`,
					label: `第${number}项`,
					number,
					points: bestOf(rule),
					rule,
					clauses: [],
					...(applies && { applies: [], reading: '两读' }),
				};
			});
			const points = criteria.reduce((sum, line) => sum + line.points, 0);
			// Every other section holds its lines one level deeper.
			return s % 2 === 0
				? { label: `节${s}`, points, parts: [], criteria }
				: { label: `节${s}`, points, parts: [{ label: '组', points: undefined, parts: [], criteria }], criteria: [] };
		});
		const total = branches.reduce((sum, branch) => sum + (branch.points ?? 0), 0);
		const model = rubrics.find((rubric) => rubric.vetoes);
		if (!model?.vetoes || !model.threshold) throw new Error('no table with vetoes to take the shape from');
		const { threshold: _, vetoes: __, ...rest } = model;
		return {
			...rest,
			total,
			sections: branches,
			conditions: stated ? model.conditions : [],
			...(stated && { threshold: { ...model.threshold, points: Math.round(total * share * 2) / 2 } }),
			...(vetoes > 0 && { vetoes: { ...model.vetoes, lines: model.vetoes.lines.slice(0, vetoes) } }),
		};
	});

// ── What must hold for all of them ──

/** The next better answer to a line: an option worth no less in both readings, one part or one work more. */
function stepUp({ rule }: Criterion, answer: Answer | undefined): Answer | undefined {
	switch (rule.kind) {
		case 'choice': {
			const now = answer && 'choice' in answer ? rule.options.find(({ name }) => name === answer.choice) : undefined;
			const least = { points: now?.points ?? 0, other: now?.other ?? now?.points ?? 0 };
			const next = rule.options
				.filter(({ points, other = points }) => points >= least.points && other >= least.other)
				.sort((a, b) => a.points - b.points)
				.find(({ name }) => name !== now?.name);
			return next && { choice: next.name };
		}
		case 'sum': {
			const said = answer && 'parts' in answer ? answer.parts : {};
			const part = rule.parts.find(({ name }) => said[name] !== true);
			return part && { parts: { ...said, [part.name]: true } };
		}
		case 'tally': {
			const said = answer && 'counts' in answer ? answer.counts : {};
			const [work] = rule.works;
			return work && { counts: { ...said, [work.name]: (said[work.name] ?? 0) + 1 } };
		}
	}
}

function mustHold(rubric: Rubric, situation: Situation, at: number): void {
	const result = score(rubric, situation);

	expect(result.backed).toBeLessThanOrEqual(result.claimed);
	expect(result.claimed).toBeLessThanOrEqual(result.reachable);
	expect(result.reachable).toBeLessThanOrEqual(result.most);
	expect(result.most).toBeLessThanOrEqual(rubric.total);
	// What is claimed and what is left of the whole, each way, are the whole; so of every section.
	for (const { of, ...sums } of [{ ...result, of: rubric.total }, ...result.sections]) {
		const { open, raise, none } = leftOf(sums, of);
		expect(Math.min(open, raise, none)).toBeGreaterThanOrEqual(0);
		expect(Math.round((sums.claimed + open + raise + none) * 100)).toBe(Math.round(of * 100));
	}
	// What can still be gained, line by line, is what is said to be left, where no branch gives less than its lines.
	const gained = result.gains.reduce((sum, { gain }) => sum + Math.round(gain * 100), 0);
	const { open, raise } = leftOf(result, rubric.total);
	expect(gained).toBeGreaterThanOrEqual(Math.round((open + raise) * 100));
	for (const key of ['claimed', 'backed', 'reachable', 'most'] as const) {
		expect(Number.isInteger(Math.round(result[key] * 1e6) / 1e4), `${key} has two decimals at most`).toBe(true);
		const sections = result.sections.reduce((sum, section) => sum + Math.round(section[key] * 100), 0);
		expect(sections).toBe(Math.round(result[key] * 100));
	}
	if (result.other)
		for (const key of ['claimed', 'backed', 'reachable', 'most'] as const)
			expect(result.other[key]).toBeGreaterThanOrEqual(result[key]);

	// The order of answering does not matter.
	const reversed = Object.fromEntries(Object.entries(situation.answers).reverse());
	expect(score(rubric, { ...situation, answers: reversed })).toEqual(result);

	// An open or failed veto never yields a pass.
	const { conclusion } = result;
	if (conclusion.kind !== 'no-threshold') {
		const clear = idsOf(rubric).every((id) => situation.met[id] === true);
		if (!clear) expect(conclusion.kind).not.toBe('reached');
		if (conclusion.kind === 'reached') expect(result.claimed).toBeGreaterThanOrEqual(conclusion.threshold);
		if (result.reachable < conclusion.threshold) expect(conclusion.kind).toBe('impossible');
	}

	// Improving one answer, by one step or to its best, never lowers a score in either reading.
	const lines = criteriaOf(rubric);
	const line = lines[at % lines.length];
	if (!line) throw new Error('no line');
	const better = score(rubric, { ...situation, answers: { ...situation.answers, [line.id]: best(line) } });
	expect(better.claimed).toBeGreaterThanOrEqual(result.claimed);
	expect(better.backed).toBeGreaterThanOrEqual(result.backed);
	const claimedOtherwise = ({ claimed, other }: Result) => other?.claimed ?? claimed;
	const step = stepUp(line, situation.answers[line.id]);
	if (step) {
		const stepped = score(rubric, { ...situation, answers: { ...situation.answers, [line.id]: step } });
		expect(stepped.claimed).toBeGreaterThanOrEqual(result.claimed);
		if (!('notApplicable' in (situation.answers[line.id] ?? {})))
			expect(claimedOtherwise(stepped)).toBeGreaterThanOrEqual(claimedOtherwise(result));
	}

	// Requirements are told whether or not there is a threshold.
	expect([...result.conditions, ...result.vetoes].map(({ id }) => id)).toEqual(idsOf(rubric));

	// The gains are what the lines lack, and the shortest way reaches the threshold.
	for (const { id, gain } of result.gains) {
		const own = result.trace.find((trace) => trace.id === id);
		expect(gain).toBeCloseTo((own?.of ?? 0) - (own?.claimed ?? 0), 6);
		expect(gain).toBeGreaterThan(0);
	}
	if (result.shortest && conclusion.kind !== 'no-threshold') {
		const improved = Object.fromEntries(
			result.shortest
				.map((id) => [id, lines.find((each) => each.id === id)])
				.map(([id, each]) => [id as string, best(each as Criterion)]),
		);
		const after = score(rubric, { ...situation, answers: { ...situation.answers, ...improved } });
		expect(after.claimed).toBeGreaterThanOrEqual(conclusion.threshold);
		const fewer = result.gains
			.slice(0, result.shortest.length - 1)
			.reduce((sum, { gain }) => sum + gain, result.claimed);
		if (result.shortest.length > 0) expect(fewer).toBeLessThan(conclusion.threshold);
	}
}

describe.each(rubrics.map((rubric) => [rubric.id, rubric] as const))('%s', (_, rubric) => {
	test('all best is the stated total, section by section', () => {
		const result = score(rubric, allBest(rubric));
		expect(result.claimed).toBe(rubric.total);
		for (const section of result.sections) expect(section.claimed).toBe(section.of);
	});

	test('the properties hold in 1,000 random situations', () => {
		fc.assert(
			fc.property(situations(rubric), fc.nat(), (situation, at) => mustHold(rubric, situation, at)),
			runs,
		);
	});

	test('unanswered, not applicable and zero are three different values', () => {
		for (const line of criteriaOf(rubric)) {
			const silent = scoreLine(line, undefined, 'cautious');
			expect(silent).toMatchObject({ state: 'unanswered', claimed: 0, reachable: line.points * 100 });
			const left = scoreLine(line, { notApplicable: true }, 'cautious');
			expect(left.state).toBe(line.applies ? 'not-applicable' : 'unanswered');
		}
	});
});

test('the properties hold for 1,000 random tables', () => {
	const table = tables.chain((rubric) =>
		fc.record({ rubric: fc.constant(rubric), situation: situations(rubric), at: fc.nat() }),
	);
	fc.assert(
		fc.property(table, ({ rubric, situation, at }) => {
			expect(score(rubric, allBest(rubric)).claimed).toBe(rubric.total);
			mustHold(rubric, situation, at);
		}),
		runs,
	);
});

test('an answer that the table does not know counts as none', () => {
	const [rubric] = rubrics;
	const [line] = rubric ? criteriaOf(rubric) : [];
	if (!line) throw new Error('no line');
	expect(scoreLine(line, { choice: '没有这一档' }, 'cautious').state).toBe('unanswered');
	expect(scoreLine(line, { parts: {} }, 'cautious').state).toBe('unanswered');
});

test('the engine imports nothing at run time and is read in one sitting', () => {
	const beside = new Set(['digest.ts', 'labels.ts', 'parse.ts', 'printed-table.ts', 'rules-data.ts', 'slim.ts']);
	const names = readdirSync('src/rubric', { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.ts') && !beside.has(name),
	);
	const files = names.map((name) => readFileSync(`src/rubric/${name}`, 'utf8'));
	const imports = files.flatMap((text) =>
		Array.from(text.matchAll(/^import (type )?.* from '(.*)';$/gm), ([, type, from = '']) => ({ type, from })),
	);
	expect(imports.filter(({ type, from }) => !type && !/^\.\.?\/(?!schemas|clauses)/.test(from))).toEqual([]);
	// What each kind of rule knows besides points stands in its file too.
	const scored = names
		.filter((name) => !name.startsWith('rules'))
		.map((name) => readFileSync(`src/rubric/${name}`, 'utf8'));
	expect(scored.join('\n').split('\n').length).toBeLessThan(450);
	for (const text of files) expect(text.split('\n').length).toBeLessThan(200);
});

test('only its own file knows a kind of rule', () => {
	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => /\.(ts|tsx|astro)$/.test(name) && !name.startsWith('rubric/rules/'));
	const asks = /rule\.kind\s*[=!]==|switch \((?:\w+\.)?rule\.kind\)|case 'tally'|case 'sum'/;
	expect(sources.filter((name) => asks.test(readFileSync(`src/${name}`, 'utf8')))).toEqual([]);
	expect("switch (rule.kind) { case 'sum':").toMatch(asks);
});

test('a table is scored in under a millisecond', () => {
	const [rubric] = rubrics.filter(({ id }) => id === 'shenzhen-2022');
	if (!rubric) throw new Error('shenzhen-2022 is missing');
	const situation = allBest(rubric);
	const times = Array.from({ length: 300 }, () => {
		const start = performance.now();
		score(rubric, situation);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	// The median, so that one interruption of the machine does not count.
	expect(times[150]).toBeLessThan(1);
});
