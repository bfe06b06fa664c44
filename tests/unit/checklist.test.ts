import { expect, test } from 'vitest';
import { clauseText } from '../../src/clauses/outline.ts';
import { checkChecklist } from '../../src/content/checklist.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { siteProblems, walkProblem } from '../../src/features/checklist/problems.ts';
import { rectificationList } from '../../src/features/checklist/rectification-list.ts';
import { walkInWords } from '../../src/features/checklist/walk-words.ts';
import { read } from '../../src/kept/kind.ts';
import { walk as walkKind } from '../../src/kept/kinds/walk.ts';
import type { Problem } from '../../src/schemas/checklist.ts';
import { checklist } from '../../src/schemas/checklist.ts';
import type { WalkRecord } from '../../src/schemas/saved-walk.ts';

const emptyWalk = walkKind.empty;
const readWalk = (raw: unknown) => read(walkKind, raw);
const library = loadLibrary('.');
const walk = siteProblems();
const problems = walk.map(walkProblem);

const faults = (change: (all: Problem[]) => Problem[]) =>
	checkChecklist(change(library.problems), library.documents, library.themes).map(({ problem }) => problem);

test('the list has all 24 problems, each once, in the order of the walk', () => {
	expect(walk.map(({ clause }) => clause).sort()).toEqual(library.problems.map(({ clause }) => clause).sort());
	expect(walk).toHaveLength(24);
	expect([...new Set(walk.map(({ spot }) => spot))]).toEqual(['大厅', '窗口', '文件', '人员']);
});

test('a problem is told in the words of its clause', () => {
	for (const { clause, text } of problems) {
		const [id = '', anchor = ''] = clause.split('#');
		const visit = library.links.clause(id, anchor);
		expect(text).toBe(visit && clauseText(visit.clause));
		expect(text.length).toBeGreaterThan(2);
	}
});

test('a problem puts at risk exactly the lines whose themes it names', () => {
	for (const { clause, risks } of walk) {
		const named = library.problems.find((problem) => problem.clause === clause)?.themes ?? [];
		for (const rubric of library.rubrics) {
			const expected = library.themes
				.filter(({ id }) => named.includes(id))
				.flatMap(({ lines }) => lines[rubric.id] ?? []);
			const found = risks.find((risk) => risk.rubric.id === rubric.id)?.lines.map(({ id }) => id) ?? [];
			expect([...found].sort(), clause).toEqual([...new Set(expected)].sort());
		}
	}
});

test.each([
	['left out', (all: Problem[]) => all.slice(1), /is missing/],
	['told twice', (all: Problem[]) => [...all, ...all.slice(0, 1)], /told twice/],
	[
		'that is no problem',
		(all: Problem[]) => [...all, { ...(all[0] as Problem), clause: 'xize-2013#art-1' }],
		/no common/,
	],
	[
		'with an unknown theme',
		([first, ...rest]: Problem[]) => [{ ...(first as Problem), themes: ['x'] }, ...rest],
		/no theme x/,
	],
	[
		'at none of the windows',
		(all: Problem[]) => all.map((each) => ({ ...each, place: '大厅' as const })),
		/looked for at 窗口/,
	],
])('a problem %s is a fault', (_, change, message) => {
	expect(faults((all) => all)).toEqual([]);
	expect(faults(change).join('\n')).toMatch(message);
});

test('the schema takes no other place and none', () => {
	const problem = { clause: 'training-2022#s8.1', place: '大厅', themes: [] };
	expect(checklist.safeParse({ problems: [problem] }).success).toBe(true);
	expect(checklist.safeParse({ problems: [{ ...problem, place: '门口' }] }).success).toBe(false);
	expect(checklist.safeParse({ problems: [{ ...problem, place: undefined }] }).success).toBe(false);
});

const said = (change: Partial<WalkRecord>): WalkRecord => ({ ...emptyWalk(), ...change });

