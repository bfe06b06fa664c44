import { expect, test } from 'vitest';
import { checkFacts, readFacts } from '../../src/content/facts.ts';
import { loadLibrary } from '../../src/content/library.ts';
import type { FactGroup } from '../../src/schemas/fact.ts';

/* Whether each check of the facts of a pilot finds what it is for; the facts themselves are checked as they are read. */

const { links, rubrics } = loadLibrary('.');
const good = readFacts('.');

const found = (groups: readonly FactGroup[]) => checkFacts(groups, links, rubrics).map(({ problem }) => problem);

/** The facts with one of them changed. */
const withFact = (id: string, change: object): FactGroup[] =>
	good.map((group) => ({
		...group,
		facts: group.facts.map((fact) => (fact.id === id ? { ...fact, ...change } : fact)),
	}));

test('nothing is wrong with ours, and they ask for what the annexes print', () => {
	expect(found(good)).toEqual([]);
	const facts = good.flatMap((group) => group.facts);
	expect(facts.length).toBeGreaterThan(30);
	expect(facts.flatMap(({ asked }) => asked).length).toBeGreaterThan(80);
	for (const annex of [1, 2, 3, 4, 5, 6])
		expect(facts.some(({ asked }) => asked.some(({ clause }) => clause.startsWith(`xize-2013#annex-${annex}`)))).toBe(
			true,
		);
});

test.each([
	[
		'a fact that stands twice',
		[...good, { id: 'more', name: '又', facts: [good[0]?.facts[0] ?? never()] }],
		/stands twice/,
	],
	[
		'one that our pages use and is missing',
		good.map((group) => ({ ...group, facts: group.facts.filter(({ id }) => id !== 'running') })),
		/running is missing/,
	],
	['a sector that is not offered', withFact('sector', { suggest: ['政务服务'] }), /sector 养老/],
	[
		'a clause that is not there',
		withFact('phone', { asked: [{ clause: 'xize-2013#annex-9', quote: '联系电话' }] }),
		/no xize-2013#annex-9/,
	],
	[
		'words that are not printed there',
		withFact('phone', { asked: [{ clause: 'xize-2013#annex-2', quote: '联系电话' }] }),
		/does not stand/,
	],
] as const)('%s is found', (_, groups, fault) => {
	expect(found(groups as FactGroup[]).join('\n')).toMatch(fault);
});

function never(): never {
	throw new Error('there is no fact');
}
