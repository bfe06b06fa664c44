import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayMet } from '../../src/checks/say-met.ts';
import { officialDate, officialDates } from '../../src/dates/official.ts';
import { draft, sayDraft } from '../../src/drafting/draft.ts';
import { bareLabel } from '../../src/drafting/headings.ts';
import type { Draft, Origin, Sentence, Told } from '../../src/drafting/told.ts';
import { comma, headings, itemised, listed, words } from '../../src/drafting/words.ts';
import { type Paper, proves, type ReadLine } from '../../src/evidence/papers.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { parseRubric } from '../../src/rubric/parse.ts';
import { keyOf } from '../../src/rubric/rules/award.ts';
import type { Criterion, Rubric } from '../../src/schemas/rubric.ts';
import type { SavedAnswer } from '../../src/schemas/saved-check.ts';
import { filled, toldOf, toldOfFilled } from '../fixtures/drafting.ts';
import { awkward, hostile, library, paper, record, usual } from '../fixtures/takeaway.ts';

const texts = library.drafts.map(({ text }) => text);
const summary = texts.filter((text) => text.startsWith('summary-report#'));
const whole = ['evaluation-application#self-check-report', 'review-self-inspection#self-inspection'];

/* Where every sentence comes from. */

const squeezed = (text: string): string[] =>
	text
		.trim()
		.split(/\s*[\r\n]\s*/)
		.filter(Boolean);

const within = (text: string): string => squeezed(text).join(' ');

/** Texts as they were typed, also without the stop that a sentence brings along. */
const asTyped = (...all: string[]): string[] => all.flatMap((text) => [text, text.replace(/[。；;]$/, '')]);

const papersAt = (told: Told): Paper[] => Object.values(told.lines).flatMap(({ papers }) => papers);

/** What a line of the table awards points for. */
function namesOf(rubric: Told['rubric'], id: string): string[] {
	const rule = criteriaOf(rubric).find((each) => each.id === id)?.rule;
	const awards = !rule ? [] : rule.kind === 'choice' ? rule.options : rule.kind === 'sum' ? rule.parts : rule.works;
	return awards.map(({ name }) => name);
}

/** Lines that are not answered to the end, and the points that no answer has given or taken away. */
function openIn({ result }: Told): number[] {
	const open = result.trace.filter(({ state }) => state === 'unanswered' || state === 'partly');
	const points = open.reduce((sum, { reachable, claimed }) => sum + reachable - claimed, 0);
	return [open.length, Number(points.toFixed(2))];
}

/** What may stand in a sentence of an origin: typed, printed, or counted by the engine. */
function tokensOf({ kind, id, label }: Origin, told: Told): string[] {
	const { form, result } = told;
	switch (kind) {
		case 'fact':
			return asTyped(officialDate(within(told.facts(id))), ...squeezed(told.facts(id)));
		case 'form': {
			const [name = '', field = ''] = id.split('#');
			return [label, ...squeezed(told.own(name, field))];
		}
		case 'paper':
			return papersAt(told)
				.filter((each) => each.id === id)
				.flatMap(({ name, number, date }) => [within(name), within(number), officialDates(within(date))]);
		case 'clause':
			return [label];
		case 'line': {
			const line = [...form.conditions, ...form.vetoLines, ...form.lines].find((each) => each.id === id);
			const trace = result.trace.find((each) => each.id === id);
			const cells = form.table.rows.find((row) => row.line === id)?.cells ?? [];
			return [
				...squeezed(told.lines[id]?.note ?? ''),
				...squeezed(told.lines[id]?.reason ?? ''),
				line?.label ?? '',
				...(line?.path ?? []).map(bareLabel),
				...[...form.conditions, ...form.vetoLines]
					.filter((each) => each.id === id)
					.flatMap(({ text }) => asTyped(text)),
				...(trace?.missing ?? []),
				// What a rule asks for, without “得2分”.
				...cells.flatMap((cell) => squeezed(cell?.text ?? '').map((text) => text.split(/的?[，,]\s*得\s*\d/)[0] ?? '')),
				...cells.flatMap((cell) => squeezed(cell?.text ?? '').map((text) => text.replace(/[：。；]$/, ''))),
				...(trace ? [`${trace.claimed}`, `${trace.of}`] : []),
				...[true, false].map(sayMet),
				...result.sections.flatMap(({ claimed, of }) => [`${claimed}`, `${of}`]),
				...namesOf(told.rubric, id),
				...openIn(told).map(String),
				...[result.claimed, result.total].map(String),
			];
		}
	}
}

