import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/clauses/fault.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { digestOf } from '../../src/rubric/digest.ts';
import { labelsOf } from '../../src/rubric/labels.ts';
import { misfitsOf } from '../../src/rubric/misfits.ts';
import { parseRubric } from '../../src/rubric/parse.ts';
import { keyOf } from '../../src/rubric/rules/award.ts';
import type { RuleData, RuleKind } from '../../src/rubric/rules/rule.ts';
import { awardsOf, ruleKinds } from '../../src/rubric/rules.ts';
import { rulesData } from '../../src/rubric/rules-data.ts';
import { score } from '../../src/rubric/score.ts';
import type { Award, Criterion, Rubric, Rule } from '../../src/schemas/rubric.ts';

const yaml = readFileSync('tests/fixtures/fourth-table/fixture.yaml', 'utf8');
const parsed = (text = yaml) => parseRubric(text, 'own', '自带.yaml');

const faultsOf = (text: string) => {
	try {
		parsed(text);
		return [];
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		return error.faults;
	}
};

const situation = (answers: object) => ({ answers: answers as never, evidenced: new Set<string>(), met: {} });

describe('a table made at run time from a text', () => {
	test('is the same value as one that was built in, and is scored', () => {
		const table = parsed();
		expect([...labelsOf(table).keys()]).toEqual(expect.arrayContaining(['v1', 'x1', 'x2', 'x3']));
		const best = Object.fromEntries(
			criteriaOf(table).map((line) => [line.id, ruleKinds.get(line.rule.kind)?.bestAnswer(line.rule)]),
		);
		expect(score(table, situation(best))).toMatchObject({ claimed: table.total, reachable: table.total });
		expect(score(table, situation({}))).toMatchObject({ claimed: 0, reachable: table.total });
	});

	test('all its faults are told at once, of rules and of marks', () => {
		const spoilt = yaml
			.replace('all-or-nothing: 有计划，得3分。', 'matter: 有计划')
			.replace('        cap: 6\n', '')
			.replace('label: 二、实施（6分）', 'label: "二、实施 {repair: 坏"');
		const faults = faultsOf(spoilt);
		expect(faults.map(({ problem }) => problem).join('\n')).toMatch(/x1: has 0 rules[\s\S]*x3: has 1 rules/);
		expect(faults).toHaveLength(3);
		for (const { file, remedy } of faults) expect([file, remedy !== '']).toEqual(['自带.yaml', true]);
	});
});

describe('the digest of a table', () => {
	const table = parsed();
	const renamed = (change: (award: Award) => Award): Rubric =>
		structuredClone({
			...table,
			sections: JSON.parse(JSON.stringify(table.sections), (key, value) =>
				['options', 'parts', 'works'].includes(key) &&
				Array.isArray(value) &&
				value.every((each) => 'points' in each && 'name' in each)
					? value.map(change)
					: value,
			),
		});

	test('is the same whatever the order of keys, and for what is only said about a table', () => {
		const turned = JSON.parse(JSON.stringify(table), (_, value) =>
			value && typeof value === 'object' && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).reverse())
				: value,
		);
		expect(digestOf(turned)).toBe(digestOf(table));
		expect(digestOf({ ...table, title: '改了名' } as Rubric)).toBe(digestOf(table));
	});

	test.each([
		['points', (award: Award) => ({ ...award, points: award.points + 1 })],
		['names', (award: Award) => ({ ...award, name: `${award.name}！` })],
		['words', (award: Award) => ({ ...award, text: '别的话' })],
	] as const)('differs when %s do', (_, change) => {
		expect(digestOf(renamed(change))).not.toBe(digestOf(table));
	});

	test('an award that is called otherwise by now keeps its answers by its key', () => {
		const answers = Object.fromEntries(
			criteriaOf(table).map((line) => [line.id, ruleKinds.get(line.rule.kind)?.bestAnswer(line.rule)]),
		);
		const now = renamed((award) => ({ ...award, key: keyOf(award), name: `新叫法：${award.name}` }));
		expect(score(now, situation(answers)).claimed).toBe(table.total);
		expect(
			score(now, situation(answers))
				.trace.map(({ because }) => because)
				.join(),
		).toContain('新叫法');
		for (const [line, answer] of Object.entries(answers)) expect(misfitsOf(now, line, answer as never)).toEqual([]);
		// Without its key it is another one, and that is told.
		const lost = renamed((award) => ({ ...award, name: `新叫法：${award.name}` }));
		expect(
			Object.entries(answers).flatMap(([line, answer]) => misfitsOf(lost, line, answer as never)).length,
		).toBeGreaterThan(2);
	});
});

