import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyLine, readCheck, readLine } from '../../src/checks/saved.ts';
import { situationOf } from '../../src/checks/situation.ts';
import { loadLibrary } from '../../src/content/library.ts';
import type { Paper, ReadLine } from '../../src/evidence/papers.ts';
import { hints } from '../../src/features/self-check/hints.ts';
import { line as lineKind } from '../../src/kept/kinds/line.ts';
import { citesOf } from '../../src/kept/line-papers.ts';
import { merge as mergeOf } from '../../src/kept/merge.ts';
import { noFacts } from '../../src/pilots/facts.ts';
import { score } from '../../src/rubric/score.ts';
import { slim } from '../../src/rubric/slim.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';
import type { Cite, LineRecord } from '../../src/schemas/saved-check.ts';

const at = '2026-11-20T01:02:03.000Z';
const merge = (base: LineRecord, stored: LineRecord, mine: LineRecord, now: string, said = now) =>
	mergeOf(lineKind, base, stored, mine, now, said);
const record = (over: Partial<LineRecord>): LineRecord => ({ ...emptyLine(), ...over });
const paper = (id: string, note = id): Cite => ({ id, note });
const read = (over: Partial<ReadLine>): ReadLine => ({ ...emptyLine(), papers: [], ...over });
const shown = (id: string, name = id, date = ''): Paper => ({
	id,
	name,
	number: '',
	date,
	kept: '',
	code: '',
	note: '',
	gone: false,
});

const records = fc
	.record({
		note: fc.constantFrom('', '甲', '乙', '丙'),
		later: fc.boolean(),
		answer: fc.constantFrom({ choice: '优秀' }, { choice: '良好' }, undefined),
		papers: fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('x', 'y')), {
			selector: ([id]) => id,
		}),
	})
	.map(({ papers, ...rest }) => record({ ...rest, papers: papers.map(([id, name]) => paper(id, name)) }));