const ours = [
	...Object.values(words).flatMap((template) => template.split('{}')),
	...library.drafts.flatMap(({ parts }) => parts.flatMap(({ facts }) => facts.flatMap(({ say }) => say.split('{}')))),
	...[comma, listed, itemised, '。'],
];

const printedHeadings = [
	...Object.values(headings),
	...library.drafts.flatMap(({ parts }) => parts.flatMap(({ heading }) => (heading ? [heading.quote] : []))),
];

/** Whether a text is made of nothing but these. */
function madeOf(text: string, tokens: readonly string[]): boolean {
	const some = [...new Set(tokens)].filter(Boolean);
	const reached = new Uint8Array(text.length + 1);
	reached[0] = 1;
	for (let i = 0; i < text.length; i++)
		if (reached[i]) for (const token of some) if (text.startsWith(token, i)) reached[i + token.length] = 1;
	return reached[text.length] === 1;
}

const numbering = /^(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d+\. |（\d+）)/;

function untold({ text, from }: Sentence, heading: boolean | undefined, told: Told): boolean {
	if (from.length === 0) return true;
	const tokens = from.flatMap((origin) => tokensOf(origin, told));
	return heading
		? !madeOf(text.replace(numbering, ''), [...tokens, ...printedHeadings, ...words.demand.split('{}')])
		: !madeOf(text, [...tokens, ...ours]);
}

const untoldIn = ({ paragraphs }: Draft, told: Told): string[] =>
	paragraphs.flatMap(({ sentences, heading }) =>
		sentences.filter((sentence) => untold(sentence, heading, told)).map(({ text }) => text),
	);

/* What must not be lost. */

/** What was typed, or is lacking, and stands neither in the drafts nor among what they miss. */
function lostIn(drafts: readonly Draft[], told: Told): string[] {
	const said = drafts.map(sayDraft).join('\n');
	const keys = new Set(drafts.flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key)));
	const missing = new Set(drafts.flatMap((each) => each.missing.map(({ kind, id }) => `${kind} ${id}`)));
	const { form, lines, result } = told;
	return [...form.conditions, ...form.vetoLines, ...form.lines].flatMap(({ id }) => {
		const { note = '', reason = '', papers = [] } = lines[id] ?? {};
		const trace = result.trace.find((each) => each.id === id);
		const skipped = trace?.state === 'not-applicable';
		const lacks = trace && !skipped && trace.claimed < trace.of;
		const met = [...result.conditions, ...result.vetoes].find((each) => each.id === id)?.met;
		return [
			...[...squeezed(note), ...(skipped ? squeezed(reason) : [])].filter((text) => !said.includes(text)),
			...papers
				.filter((each) => (proves(each) ? !said.includes(within(each.name) || within(each.number)) : each.gone))
				.filter((each) => !missing.has(`paper ${each.id}`))
				.map(({ name }) => name),
			...(lacks && !keys.has(`gap ${id}`) && !missing.has(`line ${id}`) ? [`gap ${id}`] : []),
			...(trace?.state === 'unanswered' && !missing.has(`line ${id}`) ? [`unanswered ${id}`] : []),
			...(!trace && met === undefined && !missing.has(`line ${id}`) ? [`unsaid ${id}`] : []),
		];
	});
}

const draftsOf = (told: Told, some: readonly string[]): Draft[] => some.map((text) => draft(text, told));

/* Situations. */

const answers = ({ rule }: Criterion): fc.Arbitrary<SavedAnswer | undefined> => {
	const awards = rule.kind === 'choice' ? rule.options : rule.kind === 'sum' ? rule.parts : rule.works;
	const keys = awards.map(keyOf);
	const some = <T>(of: fc.Arbitrary<T>) =>
		fc.record(Object.fromEntries(keys.map((key) => [key, of])), { requiredKeys: [] }) as fc.Arbitrary<{
			[k: string]: T;
		}>;
	const said: fc.Arbitrary<SavedAnswer> =
		rule.kind === 'choice'
			? fc.constantFrom(...keys).map((choice) => ({ choice }))
			: rule.kind === 'sum'
				? some(fc.boolean()).map((parts) => ({ parts }))
				: some(fc.nat(3)).map((counts) => ({ counts }));
	return fc.option(fc.oneof({ weight: 6, arbitrary: said }, fc.constant<SavedAnswer>({ notApplicable: true })), {
		nil: undefined,
		freq: 4,
	});
};

