import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyLine, keys } from '../../src/checks/saved.ts';
import { situationOf } from '../../src/checks/situation.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { canonical } from '../../src/digest.ts';
import { bringIn, type Choices, type Job, jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { homesOf, inHomes } from '../../src/features/takeaway/homes.ts';
import { type BroughtFile, NotTaken, readBytes, readFile } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { app, textOfPilot } from '../../src/kept/backup.ts';
import { allKept as allKeptOf, keptOf, keptOfPilot, partOf, textOfAll } from '../../src/kept/everything.ts';
import { fact as factKind } from '../../src/kept/kinds/fact.ts';
import { newPilot } from '../../src/kept/kinds/pilot.ts';
import { written } from '../../src/kept/lineage.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { misfitsOf } from '../../src/rubric/misfits.ts';
import type { Misfit } from '../../src/rubric/rules/rule.ts';
import { score } from '../../src/rubric/score.ts';
import { slim } from '../../src/rubric/slim.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';
import type { Check, LineRecord, SavedAnswer } from '../../src/schemas/saved-check.ts';
import type { FactRecord } from '../../src/schemas/saved-pilot.ts';

const allKept = (all: readonly [string, unknown][]) => allKeptOf(all, allKinds);

const at = '2026-11-20T01:02:03.000Z';
const check: Check = {
	format: 2,
	id: 'abc',
	pilot: 'p',
	rubric: 'shenzhen-2022',
	name: '自查',
	createdAt: at,
	updatedAt: at,
};
const pilot = newPilot('p', at);
const fact = (said: string): FactRecord => ({ ...factKind.empty(), said });
/** The unit as the first edition had it. */
const unit = (over: object = {}) => ({ format: 1, name: '', sector: '', from: '', to: '', running: '', ...over });
const line = (over: Partial<LineRecord> = {}): LineRecord => ({ ...emptyLine(), updatedAt: at, ...over });
const bytes = (text: string) => new TextEncoder().encode(text);
/** As the first edition wrote them. */
const file = (lines: object, over: object = {}) =>
	bytes(
		JSON.stringify({ format: 1, app, check: { ...check, format: 1 }, profile: unit(), lines, unreadable: {}, ...over }),
	);

const read = (text: string, name = 'a.json') => readBytes(name, bytes(text));

/** What bringing files in makes of a store. */
function brought(
	stored: ReadonlyMap<string, unknown>,
	taken: readonly BroughtFile[],
	jobs: readonly Job[] = jobsOf(inHomes(taken, homesOf(taken, stored)), stored),
	choices: Choices = new Map(),
) {
	const files = inHomes(taken, homesOf(taken, stored));
	const outcome = bringIn(stored, { jobs, others: othersOf(files, stored), choices, now: new Date(at), here: 'me' });
	return { outcome, store: new Map([...stored, ...outcome.entries]) };
}

const entriesOf = (store: ReadonlyMap<string, unknown>) => [...store] as [string, unknown][];

describe('a file that is not taken', () => {
	const utf16 = new Uint8Array([
		0xff,
		0xfe,
		...new Uint8Array(new Uint16Array(Array.from('{"a":1}', (c) => c.charCodeAt(0))).buffer),
	]);
	const gbk = new Uint8Array([...bytes('{"name":"'), 0xd7, 0xd4, 0xb2, 0xe9, ...bytes('"}')]);
	const deep = `{"format":1,"check":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
	const faults: [string, Uint8Array, RegExp][] = [
		['empty', bytes(''), /文件是空的/],
		['only spaces', bytes(' \n\t'), /文件是空的/],
		['truncated', file({ b1: line() }).slice(0, 200), /不完整/],
		['UTF-16', utf16, /UTF-16.*另存为/],
		['UTF-16 without a mark', utf16.slice(2), /UTF-16.*另存为/],
		['GBK', gbk, /GBK.*另存为/],
		['a web page renamed', bytes('<!DOCTYPE html><title>x</title>'), /网页/],
		['a Word file renamed', bytes('PK\u0003\u0004 and so on'), /Word/],
		['nested 10,000 deep', bytes(deep), /太深/],
		['__proto__', bytes('{"format":1,"check":{},"__proto__":{"x":1}}'), /__proto__/],
		['an escaped __proto__', bytes('{"format":1,"check":{},"\\u005f_proto__":{"x":1}}'), /__proto__/],
		['constructor', bytes('{"format":1,"check":{},"lines":{"constructor"  :{}}}'), /constructor/],
		['names said twice', bytes('{"format":1,"check":{"id":"a","id":"b"}}'), /“id”写了两遍/],
		['a newer format', file({}, { format: 7 }), /格式 7.*新版/],
		['no format', bytes('{"check":{}}'), /不是本站的自查备份/],
		['a format that is text', file({}, { format: '1' }), /格式号不对/],
		['another program’s file', bytes('{"name":"x","version":"1.0"}'), /不是本站的自查备份/],
		['a list', bytes('[1,2,3]'), /不是本站的自查备份/],
		['a number', bytes('5'), /不是本站的自查备份/],
		['null', bytes('null'), /不是本站的自查备份/],
		['checks that are no list', bytes('{"format":1,"checks":{"a":1}}'), /一份一份/],
		['no check in it', bytes('{"format":1,"checks":[]}'), /一份自查也没有/],
		['a check of wrong types', file({}, { check: { ...check, name: 5 } }), /读不出来/],
		['an id that is no id', file({}, { check: { ...check, id: '../x y' } }), /读不出来/],
		['100,000 lines', file(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`x${i}`, 1]))), /100000 项/],
	];
	test.each(faults)('%s: named, with what to do', (_, content, words) => {
		expect(() => readBytes('a.json', content)).toThrow(words);
		expect(() => readBytes('a.json', content)).toThrow(NotTaken);
	});

	test('200 MB are refused before they are read', async () => {
		const huge = {
			name: 'a.json',
			size: 200 * 1024 * 1024,
			slice: () => new Blob(['{"format":1,"rows":[']),
			arrayBuffer: () => expect.fail('it was read'),
		};
		await expect(readFile(huge as unknown as File)).rejects.toThrow(/200 MB/);
	});

	test('cutting a good file anywhere gives a named error, never a half', () => {
		const whole = file({ b1: line({ note: '说明' }) });
		for (let end = 0; end < whole.length - 1; end += 7)
			expect(() => readBytes('a.json', whole.slice(0, end))).toThrow(NotTaken);
	});
});

describe('a file that is taken', () => {
	test('with a byte order mark', () => {
		const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...file({ b1: line() })]);
		expect(readBytes('a.json', marked).checks[0]?.lines.size).toBe(1);
	});

	const bad: [string, unknown, RegExp][] = [
		['a note that is a number', { ...line(), note: 5 }, /自评说明不是文字/],
		['papers that are no list', { ...line(), papers: 'x' }, /佐证材料/],
		['a negative count', { ...line(), answer: { counts: { 国家标准: -1 } } }, /数目不对/],
		['half a thing', { ...line(), answer: { counts: { 国家标准: 0.5 } } }, /数目不对/],
		['no record at all', 'x', /不是一条记录/],
		['a time that is none', { ...line(), updatedAt: 'yesterday' }, /不合规矩/],
		['a newer record', { ...line(), format: 3 }, /更新的版本/],
	];
	test.each(bad)('with %s: that line is named and left out, the others are read', (_, record, why) => {
		const [incoming] = readBytes('a.json', file({ b1: line({ note: '好的' }), b2: record })).checks;
		expect([...(incoming?.lines.keys() ?? [])]).toEqual(['b1']);
		expect(incoming?.rejected).toEqual([{ line: 'b2', why: expect.stringMatching(why) }]);
	});

	test('1e309 and NaN are no counts', () => {
		const text = JSON.stringify({ format: 1, app, check, lines: { b1: line({ answer: { counts: { a: 12345 } } }) } });
		expect(read(text.replace('12345', '1e309')).checks[0]?.rejected).toHaveLength(1);
		expect(() => read(text.replace('12345', 'NaN'))).toThrow(/不完整/);
	});

	test('lines that no table has are kept as they are', () => {
		const files = [readBytes('a.json', file({ zz9: line({ note: '表里没有' }) }))];
		const { store } = brought(new Map(), files);
		expect(store.get('line abc zz9')).toMatchObject({ note: '表里没有' });
	});

	test('what could not be read when the file was written goes along, and overwrites nothing', () => {
		const files = [readBytes('a.json', file({}, { unreadable: { b1: { odd: true }, b2: 'x' } }))];
		const { store, outcome } = brought(new Map([['line abc b2', line({ note: '本机' })]]), files);
		expect(store.get('line abc b1')).toEqual({ odd: true });
		expect(store.get('line abc b2')).toMatchObject({ note: '本机' });
		expect(outcome.jobs[0]?.lines).toEqual([
			{ line: 'b1', fate: 'new' },
			{ line: 'b2', fate: 'blocked' },
		]);
	});

	test('a check that is unreadable here is not written over, nor are its lines', () => {
		const files = [readBytes('a.json', file({ b1: line({ note: '新' }) }))];
		const stored = new Map<string, unknown>([
			['check abc', { ...check, format: 3 }],
			['line abc b2', line()],
		]);
		const { store, outcome } = brought(stored, files);
		expect(outcome.jobs[0]?.lines).toEqual([{ line: 'b1', fate: 'blocked' }]);
		expect(store).toEqual(stored);
		const [job] = jobsOf(files, stored);
		const copied = brought(stored, files, job ? [{ ...job, into: 'copy' }] : []).store;
		expect(copied.get('line copy b1')).toMatchObject({ note: '新' });
	});

	test('what cannot be read here goes into the backup with its lines', () => {
		const newer = { ...check, id: 'new', format: 3 };
		const all: [string, unknown][] = [
			['line new b1', { format: 3, note: '将来的' }],
			['check new', newer],
			['check abc', check],
			['profile', { format: 3 }],
			['fact p phone', { format: 4 }],
		];
		const { pilots, broken } = allKept(all);
		expect(pilots.map(({ checks = [] }) => checks.map((kept) => kept.check.id))).toEqual([['abc']]);
		expect(broken).toEqual([
			{ 'check new': newer, 'line new b1': { format: 3, note: '将来的' } },
			{ profile: { format: 3 } },
			{ 'fact p phone': { format: 4 } },
		]);
		expect(JSON.parse(textOfAll(allKept(all))).unreadable).toEqual(broken);
	});

	test('a line that is unreadable here is not written over', () => {
		const files = [readBytes('a.json', file({ b1: line({ note: '文件' }) }))];
		const { store, outcome } = brought(new Map([['line abc b1', { broken: 1 }]]), files);
		expect(store.get('line abc b1')).toEqual({ broken: 1 });
		expect(outcome.jobs[0]?.lines).toEqual([{ line: 'b1', fate: 'blocked' }]);
	});

	test.each([
		['newer', { profile: unit({ format: 3 }) }, true],
		['malformed', { profile: unit({ name: 5 }) }, true],
		['null', { profile: null }, true],
		['set aside when the file was written', { unreadable: [{ profile: { format: 3 } }] }, true],
		['not there', { profile: undefined }, false],
		['blank', {}, false],
	])('a unit that is %s: said where it cannot be read, and the checks come all the same', (_, over, broken) => {
		const taken = readBytes('a.json', file({ b1: line() }, over));
		expect(taken).toMatchObject({ broken: 0 });
		expect(taken.othersBroken.map(({ name }) => name)).toEqual(broken ? ['facts'] : []);
		const { outcome, store } = brought(new Map(), [taken]);
		expect(outcome.others).toEqual([]);
		expect([...store.keys()]).toEqual(['check abc', 'line abc b1', 'pilot first']);
	});

	test('what is said of a pilot here is not written over by a file of the same pilot', () => {
		const files = [readBytes('a.json', file({}, { profile: unit({ name: '文件里的单位' }) }))];
		const said = (store: ReadonlyMap<string, unknown>) => [...store].find(([key]) => key.endsWith(' unit-name'))?.[1];
		expect(said(brought(new Map(), files).store)).toMatchObject({ said: '文件里的单位' });
		const blank = new Map<string, unknown>([
			['pilot p', pilot],
			['check abc', check],
		]);
		const into = brought(blank, files).store;
		expect(into.get('fact p unit-name')).toMatchObject({ said: '文件里的单位' });
		const here = new Map([...blank, ['fact p unit-name', fact('本机的单位')]]);
		const { outcome, store } = brought(here, files);
		expect(outcome.others.map(({ fate }) => fate)).toEqual(['both']);
		const rivals = [expect.objectContaining({ said: '文件里的单位' })];
		expect(store.get('fact p unit-name')).toMatchObject({ said: '本机的单位', rivals });
		expect(brought(store, files).outcome.entries).toEqual([]);
	});

	describe('the pilot that a file’s is', () => {
		const two = new Map<string, unknown>([
			['pilot p', pilot],
			['fact p unit-name', fact('甲局')],
			['check abc', check],
			['pilot q', { ...newPilot('q', at), updatedAt: '2026-11-21T00:00:00.000Z' }],
			['fact q unit-name', fact('乙局')],
		]);
		const homeOf = (text: Uint8Array | string, stored: ReadonlyMap<string, unknown> = two) => {
			const files = [readBytes('a.json', typeof text === 'string' ? bytes(text) : text)];
			return [...homesOf(files, stored).values()][0];
		};
		const other = { ...check, format: 1, id: 'other' };
		test.each([
			['the one of that id', textOfPilot({ pilot, facts: { 'unit-name': fact('别的名称') } }), 'p'],
			[
				'the one whose check it has, whatever its unit is called',
				file({}, { profile: unit({ name: '改过的名称' }) }),
				'p',
			],
			['the one of the same unit', file({}, { check: other, profile: unit({ name: ' 甲局 ' }) }), 'p'],
			['the one last worked on, where it names none', file({}, { check: other }), 'q'],
		])('is %s', (_, text, home) => {
			expect(homeOf(text)).toBe(home);
		});
		test('is a new one otherwise, and where there is none', () => {
			const foreign = file({}, { check: other, profile: unit({ name: '丙局' }) });
			expect(['p', 'q']).not.toContain(homeOf(foreign));
			expect(homeOf(file({}), new Map())).toBe('first');
			const { store } = brought(two, [readBytes('a.json', foreign)]);
			expect(store.get('check other')).toMatchObject({ pilot: homeOf(foreign) });
			expect(store.get('fact p unit-name')).toMatchObject({ said: '甲局' });
			expect(store.get('fact q unit-name')).toMatchObject({ said: '乙局' });
		});
		test('two pilots of a file with the same ids of facts stay apart', () => {
			const text = textOfAll(allKept(entriesOf(two)));
			const { store } = brought(new Map(), [read(text)]);
			expect(textOfAll(allKept(entriesOf(store)))).toBe(text);
		});
	});
});

describe('answers that no form of the table gives are named for what the engine makes of them', () => {
	const rubrics = loadLibrary('.').rubrics;
	const standing = (table: string, id: string, answer: SavedAnswer) => {
		const rubric = rubrics.find((each) => each.id === table) as Rubric;
		const result = score(rubric, situationOf({ [id]: { ...line({ answer }), papers: [] } }, { sector: '' }));
		const trace = result.trace.find((each) => each.id === id);
		const met = [...result.conditions, ...result.vetoes].find((each) => each.id === id)?.met;
		return { misfits: misfitsOf(slim(rubric), id, answer), state: trace?.state ?? met, claimed: trace?.claimed };
	};
	const tally = '牵头制定地方标准';
	const part = '专业人员参与';
	test.each<[string, string, string, SavedAnswer, Misfit[], string | boolean | undefined, number | undefined]>([
		['an option of the table', 'shenzhen-2022', 'b6', { choice: '优秀' }, [], 'answered', 8],
		['an unknown option', 'shenzhen-2022', 'b6', { choice: '没有' }, ['unknown'], 'unanswered', 0],
		['an answer of another kind', 'shenzhen-2022', 'b6', { counts: { 优秀: 1 } }, ['unknown'], 'unanswered', 0],
		['a veto’s answer', 'shenzhen-2022', 'b6', { met: true }, ['unknown'], 'unanswered', 0],
		['not applicable, where it may be', 'shenzhen-2022', 'b28', { notApplicable: true }, [], 'not-applicable', 0],
		['not applicable, where it may not', 'shenzhen-2022', 'b6', { notApplicable: true }, ['unknown'], 'unanswered', 0],
		['an option for a veto', 'shenzhen-2022', 'a1', { choice: '是' }, ['unknown'], undefined, undefined],
		['a veto', 'shenzhen-2022', 'a1', { met: false }, [], false, undefined],
		['a known part', 'jiguan-shiwu', 'n18', { parts: { [part]: true } }, [], 'partly', 2],
		['an unknown part', 'jiguan-shiwu', 'n18', { parts: { 没有: true } }, ['unknown'], 'unanswered', 0],
		['both', 'jiguan-shiwu', 'n18', { parts: { [part]: true, 没有: true } }, ['in-part'], 'partly', 2],
		[
			'a count that makes full points',
			'jiguan-shiwu',
			'n21',
			{ counts: { '组织 1 次集中培训': 3 } },
			[],
			'answered',
			3,
		],
		['one above the maximum', 'jiguan-shiwu', 'n21', { counts: { '组织 1 次集中培训': 4 } }, ['above'], 'answered', 3],
		[
			'the largest number, and one of nothing',
			'jiguan-shiwu',
			'n17',
			{ counts: { [tally]: Number.MAX_SAFE_INTEGER, 没有: 1 } },
			['in-part', 'above'],
			'partly',
			10,
		],
		['a count of nothing known', 'jiguan-shiwu', 'n17', { counts: { 没有: 1 } }, ['unknown'], 'unanswered', 0],
		['a line of no table', 'jiguan-shiwu', 'zz9', { choice: '优秀' }, [], undefined, undefined],
	])('%s', (_, table, id, answer, misfits, state, claimed) => {
		expect(standing(table, id, answer)).toEqual({ misfits, state, claimed });
	});
});

const words = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 12 }),
	fc.constantFrom('', '说明', '=1+1', '<img onerror=alert(1)>', '\u202e', '\ud800', '\u0000\f', '👨‍👩‍👧‍👦𠮷'),
);

const lineIds = loadLibrary('.').rubrics.flatMap((rubric) => criteriaOf(rubric).map(({ id }) => id));

/** Names that no file of ours has, and that are refused. */
const tame = (value: unknown) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value));

const unknown = fc.dictionary(fc.constantFrom('future', 'later2', 'x'), fc.jsonValue({ maxDepth: 2 }).filter(tame), {
	maxKeys: 2,
});

const lineRecords: fc.Arbitrary<LineRecord> = fc
	.record({
		note: words,
		reason: words,
		later: fc.boolean(),
		answer: fc.option(
			fc.oneof(
				words.map((choice) => ({ choice })),
				fc.dictionary(fc.constantFrom('甲', '乙'), fc.boolean()).map((parts) => ({ parts })),
				fc.dictionary(fc.constantFrom('国家标准', '地方标准'), fc.nat(99)).map((counts) => ({ counts })),
				fc.constant({ notApplicable: true as const }),
				fc.constantFrom(true, false, null).map((met) => ({ met })),
			),
			{ nil: undefined },
		),
		papers: fc.array(fc.record({ id: fc.uuid(), note: words }), {
			maxLength: 3,
		}),
		more: unknown,
		by: fc.option(fc.constantFrom('here', 'there'), { nil: undefined }),
	})
	.map(({ answer, more, by, ...said }) => {
		const record = { ...more, ...line(said), ...(answer && { answer }) };
		return by ? written(undefined, record, by, 1_700_000_000_000) : record;
	});

const kept = fc
	.record({
		id: fc.uuid(),
		rubric: fc.constantFrom('national', 'shenzhen-2022', 'jiguan-shiwu'),
		name: words,
		more: unknown,
		lines: fc.dictionary(fc.constantFrom(...lineIds), lineRecords, { maxKeys: 6 }),
		unreadable: fc.dictionary(fc.constantFrom('odd', 'broken'), fc.jsonValue({ maxDepth: 1 }).filter(tame), {
			maxKeys: 1,
		}),
	})
	.map(({ id, rubric, name, more, lines, unreadable }) => ({
		check: { ...more, ...check, id, rubric, name },
		lines,
		unreadable,
	}));

describe('round trip', () => {
	test('1,000 checks come back to the letter, unknown fields too', () => {
		let tried = 0;
		fc.assert(
			fc.property(kept, words, (one, called) => {
				const facts = called ? { 'unit-name': fact(called) } : {};
				const stored = new Map<string, unknown>([
					[keys.check(one.check.id), one.check],
					...Object.entries({ ...one.lines, ...one.unreadable }).map(([id, value]): [string, unknown] => [
						keys.line(one.check.id, id),
						value,
					]),
				]);
				const text = textOfPilot({ pilot, facts, checks: [keptOf(entriesOf(stored), one.check)] });
				const { store } = brought(new Map(), [read(text)]);
				const back = keptOfPilot(entriesOf(store), 'p', allKinds);
				expect(textOfPilot({ pilot: back.pilot, facts: back.facts ?? {}, checks: back.checks ?? [] })).toBe(text);
				tried += 1;
			}),
			{ numRuns: 1000 },
		);
		expect(tried).toBe(1000);
	});

	test('everything at once comes back to the letter', () => {
		fc.assert(
			fc.property(fc.uniqueArray(kept, { selector: ({ check: { id } }) => id, minLength: 1, maxLength: 4 }), (all) => {
				const stored = new Map<string, unknown>([
					['pilot p', pilot],
					['fact p unit-name', fact('某局')],
				]);
				for (const each of all) {
					stored.set(keys.check(each.check.id), each.check);
					for (const [id, value] of Object.entries(each.lines)) stored.set(keys.line(each.check.id, id), value);
				}
				const text = textOfAll(allKept(entriesOf(stored)));
				const { store } = brought(new Map(), [read(text)]);
				expect(textOfAll(allKept(entriesOf(store)))).toBe(text);
			}),
			{ numRuns: 50 },
		);
	});

	test('the name of the program is that of the package', () => {
		const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
		expect(app).toBe(`${name} ${version}`);
	});
});

describe('parts of one table', () => {
	const office = { ...line({ note: '原来的' }) };
	const rubric = loadLibrary('.').rubrics.find(({ id }) => id === 'shenzhen-2022');
	const ids = rubric ? criteriaOf(rubric).map(({ id }) => id) : [];
	const start = new Map<string, unknown>([
		[keys.check('abc'), check],
		...ids
			.slice(0, 30)
			.map((id): [string, unknown] => [keys.line('abc', id), written(undefined, office, 'office', 1000)]),
	]);

	/** What each of twenty colleagues sends back: their two or three lines, some of which overlap. */
	const parts = Array.from({ length: 20 }, (_, i) => {
		const chosen = ids.slice(i * 2, i * 2 + 3);
		const handed = read(textOfPilot({ pilot, checks: [partOf(keptOf(entriesOf(start), check), chosen)] }));
		const theirs = brought(new Map(), [handed]).store;
		for (const id of chosen) {
			const key = keys.line('abc', id);
			const had = theirs.get(key) as LineRecord | undefined;
			const next = {
				...(had ?? line()),
				note: `同事${i}写的`,
				updatedAt: new Date(Date.UTC(2026, 10, 1, i)).toISOString(),
			};
			theirs.set(key, written(had, next, `colleague${i}`, 2000 + i));
		}
		const owner = theirs.get(keys.check('abc')) as Check;
		return textOfPilot({ pilot, checks: [keptOf(entriesOf(theirs), owner)] });
	});

	const all = (order: readonly string[], store: ReadonlyMap<string, unknown>) =>
		order.reduce<ReadonlyMap<string, unknown>>((sum, text) => brought(sum, [read(text)]).store, store);

	const told = (store: ReadonlyMap<string, unknown>) => canonical([...store].sort(([a], [b]) => (a < b ? -1 : 1)));

	test('come back the same in any order, one by one or all at once, onto the whole or onto nothing', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
				for (const onto of [start, new Map<string, unknown>()]) {
					const inOrder = told(all(parts, onto));
					expect(told(all(order, onto))).toBe(inOrder);
					expect(
						told(
							brought(
								onto,
								order.map((text) => read(text)),
							).store,
						),
					).toBe(inOrder);
				}
			}),
			{ numRuns: 30 },
		);
	});

	test('lose nothing, and the same files twice change nothing', () => {
		const whole = all(parts, start);
		const said = JSON.stringify([...whole]);
		for (let i = 0; i < 20; i += 1) expect(said).toContain(`同事${i}写的`);
		for (const text of parts) expect(brought(whole, [read(text)]).outcome.entries).toEqual([]);
	});

	test('a name stays that of the whole, and the part goes', () => {
		const whole = all(parts, new Map([[keys.check('abc'), { ...check, name: '办公室的名字' }]]));
		expect(whole.get(keys.check('abc'))).toMatchObject({ name: '办公室的名字' });
		expect(whole.get(keys.check('abc'))).not.toHaveProperty('part');
	});

	test('another name is said before it is taken, and only then', () => {
		const later = '2026-11-21T00:00:00.000Z';
		const renamed = (here: Check, there: Partial<Check>, into = 'abc') => {
			const files = [readBytes('a.json', file({ b1: line() }, { check: { ...check, ...there } }))];
			const jobs = jobsOf(files, new Map()).map((job) => ({ ...job, into }));
			const { outcome, store } = brought(new Map([[keys.check('abc'), here]]), files, jobs);
			return { said: outcome.jobs[0]?.renamed, name: (store.get(keys.check(into)) as Check).name };
		};
		const theirs = { name: '同事的名字', updatedAt: later };
		expect(renamed(check, theirs)).toEqual({ said: { from: '自查', to: '同事的名字' }, name: '同事的名字' });
		expect(renamed({ ...check, ...theirs }, {})).toEqual({ said: undefined, name: '同事的名字' });
		expect(renamed(check, { ...theirs, part: ['b1'] })).toEqual({ said: undefined, name: '自查' });
		expect(renamed(check, { updatedAt: later })).toEqual({ said: undefined, name: '自查' });
		expect(renamed(check, theirs, 'new')).toEqual({ said: undefined, name: '同事的名字' });
	});

	test('a conflict is shown with both sides, and what is chosen stands for good', () => {
		const { outcome } = brought(
			start,
			parts.slice(0, 2).map((text) => read(text)),
		);
		expect(outcome.conflicts.map(({ line: id }) => id)).toEqual([ids[2]]);
		const [conflict] = outcome.conflicts;
		const older = conflict?.versions[1] as LineRecord | undefined;
		if (!conflict || !older) throw new Error('no conflict');
		expect(older.note).toBe('同事0写的');
		const files = parts.slice(0, 2).map((text) => read(text));
		const chosen = brought(start, files, jobsOf(files, start), new Map([[conflict.key, older]]));
		const settled = chosen.store.get(keys.line('abc', ids[2] ?? '')) as LineRecord;
		expect(settled).toMatchObject({ note: '同事0写的' });
		expect(settled.rivals).toBeUndefined();
		expect(brought(chosen.store, files).outcome.conflicts).toEqual([]);
	});

	test('a file can be put into another check, or kept beside it', () => {
		const [part = ''] = parts;
		const files = [read(part)];
		const [job] = jobsOf(files, start);
		if (!job) throw new Error('no job');
		const { store } = brought(start, files, [{ ...job, into: 'copy', name: '另一份' }]);
		expect(store.get(keys.check('copy'))).toMatchObject({ id: 'copy', name: '另一份' });
		expect(store.get(keys.line('abc', ids[0] ?? ''))).toMatchObject({ note: '原来的' });
	});
});