describe('two windows', () => {
	test('what only one of them changed is taken from it', () => {
		const base = record({ note: '旧', later: false });
		const merged = merge(base, { ...base, later: true }, { ...base, note: '新' }, at);
		expect(merged).toMatchObject({ note: '新', later: true, setAside: [] });
	});

	test('what both changed stays here, and the other is set aside', () => {
		const base = record({ note: '旧' });
		const merged = merge(base, { ...base, note: '那边' }, { ...base, note: '这边' }, at);
		expect(merged.note).toBe('这边');
		expect(merged.setAside).toEqual([{ field: 'note', value: '那边', at: base.updatedAt }]);
		expect(merge(merged, merged, { ...merged, setAside: [] }, at).setAside).toEqual([]);
	});

	test('the same last words, brought in by two pages, are set aside once', () => {
		const base = record({ note: '旧' });
		const [said, later] = ['2026-11-28T09:00:00.000Z', '2026-11-28T10:00:00.000Z'];
		const stored = { ...base, note: '后来的', updatedAt: later };
		const bring = (to: LineRecord) => merge(base, to, { ...base, note: '早先的' }, later, said);
		expect(bring(stored).setAside).toEqual([{ field: 'note', value: '早先的', at: said }]);
		expect(bring(bring(stored))).toEqual(bring(stored));
	});

	test('a paper taken away here and changed there is set aside', () => {
		const base = record({ papers: [paper('1')] });
		const merged = merge(base, { ...base, papers: [paper('1', '改过')] }, { ...base, papers: [] }, at);
		expect(merged.papers).toEqual([]);
		expect(merged.setAside).toEqual([{ field: 'paper 1', value: paper('1', '改过'), at: base.updatedAt }]);
		expect(merge(base, base, { ...base, papers: [] }, at).setAside).toEqual([]);
	});

	test('papers added on both sides are all kept, unknown fields too', () => {
		const base = record({ papers: [paper('1')] });
		const stored = { ...base, papers: [paper('1'), paper('2')], future: 1 } as LineRecord;
		const merged = merge(base, stored, { ...base, papers: [paper('3'), paper('1')] }, at);
		expect(merged.papers.map(({ id }) => id)).toEqual(['3', '1', '2']);
		expect(merged).toHaveProperty('future', 1);
	});

	test('nothing typed is ever lost, and the same twice changes nothing', () => {
		fc.assert(
			fc.property(records, records, records, (base, stored, mine) => {
				const merged = merge(base, stored, mine, at);
				const said = JSON.stringify(merged);
				for (const side of [stored, mine])
					for (const field of ['note', 'answer', 'later'] as const) {
						const changed = JSON.stringify(side[field]) !== JSON.stringify(base[field]);
						if (changed && side[field] !== undefined) expect(said).toContain(JSON.stringify(side[field]));
					}
				for (const side of [stored, mine])
					for (const each of side.papers) {
						const was = base.papers.find(({ id }) => id === each.id);
						if (was?.note !== each.note) expect(said).toContain(JSON.stringify(each));
					}
				expect({ ...merge(merged, merged, merged, at) }).toEqual(merged);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('what is read from storage', () => {
	test('every shipped format, from a fixture', () => {
		const first = {
			format: 1,
			answer: { parts: { 甲: true } },
			reason: '',
			note: '说明',
			papers: [{ id: '1', name: '办法', number: '', date: '', kept: '', note: '复印' }],
			later: true,
			setAside: [],
			updatedAt: at,
			future: { kept: true },
		};
		const [cite] = citesOf(first.papers);
		expect(readLine(first)).toEqual({
			state: 'good',
			value: {
				...first,
				format: 2,
				papers: [{ id: cite?.id, note: '复印' }],
				version: { by: expect.stringContaining(`? ${at}`), at: 1, sum: expect.any(String) },
			},
		});
	});

	test.each([
		['a newer format', { format: 3, note: 1 }, 'newer'],
		['nothing', undefined, 'bad'],
		['a text', 'x', 'bad'],
		['a wrong type', { ...emptyLine(), note: 7 }, 'bad'],
		['a count below nothing', { ...emptyLine(), answer: { counts: { a: -1 } } }, 'bad'],
		['a count without end', { ...emptyLine(), answer: { counts: { a: Number.POSITIVE_INFINITY } } }, 'bad'],
		['no papers', { ...emptyLine(), papers: null }, 'bad'],
	] as const)('%s is kept as it is', (_, raw, state) => {
		expect(readLine(raw)).toEqual({ state, raw });
	});

	test('a check of no table is none', () => {
		expect(readCheck({ format: 1, id: 'a' }).state).toBe('bad');
	});
});

describe('hints', () => {
	const { rubrics } = loadLibrary('.');
	const shenzhen = rubrics.find(({ id }) => id === 'shenzhen-2022') as Rubric;
	const given = (lines: { [line: string]: ReadLine }, over = {}) => {
		const facts = { ...noFacts, ...over };
		const result = score(shenzhen, situationOf(lines, facts));
		return hints({ rubric: shenzhen, lines, facts, result }).map(({ text }) => text);
	};

	test('claimed without a paper', () => {
		expect(given({ b6: read({ answer: { choice: '优秀' } }) })).toEqual(['第6项填了 8 分，还没有佐证。']);
		expect(given({ b6: read({ answer: { choice: '优秀' }, papers: [shown('1')] }) })).toEqual([]);
		expect(given({ b6: read({ answer: { choice: '较差' } }) })).toEqual([]);
	});

	test('one paper carried by many lines', () => {
		const lines = Object.fromEntries(
			['b1', 'b2', 'b3', 'b4'].map((id) => [id, read({ papers: [shown(id, '《管理 办法》')] })]),
		);
		expect(given(lines)[0]).toContain('一份材料用在 4 项上');
		const { b4, ...three } = lines;
		expect(b4).toBeDefined();
		expect(given(three)).toEqual([]);
	});

	test('a date outside the pilot', () => {
		const lines = { b6: read({ papers: [{ ...shown('1', '办法'), date: '2020-01-01' }] }) };
		expect(given(lines, { begins: '2021-01-01', ends: '2023-01-01' })[0]).toContain('早于试点开始');
		expect(given(lines, { ends: '2019-12-31' })[0]).toContain('晚于试点结束');
		expect(given(lines)).toEqual([]);
	});

	test('a line bound to a sector', () => {
		expect(given({}, { sector: '殡葬' })[0]).toContain('可以填不适用');
		expect(given({}, { sector: '养老' })).toEqual([]);
		const skipped = { b28: read({ answer: { notApplicable: true } }) };
		expect(given(skipped, { sector: '养老' }).join()).toContain('要按实际填');
		expect(given(skipped, { sector: '殡葬' })).toEqual(['第28项填了不适用，还没有写理由。']);
		expect(given({ b28: read({ answer: { notApplicable: true }, reason: '殡葬机构' }) }, { sector: '殡葬' })).toEqual(
			[],
		);
	});

	test('a table without its words scores the same', () => {
		const lines = { b6: read({ answer: { choice: '良好' } }), b28: read({ answer: { notApplicable: true } }) };
		const situation = situationOf(lines, { sector: '殡葬' });
		expect(score(slim(shenzhen), situation)).toEqual(score(shenzhen, situation));
	});
});