test('no key that was ever shipped is gone', () => {
	const ledger: { [table: string]: { [line: string]: string[] } } = JSON.parse(
		readFileSync('tests/fixtures/award-keys.json', 'utf8'),
	);
	const now = new Map(
		loadLibrary('.').rubrics.map(({ id, sections }) => [
			id,
			new Map(criteriaOf({ sections }).map((line) => [line.id, awardsOf(line).map(keyOf)])),
		]),
	);
	const gone = Object.entries(ledger).flatMap(([table, lines]) =>
		Object.entries(lines).flatMap(([line, keys]) =>
			keys.filter((key) => !now.get(table)?.get(line)?.includes(key)).map((key) => `${table} ${line} ${key}`),
		),
	);
	expect(gone).toEqual([]);
	expect(Object.keys(ledger)).toHaveLength(3);
});

describe('a fourth kind of rule, defined here', () => {
	/** Starts at the line's points and loses so many for each fault. */
	interface Deduct {
		kind: 'deduct';
		from: number;
		faults: Award[];
	}
	const lossOf = ({ faults }: Deduct, answer: unknown, value: (award: Award) => number) => {
		const counts = (answer as { counts?: Record<string, number> } | undefined)?.counts ?? {};
		return faults.reduce((sum, fault) => sum + value(fault) * (counts[keyOf(fault)] ?? 0), 0);
	};
	const deduct: RuleKind<Deduct> = {
		kind: 'deduct',
		awards: ({ faults }) => faults,
		best: ({ from }) => from * 100,
		score(rule, answer, value) {
			const best = rule.from * 100;
			const claimed = Math.max(0, best - lossOf(rule, answer, value));
			return {
				state: answer ? 'answered' : 'unanswered',
				claimed: answer ? claimed : 0,
				reachable: answer ? claimed : best,
				missing: answer && claimed < best ? rule.faults.map(({ name }) => name) : [],
			};
		},
		explain: (rule, answer, points) => [
			answer ? `扣了以后的分` : `还没有填，最多 ${points} 分`,
			`每处扣 ${rule.faults[0]?.points} 分`,
		],
		bestAnswer: ({ faults }) => ({ counts: Object.fromEntries(faults.map((fault) => [keyOf(fault), 0])) }),
		misfits: (_, answer) => ('counts' in answer ? [] : ['unknown']),
		answer: (values) => {
			const counts = Object.entries(values).flatMap(([name, count]) =>
				count === undefined ? [] : [[name.slice('count '.length), Number(count)] as const],
			);
			return counts.length > 0 ? { counts: Object.fromEntries(counts) } : undefined;
		},
		values: (answer) =>
			'counts' in answer
				? Object.fromEntries(Object.entries(answer.counts).map(([key, count]) => [`count ${key}`, count]))
				: {},
	};
	const deductData: RuleData<Deduct> = {
		read: () => [],
		asks: ({ faults }) => ({
			legend: '各有几处',
			fields: faults.map((award) => ({ kind: 'count', name: `count ${keyOf(award)}`, award })),
		}),
		slim: (rule) => rule,
		words: ({ from }) => `${from} 分里扣`,
		faults: () => [],
	};
	afterEach(() => {
		ruleKinds.delete('deduct');
		rulesData.delete('deduct');
	});

	test('is asked for, filled in, scored and explained by what stands in its one definition', () => {
		ruleKinds.set('deduct', deduct as unknown as RuleKind);
		rulesData.set('deduct', deductData as unknown as RuleData);
		const rule = { kind: 'deduct', from: 5, faults: [{ name: '制度牌不符', points: 2 }] } as unknown as Rule;
		const line: Criterion = { id: 'd1', label: '第1项', points: 5, rule, clauses: [] };
		const table = { ...parsed(), total: 5, sections: [{ label: '现场', points: 5, parts: [], criteria: [line] }] };
		const kind = ruleKinds.get('deduct');
		expect(
			rulesData
				.get('deduct')
				?.asks(rule)
				.fields.map(({ name }) => name),
		).toEqual(['count 制度牌不符']);
		const answer = kind?.answer({ 'count 制度牌不符': 2 });
		expect(kind?.values(answer as never)).toEqual({ 'count 制度牌不符': 2 });
		const result = score(table, situation({ d1: answer }));
		expect(result).toMatchObject({ claimed: 1, reachable: 1 });
		expect(result.trace[0]?.because).toContain('每处扣 2 分');
		expect(score(table, situation({ d1: { counts: { 制度牌不符: 9 } } })).claimed).toBe(0);
		expect(misfitsOf(table, 'd1', { choice: '优秀' })).toEqual(['unknown']);
		expect(digestOf(table)).not.toBe(digestOf(parsed()));
	});
});