const phrase = fc.oneof(
	fc.constant(''),
	fc
		.array(fc.constantFrom(...'窗口服务有为证尚未做到自评满分《》（）、。；：，“” \n\t12.'), { maxLength: 12 })
		.map((all) => all.join('')),
	fc.constantFrom(...Object.values(awkward).filter((text) => text.length < 200)),
	fc.string({ unit: 'grapheme', maxLength: 10 }),
);

const dates = fc.constantFrom(
	'',
	'2025-03-18',
	'2025-03',
	'2025-03/2025-05',
	'2025',
	'2025-01-02/长期',
	'长期',
	'3/1',
	'去年底',
);

const drawnPaper: fc.Arbitrary<Paper> = fc
	.record({ id: fc.nat(30), name: phrase, number: phrase, date: dates, gone: fc.boolean() })
	.map(({ id, ...rest }) => paper({ ...rest, id: `p${id}` }));

/** A register, so that a paper is the same wherever it is cited. */
const situations = (rubric: Rubric): fc.Arbitrary<Told> => {
	const required = [...rubric.conditions, ...(rubric.vetoes?.lines ?? [])].map(({ id }) => id);
	const ask = (answer: fc.Arbitrary<SavedAnswer | undefined>) =>
		fc.record({ answer, note: phrase, reason: phrase, cites: fc.array(fc.nat(20), { maxLength: 3 }) });
	const met = fc.option(
		fc.constantFrom(true, false, null).map((each): SavedAnswer => ({ met: each })),
		{ nil: undefined },
	);
	const all = [
		...required.map((id) => [id, ask(met)] as const),
		...criteriaOf(rubric).map((criterion) => [criterion.id, ask(answers(criterion))] as const),
	];
	const facts = library.facts.flatMap((group) => group.facts.map(({ id }) => [id, phrase] as const));
	return fc
		.record({
			register: fc.uniqueArray(drawnPaper, { minLength: 1, maxLength: 12, selector: ({ id }) => id }),
			lines: fc.record(Object.fromEntries(all)),
			facts: fc.record(Object.fromEntries(facts)),
			own: fc.record({ 'application#goals': phrase, 'application#money-from': phrase }),
		})
		.map(({ register, lines, facts: said, own }) => {
			const read = Object.entries(lines).map(([id, { answer, cites, note, reason }]): [string, ReadLine] => [
				id,
				record({
					...(answer && { answer }),
					note,
					reason,
					papers: [...new Set(cites.map((cite) => register[cite % register.length] as Paper))],
				}),
			]);
			return toldOf(rubric, Object.fromEntries(read), { facts: { ...said, sector: '殡葬' }, own });
		});
};

const tables = library.rubrics.map((rubric) => [rubric.id, rubric] as const);