test.each([
	['as it is written', said({ finding: 'mend', who: '王敏', due: '2026-12-05', note: '甲\n乙' }), 'good'],
	['with fields of a later version', { ...said({}), photo: 1 }, 'good'],
	['of a newer format', { ...said({}), format: 4 }, 'newer'],
	[
		'of the first format',
		{ format: 1, finding: 'mend', who: '', due: '', note: '', updatedAt: '2026-11-20T00:00:00.000Z' },
		'good',
	],
	['with an unknown finding', { ...said({}), finding: 'fine' }, 'bad'],
	['without a finding', { ...said({}), finding: undefined }, 'bad'],
	['with a number for a name', { ...said({}), who: 1 }, 'bad'],
	['without a time', { ...said({}), updatedAt: 'today' }, 'bad'],
	['that is a text', '合格', 'bad'],
	['that is nothing', null, 'bad'],
])('a record %s is read for what it is', (_, raw, state) => {
	expect(readWalk(raw).state).toBe(state);
});

const [first, second, third] = problems;

test('the list holds what is to be put right and nothing else', () => {
	const records = {
		[first?.clause ?? '']: said({ finding: 'good', note: '不该在清单里' }),
		[second?.clause ?? '']: said({ finding: 'mend', who: '王敏', due: '2026-12-05', note: '甲\n乙' }),
		[third?.clause ?? '']: said({ finding: 'skip' }),
		'gone#s1': said({ finding: 'mend' }),
	};
	const paper = rectificationList({ problems, records, unit: '某某局', today: '2026-11-20' });
	const words = JSON.stringify(paper);
	expect(words).toContain('单位：某某局');
	expect(words).toContain('24 个常见问题查了 3 个，待整改 1 个');
	expect(words).toContain('是讲课笔记，不是规定');
	expect(words).not.toContain('不该在清单里');
	const [table] = paper.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
	expect(table?.head.flat().map(({ text }) => text)).toEqual([
		'序号',
		'问题',
		'依据',
		'危及的评分项',
		'责任人',
		'时限',
		'备注',
	]);
	expect(table?.body.map((row) => row.map(({ text }) => text))).toEqual([
		[1, second?.text, '培训笔记 8.1', second?.risks.join('\n'), '王敏', '2026-12-05', '甲\n乙'],
	]);
	expect(table?.columns).toHaveLength(7);
});

test('where nothing is to be put right the list says so', () => {
	const paper = rectificationList({ problems, records: {}, unit: ' ', today: '2026-11-20' });
	expect(paper.blocks.some(({ type }) => type === 'table')).toBe(false);
	expect(JSON.stringify(paper)).toContain('没有待整改的问题');
	expect(JSON.stringify(paper)).toContain('单位：（没有填）');
});

test('the walk in words tells each problem with what was found, and leaves out what was not looked at', () => {
	const walk = {
		[first?.clause ?? '']: { record: said({ finding: 'mend', who: '王敏', due: '2026-12-05', note: '甲\n乙' }) },
		[second?.clause ?? '']: { record: emptyWalk() },
		[third?.clause ?? '']: { record: said({ note: '回头再看' }) },
		[problems[3]?.clause ?? '']: {
			record: emptyWalk(),
			unreadable: readWalk('broken') as { state: 'bad'; raw: unknown },
		},
	};
	const given = { title: '现场检查记录', unit: ' 某某局 ', today: '2026-11-20', problems, walk };
	expect(walkInWords(given)).toBe(
		[
			'现场检查记录\n单位：某某局\n2026年11月20日\n自查，非官方结论。问题出自讲课笔记，不是规定。',
			`1. ${first?.text}（${first?.source}）\n结果：待整改\n责任人：王敏\n整改时限：2026-12-05\n备注：甲\n乙`,
			`2. ${third?.text}（${third?.source}）\n结果：还没有定\n备注：回头再看`,
			`3. ${problems[3]?.text}（${problems[3]?.source}）\n这一条存着的内容坏了，读不出来，原样留着，没有覆盖。`,
		].join('\n\n'),
	);
	expect(walkInWords({ ...given, unit: '', walk: {} })).toMatch(/^现场检查记录\n2026年[^单]*\n\n这里没有记下的问题。$/);
});