describe.each(tables)('%s', (_, rubric) => {
	test('whatever was typed: every sentence comes from somewhere, and nothing is lost', () => {
		fc.assert(
			fc.property(situations(rubric), (told) => {
				for (const text of texts) {
					const made = draft(text, told);
					expect(untoldIn(made, told), text).toEqual([]);
					const keys = made.paragraphs.map(({ key }) => key);
					expect(new Set(keys).size).toBe(keys.length);
					expect(sayDraft(made).split('\n').filter(Boolean)).toHaveLength(keys.length);
				}
				for (const text of whole) expect(lostIn(draftsOf(told, [text]), told)).toEqual([]);
				expect(lostIn(draftsOf(told, summary), told)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test('a check half way, and one full of texts that break things', () => {
		for (const { lines, facts } of [usual(rubric), hostile(rubric)]) {
			const told = toldOf(rubric, lines, { facts: { 'unit-name': facts.unit, sector: facts.sector } });
			for (const text of texts) expect(untoldIn(draft(text, told), told), text).toEqual([]);
			expect(lostIn(draftsOf(told, whole.slice(0, 1)), told)).toEqual([]);
			expect(lostIn(draftsOf(told, summary), told)).toEqual([]);
		}
	});

	test('where nothing was typed nothing is said, and everything is missing', () => {
		const told = toldOf(rubric, {});
		for (const text of texts) expect(draft(text, told).paragraphs, text).toEqual([]);
		const { form } = told;
		const ids = [...form.conditions, ...form.vetoLines, ...form.lines].map(({ id }) => id);
		const missing = draft(whole[0] ?? '', told).missing.filter(({ kind }) => kind === 'line');
		expect(missing.map(({ id }) => id).sort()).toEqual(ids.sort());
	});

	test('every line stands under one part of the 总结报告', () => {
		const lines = Object.fromEntries(criteriaOf(rubric).map(({ id }) => [id, record({ note: `说明${id}` })]));
		const told = toldOf(rubric, lines);
		const keys = draftsOf(told, summary).flatMap(({ paragraphs }) =>
			paragraphs.filter(({ heading }) => !heading).map(({ key }) => key),
		);
		expect(keys.sort()).toEqual(Object.keys(lines).sort());
	});
});

test('a sentence that nobody typed is found, and so is what was lost', () => {
	const told = toldOfFilled();
	const made = draft(whole[0] ?? '', told);
	const [first] = made.paragraphs.filter(({ key }) => key === 'c1-1');
	expect(first?.sentences).toHaveLength(2);
	const spoilt = (change: (text: string) => string): Draft => ({
		...made,
		paragraphs: made.paragraphs.map((each) => ({
			...each,
			sentences: each.sentences.map((sentence) => ({ ...sentence, text: change(sentence.text) })),
		})),
	});
	expect(untoldIn(made, told)).toEqual([]);
	expect(
		untoldIn(
			spoilt((text) => text.replace('领导小组', '工作专班')),
			told,
		).length,
	).toBeGreaterThan(1);
	expect(
		untoldIn(
			spoilt((text) => text.replace('自评 0 分', '自评 7 分')),
			told,
		).length,
	).toBeGreaterThan(1);
	expect(lostIn([made], told)).toEqual([]);
	expect(lostIn([spoilt((text) => text.replace('周启明', ''))], told)).toHaveLength(1);
	expect(lostIn([{ ...made, missing: [] }], told).length).toBeGreaterThan(3);
});

describe('a self-check of a town’s service centre', () => {
	const told = toldOfFilled();
	const say = (text: string) => sayDraft(draft(text, told));

	test('is as full as it says it is', () => {
		expect(Object.keys(filled.lines)).toHaveLength(38);
		expect(filled.papers).toHaveLength(60);
		expect(Object.values(filled.lines).map(({ note }) => note.length)).toContain(3000);
		expect(Object.values(filled.lines).filter(({ answer, note }) => !answer && !note)).toHaveLength(2);
	});

	test('自查报告', () => {
		const report = say('evaluation-application#self-check-report').split('\n');
		expect(report.slice(0, 9)).toEqual([
			'标准体系建立时间为2024年8月30日。标准体系开始运行时间为2024年10月8日。',
			'一、基本要求',
			'（一）组织管理',
			'1. 领导职责',
			'2024年3月成立标准化试点工作领导小组，下设标准化办公室，文件明确了领导小组、办公室和各窗口的职责分工。相关材料有《关于成立清水镇便民服务中心标准化试点工作领导小组的通知》（清政发〔2024〕11号，2024年3月12日）、《标准化试点工作职责分工表》（2024年3月20日）。',
			'领导小组组长由中心主任周启明担任，副组长由分管副主任担任。相关材料有《领导小组成员名单》（清便〔2024〕2号，2024年3月15日）。',
			'2. 工作机构',
			'标准化办公室设在综合科，有固定办公室一间，配备电脑两台、打印机一台、文件柜四组。相关材料有《标准化办公室设置文件》（清便〔2024〕3号，2024年3月18日）、《办公场所及设备照片》（2024年4月）。',
			'标准化办公室有专职人员1名、兼职人员3名',
		]);
		expect(report).toContain(
			'关于管理机制（C3第2项），相关材料有《清水镇便民服务中心标准化管理办法》（清便〔2024〕9号，2024年5月20日）、《标准实施监督检查制度》（QB/QSBM 201—2024，2024年6月1日）。',
		);
		expect(report.slice(-10)).toEqual(
			[
				'五、尚未做到的事项',
				'激励政策（C5）尚未做到：“发布了标准化工作激励和奖励机制、政策性文件或主要领导批示”。自评 0 分（满分 2 分）。',
				'过程记录（C17第2项）尚未做到：“标准实施记录可追溯”。自评 0 分（满分 3 分）。',
				'监督检查（C18第2项）尚未做到：“管理和服务行为符合标准要求，服务质量满足标准要求”。自评 0 分（满分 3 分）。',
				'满意度监测（C22第1项）尚未达到：邀请第三方机构测评满意度；两项都做到。自评 1 分（满分 2 分）。',
				'满意度监测（C22第2项）尚未做到：“根据满意度测评结果，及时分析原因和制定整改措施，满意度持续提升”。自评 0 分（满分 2 分）。',
				'社会管理和公共服务影响力提升（C26）尚未达到：全省推广；全国推广。自评 0 分（满分 2 分）。',
				'标准化创新（C27）已经做到：主持制定地方标准、行业标准或国家标准。尚未做到：标准化科研项目。尚未自查：标准化技术组织秘书处；标准化技术组织委员职务。自评 2 分（满分 8 分）。',
				'六、自评得分',
				expect.stringMatching(
					/^基本要求自评 8 分（满分 10 分）。.*合计自评 69 分（满分 100 分）。还有 4 项尚未自查完，涉及 16 分。$/,
				),
			].slice(-12),
		);
	});

	test('总结报告, part by part', () => {
		expect(say('summary-report#organisation')).toMatch(
			/^试点工作领导小组组长为周启明。.*\n（一）组织管理\n1\. 领导职责\n/,
		);
		expect(say('summary-report#system')).toMatch(/\n（一）标准体系要求\n1\. 体系规范性\n[\s\S]*\n（二）标准要求\n/);
		expect(say('summary-report#application')).toMatch(/^（一）宣贯培训\n[\s\S]*\n（二）实施监督\n/);
		expect(say('summary-report#tasks')).toMatch(
			/^申请书所列试点预期实现工作目标：\n一、建成[\s\S]*提高。\n（一）自我评价\n[\s\S]*\n（三）尚未做到的事项\n[\s\S]*\n（四）自评得分\n/,
		);
		expect(say('summary-report#effects')).toMatch(/^（一）保障和改善民生\n1\. 服务公开透明\n/);
	});

	test('第九条, condition by condition: what is not told has no number given away', () => {
		expect(say('application#conditions').split('\n').slice(0, 2)).toEqual([
			'（一）关于“具有明确的社会管理、公共服务职能，能够独立承担法律责任”',
			'单位名称为清水镇便民服务中心。统一社会信用代码为12330424MB0X12345K。法定代表人（负责人）为周启明。法人注册地址为某省清河县清水镇。业务范围：受理、办理和代办进驻的政务服务事项；为群众提供咨询和引导。',
		]);
		expect(draft('application#conditions', told).missing.map(({ label }) => label)).toEqual(
			expect.arrayContaining([
				'能够独立承担法律责任',
				'未受到相关部门的通报批评、行政处分，以及被媒体曝光造成严重社会影响',
			]),
		);
		const silent = toldOfFilled({ facts: { guarantor: '清水镇人民政府' }, own: {}, lines: {} });
		expect(sayDraft(draft('application#conditions', silent))).toBe(
			'（四）关于“所在地政府重视标准化工作，能够为试点创建提供政策、资金及其他支持”\n保证单位为清水镇人民政府。',
		);
	});

	test('标准化工作自我评价 is short', () => {
		expect(say('application#self-evaluation').split('\n')).toEqual([
			'基本要求自评 8 分（满分 10 分）。自评得满分的有：领导职责、工作机构、管理机制、经费保障。没有得分的有：激励政策。',
			expect.stringMatching(
				/^标准体系自评 23 分（满分 30 分）。自评得满分的有：体系规范性、体系完整性、体系协调性（C8第1项）、/,
			),
			expect.stringMatching(/没有得分的有：过程记录（C17第2项）、监督检查（C18第2项）。$/),
			expect.stringMatching(/^建设成效自评 14 分（满分 30 分）。/),
		]);
	});

	test('what is missing leads to where it is typed', () => {
		const { missing } = draft('evaluation-application#self-check-report', told);
		const gone = filled.papers.filter(({ gone: away }) => away);
		expect(gone).toHaveLength(1);
		expect(missing[0]).toEqual({ kind: 'paper', id: gone[0]?.id, label: gone[0]?.name });
		expect(missing.slice(1).map(({ label }) => label)).toEqual(
			expect.arrayContaining(['C3第2项', 'C8第2项', 'C12', 'C25', 'C27']),
		);
		const { missing: facts } = draft('summary-report#system', toldOfFilled({ facts: {} }));
		expect(facts[0]).toEqual({ kind: 'fact', id: 'built', label: '标准体系哪天建立' });
	});

	test('paragraphs keep their keys when another line is filled in', () => {
		const keys = (of: Told) => draft(whole[0] ?? '', of).paragraphs.map(({ key }) => key);
		const more = toldOfFilled({ lines: { ...filled.lines, 'c25-1': { note: '公用耗材比上年减少。', papers: [] } } });
		expect(keys(more)).toEqual(expect.arrayContaining(keys(told)));
		expect(keys(more).length).toBe(keys(told).length + 2);
	});

	test('a text that the plan does not know has no draft', () => {
		expect(draft('application#steps', told)).toEqual({ paragraphs: [], missing: [] });
	});

	test('a table of 38 lines is drafted within 20 ms', () => {
		for (const text of texts) draft(text, told);
		const times = Array.from({ length: 9 }, () => {
			const begun = performance.now();
			draft(whole[0] ?? '', told);
			return performance.now() - begun;
		});
		expect(times.sort((a, b) => a - b)[4]).toBeLessThan(20);
	});
});

describe('a line', () => {
	const [rubric] = library.rubrics.filter(({ id }) => id === 'shenzhen-2022') as [Rubric];
	const said = (id: string, line: Partial<ReadLine>) => {
		const told = toldOf(rubric, { [id]: record(line) }, { facts: { sector: '殡葬' } });
		const made = draft(whole[0] ?? '', told);
		const own = made.paragraphs.filter(({ key }) => key.split('/')[0] === id);
		return { text: sayDraft({ ...made, paragraphs: own }), missing: made.missing.some((origin) => origin.id === id) };
	};

	test.each([
		['  已发文  ', '已发文。'],
		['已发文！', '已发文！'],
		['见“管理办法”', '见“管理办法”。'],
		['他说：“好。”', '他说：“好。”'],
		['一\r\n\r\n  二', '一\n二。'],
	])('the note %j', (note, text) => {
		expect(said('b1', { answer: { choice: '优秀' }, note })).toEqual({ text, missing: false });
	});

	test('papers', () => {
		const papers = [
			paper({ name: '管理办法', number: '清便〔2024〕9号', date: '2024-05' }),
			paper({ name: '《记录》' }),
			paper({ number: '清便〔2024〕1号' }),
			paper({ name: '丢了的', gone: true }),
			paper({}),
		];
		const list = '《管理办法》（清便〔2024〕9号，2024年5月）、《记录》、清便〔2024〕1号';
		expect(said('b1', { answer: { choice: '优秀' }, note: '有', papers }).text).toBe(`有。相关材料有${list}。`);
		expect(said('b1', { note: '有', papers })).toEqual({ text: `有。相关材料有${list}。`, missing: true });
		expect(said('b1', { papers }).text).toBe(`关于领导职责（第1项），相关材料有${list}。`);
	});

	test('that does not apply, and a veto', () => {
		const answer = { notApplicable: true } as const;
		expect(said('b28', { answer, reason: '没有这类业务' })).toEqual({
			text: '标准实施（第28项）不适用：没有这类业务。',
			missing: false,
		});
		expect(said('b28', { answer })).toEqual({ text: '标准实施（第28项）不适用。', missing: true });
		expect(said('a1', { answer: { met: true }, note: '查询过' })).toEqual({
			text: '否决第1项“近三年在经营活动中没有重大违法记录”：满足。查询过。',
			missing: false,
		});
		expect(said('a1', { answer: { met: null }, note: '还在查' })).toEqual({ text: '还在查。', missing: true });
	});
});

test('a table of the unit’s own goes by its own sections, and all of it is a task', () => {
	const file = 'tests/fixtures/own-table/own.yaml';
	const own: Rubric = parseRubric(readFileSync(file, 'utf8'), 'own', file);
	const lines = Object.fromEntries(criteriaOf(own).map(({ id }) => [id, record({ note: `说明${id}` })]));
	const told = toldOf(own, { ...lines, n2: record({ note: '有座椅', answer: { parts: { 有座椅: false } } }) });
	expect(sayDraft(draft(whole[0] ?? '', told))).toBe(
		[
			'一、环境',
			'说明n1。',
			'有座椅。',
			'二、服务',
			...criteriaOf(own)
				.slice(2)
				.map(({ id }) => `说明${id}。`),
			'三、尚未做到的事项',
			'环境（第2项）尚未做到：有座椅。尚未自查：有导引。自评 0 分（满分 8 分）。',
			'四、自评得分',
			'环境自评 0 分（满分 11 分）。合计自评 0 分（满分 20 分）。还有 4 项尚未自查完，涉及 17 分。',
		].join('\n'),
	);
	expect(draft('summary-report#organisation', told).paragraphs).toEqual([]);
	expect(sayDraft(draft('summary-report#tasks', told))).toMatch(/^（一）环境\n说明n1。\n有座椅。\n（二）服务\n/);
});
