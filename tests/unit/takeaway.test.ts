import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../../src/clauses/marks.ts';
import { actionList } from '../../src/papers/action-list.ts';
import { bar, brief } from '../../src/papers/brief.ts';
import { evidenceList } from '../../src/papers/evidence-list.ts';
import { selfAssessment } from '../../src/papers/self-assessment.ts';
import { writeDocx } from '../../src/paperwork/docx.ts';
import { placed } from '../../src/paperwork/grid.ts';
import { inertPaperwork } from '../../src/paperwork/inert-paperwork.ts';
import { ems, oneLine } from '../../src/paperwork/letters.ts';
import type { Block, Cell, Paperwork, Table } from '../../src/paperwork/paperwork.ts';
import { pieces, spilled } from '../../src/paperwork/spill.ts';
import { writeData, writeXlsx } from '../../src/paperwork/xlsx.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { criteriaTable, vetoTable } from '../../src/rubric/printed-table.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';
import { fileName } from '../../src/ui/file-name.ts';
import { inert } from '../../src/ui/inert.ts';
import { awkward, builders, given, hostile, library, paper, record, usual } from '../fixtures/takeaway.ts';
import { type LaidTable, named, type ReadCell, readDocx, readXlsx } from '../package.ts';

const { rubrics, documents } = library;
const table = (id: string) => rubrics.find((rubric) => rubric.id === id) as Rubric;
const [national, shenzhen, jiguan] = ['national', 'shenzhen-2022', 'jiguan-shiwu'].map(table) as [
	Rubric,
	Rubric,
	Rubric,
];

const bytesOf = async (file: Promise<Blob>) => new Uint8Array(await (await file).arrayBuffer());
const tablesOf = ({ blocks }: Paperwork): Table[] => blocks.filter((block): block is Table => block.type === 'table');
const wordsOf = ({ blocks }: Paperwork): string[] =>
	blocks.flatMap((block) => (block.type === 'heading' || block.type === 'paragraph' ? [block.text] : []));

const safe = (text: Cell['text']) => (typeof text === 'string' ? inert(text) : text);
const cellsOf = (rows: readonly Cell[][], say: (text: Cell['text']) => ReadCell['text']): ReadCell[][] =>
	rows.map((row) => row.map(({ text, across = 1, down = 1 }) => ({ text: say(text), across, down })));

/** Cells with what went on elsewhere put back behind them. */
function whole(rows: readonly ReadCell[][], rests: readonly ReadCell[][] = []): ReadCell[][] {
	const goesOn = /（接(续\d+)）$/;
	const rest = (name: string) => rests.flatMap(([from, text]) => (from?.text === name ? [text?.text] : [])).join('');
	return rows.map((row) =>
		row.map((cell) => {
			const name = typeof cell.text === 'string' ? goesOn.exec(cell.text)?.[1] : undefined;
			return name ? { ...cell, text: `${String(cell.text).replace(goesOn, '')}${rest(name)}` } : cell;
		}),
	);
}

const papers = rubrics.flatMap((rubric) =>
	Object.entries(builders).flatMap(([name, build]) => [
		[`${rubric.short} ${name}, as people fill it`, () => build(usual(rubric))] as const,
		[`${rubric.short} ${name}, with awkward texts`, () => build(hostile(rubric))] as const,
	]),
);

describe('read back from the file, cell by cell', () => {
	test.each(papers)('%s: Word', async (_, build) => {
		const paperwork = build();
		const file = readDocx(await bytesOf(writeDocx(paperwork)));
		expect(file.faults).toEqual([]);
		const inWords = (block: Block) => {
			if (block.type === 'table') return cellsOf([...block.head, ...block.body], (text) => String(safe(text) ?? ''));
			return safe(block.text);
		};
		const wanted = [paperwork.title, ...paperwork.blocks.map(inWords), ''];
		const spill = file.content.indexOf('续');
		const rests = file.content[spill + 1];
		const shown = file.content.slice(0, spill < 0 ? undefined : spill);
		const found = shown.map((part) =>
			whole(
				typeof part === 'string' ? [[{ text: part, across: 1, down: 1 }]] : part,
				Array.isArray(rests) ? rests : [],
			),
		);
		expect([
			...found.map((part, i) => (typeof shown[i] === 'string' ? part[0]?.[0]?.text : part)),
			...(spill < 0 ? [] : ['']),
		]).toEqual(wanted);
		expect(file.heads.slice(0, tablesOf(paperwork).length)).toEqual(tablesOf(paperwork).map(({ head }) => head.length));
		expect(file.headers).toEqual([paperwork.mark, paperwork.mark]);
		expect(file.footers).toEqual(['—  —', '—  —']);
	});

	test.each(papers)('%s: Excel', async (_, build) => {
		const paperwork = build();
		const file = readXlsx(await bytesOf(writeXlsx(paperwork)));
		expect(file.faults).toEqual([]);
		const sheets = file.sheets.filter(({ name }) => name !== '续');
		const found = whole(
			sheets.flatMap(({ rows }) => rows),
			file.sheets.find(({ name }) => name === '续')?.rows.slice(2),
		);
		const said = (text: Cell['text']) => safe(text) || (text === 0 ? 0 : null);
		const words = (text: string) => [[{ text: said(text), across: 0, down: 1 }]];
		const wanted = [
			...words(paperwork.title),
			...paperwork.blocks.flatMap((block) => {
				if (block.type === 'table') return cellsOf([...block.head, ...block.body], said);
				return words(block.text);
			}),
		];
		const spread = wanted.map((row) => row[0]?.across === 0);
		expect(found.map((row, i) => (spread[i] ? row.map((cell) => ({ ...cell, across: 0 })) : row))).toEqual(wanted);
		expect(sheets.filter(({ head }) => head.rows > 0).map(({ head }) => head.rows)).toEqual(
			tablesOf(paperwork).map(({ head }) => head.length),
		);
		for (const { xml, name, heights } of file.sheets) {
			expect(name).toMatch(/^[\p{L}\p{N}]{1,31}$/u);
			expect(Math.max(...heights)).toBeLessThanOrEqual(409);
			// LibreOffice prints a single one beside the page.
			expect(named(xml, 'col').length).toBeGreaterThan(1);
			expect(named(xml, 'pageSetup')[0]?.attributes).toMatchObject({
				paperSize: '9',
				fitToWidth: '1',
				fitToHeight: '0',
			});
			expect(named(xml, 'oddFooter')[0]?.children).toEqual(['&L自查，非官方结论&R第 &P 页，共 &N 页']);
		}
	});
});

describe('a Word file is laid out after GB/T 9704-2012', () => {
	/** A4; 天头 37 mm, 订口 28 mm, and a text area of 156 by 225 mm. */
	const [width, height, top, inner] = [210, 297, 37, 28];
	const [right, bottom] = [width - inner - 156, height - top - 225];
	const faces = {
		body: '仿宋_GB2312 16',
		line: '仿宋_GB2312 16',
		right: '仿宋_GB2312 16',
		small: '仿宋_GB2312 12',
		centre: '楷体_GB2312 16',
	};
	const inTwips = (millimetres: number) => (millimetres / 25.4) * 1440;

	/** How high each row must be at least and is at most, whatever a program makes of its letters. */
	const bounds = ({ columns, cells }: LaidTable, small: boolean) => {
		const letter = (small ? 10.5 : 12) * 20;
		const need = (text: string, room: number, most: boolean) =>
			text
				.split('\n')
				.map((line) => Math.ceil((Array.from(line).length * letter * (most ? 1.2 : 0.4)) / room) || 1)
				.reduce((sum, lines) => sum + lines * (small ? 280 : 360), 40);
		const rows = cells.map(() => ({ least: 0, most: 0 }));
		for (const { cell, row, column, across, down } of placed(cells)) {
			const room = columns.slice(column, column + across).reduce((sum, each) => sum + each, -120);
			for (const each of rows.slice(row, row + down)) {
				each.most = Math.max(each.most, need(String(cell.text), room, true));
				if (down === 1) each.least = Math.max(each.least, need(String(cell.text), room, false));
			}
		}
		return rows;
	};

	test.each(papers)('%s', async (name, build) => {
		const given = build();
		const paperwork = spilled(inertPaperwork(given), 'flow');
		const { layout, heads } = readDocx(await bytesOf(writeDocx(given)));
		expect(layout.landscape).toBe(paperwork.landscape);
		expect(layout).toMatchObject(
			paperwork.landscape
				? { page: [height, width], margins: [inner, top, right, bottom] }
				: { page: [width, height], margins: [top, right, bottom, inner] },
		);

		const lettersOf = (block: Block) => {
			if (block.type === 'heading') return ['黑体 16'];
			if (block.type === 'paragraph') return [faces[block.style]];
			const points = block.small ? 10.5 : 12;
			return { head: [`黑体 ${points}`], body: [`仿宋_GB2312 ${points}`] };
		};
		expect(layout.letters).toEqual([['方正小标宋简体 22'], ...paperwork.blocks.map(lettersOf), []]);

		expect(layout.evenAndOdd).toBe(true);
		const header = { path: 'header', letters: ['宋体 10.5'], fields: [] };
		const footer = { path: 'footer', letters: ['宋体 14'], fields: ['PAGE'] };
		expect(layout.edges).toEqual([header, header, footer, footer]);

		const page = inTwips(paperwork.landscape ? width - inner - right : height - top - bottom);
		const tables = tablesOf(paperwork);
		expect(heads).toEqual(tables.map(({ head }) => head.length));
		for (const [i, table] of layout.tables.entries())
			for (const [y, { least, most }] of bounds(table, tables[i]?.small === true).entries()) {
				const where = `${name}, table ${i + 1}, row ${y + 1}`;
				if (y < (heads[i] ?? 0) || most < page / 2) expect(table.unbroken[y], where).toBe(true);
				if (least > page) expect(table.unbroken[y], where).toBe(false);
			}
	});

	test('the papers of many columns lie', () => {
		const lying = rubrics.flatMap((rubric) =>
			Object.entries(builders).flatMap(([name, build]) =>
				build(usual(rubric)).landscape ? [`${rubric.id} ${name}`] : [],
			),
		);
		expect(lying).toEqual([
			'national evidenceList',
			'national actionList',
			'shenzhen-2022 selfAssessment',
			'shenzhen-2022 evidenceList',
			'shenzhen-2022 actionList',
			'jiguan-shiwu evidenceList',
			'jiguan-shiwu actionList',
		]);
	});

	test('as people fill them not one row in a hundred goes over two pages, and texts too long for one page do', async () => {
		const whole = async (fill: typeof usual) => {
			const files = rubrics.flatMap((rubric) => Object.values(builders).map((build) => writeDocx(build(fill(rubric)))));
			const tables = (await Promise.all(files.map(bytesOf))).flatMap((bytes) => readDocx(bytes).layout.tables);
			return tables.flatMap(({ unbroken }) => unbroken);
		};
		const rows = await whole(usual);
		expect(rows.filter((unbroken) => !unbroken).length).toBeLessThan(rows.length / 100);
		expect(await whole(hostile)).toContain(false);
	});
});

test('a mark with the signs of footers says itself', async () => {
	const paperwork = { ...brief(usual(national)), mark: awkward.footer ?? '' };
	const [sheet] = readXlsx(await bytesOf(writeXlsx(paperwork))).sheets;
	expect(named(sheet?.xml as never, 'oddFooter')[0]?.children).toEqual(['&L&&P&&N &&"宋体"&R第 &P 页，共 &N 页']);
});

test('a sheet of data: its heads in the first row, then one row each, and texts stay texts', async () => {
	// The longest is more than a cell of Excel holds; papers cut it, data has none.
	const texts = Object.values(awkward).filter((text) => text !== awkward.long);
	const rows = texts.map((text, i) => [text, i, '']);
	const fields = ['文字', '数', '空'].map((head) => ({ head, width: 20 }));
	const file = readXlsx(await bytesOf(writeData({ name: '题目', creator: '学习网站', fields, rows })));
	expect(file.faults).toEqual([]);
	const [sheet] = file.sheets;
	expect(sheet?.rows.map((row) => row.map(({ text }) => text))).toEqual([
		['文字', '数', '空'],
		...texts.map((text, i) => [inert(text), i]),
	]);
	expect(sheet?.refs.map(([first]) => first)).toEqual(rows.map((_, i) => `A${i + 1}`).concat(`A${rows.length + 1}`));
	expect(named(sheet?.xml as never, 'mergeCell')).toEqual([]);
	expect(named(sheet?.xml as never, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
	expect(named(sheet?.xml as never, 'col').map(({ attributes }) => Number(attributes.width))).toEqual([40, 40, 40]);
});

describe('自评表 is the table of the source', () => {
	/** A table with what covers a cell in its place, as printed-table.ts writes it. */
	const spelled = ({ columns, head, body }: Table) => {
		const rows = [...head, ...body].map(() => columns.map((): string => '?'));
		for (const { cell, row, column, across, down } of placed([...head, ...body]))
			for (let y = row; y < row + down; y += 1)
				for (let x = column; x < column + across; x += 1)
					(rows[y] as string[])[x] = x > column ? '<' : y > row ? '^' : String(cell.text ?? '');
		return rows;
	};
	const printed = (rows: readonly string[][]) =>
		rows.map((row) => row.map((text) => withoutMarks(text).replaceAll('<br>', '\n').trim()));

	test.each(rubrics.map((rubric) => [rubric.short, rubric] as const))('%s, column by column', (_, rubric) => {
		const tables = tablesOf(selfAssessment(usual(rubric))).map(spelled);
		const ours = tables[rubric.vetoes ? 1 : 0] ?? [];
		const theirs = printed(criteriaTable(rubric, 1).rows);
		expect(ours).toHaveLength(theirs.length);
		for (const [x, { head, holds }] of rubric.columns.entries()) {
			const own = holds.startsWith('own-');
			const merged = (text: string | undefined) => (text === '^' || text === '<' ? text : '');
			const column = (rows: readonly string[][]) => rows.map((row, y) => (own && y > 0 ? merged(row[x]) : row[x]));
			expect(column(ours), head).toEqual(column(theirs));
		}
		const vetoes = vetoTable(rubric, 1);
		if (vetoes)
			expect(tables[0]?.map((row) => row.slice(0, -1))).toEqual(printed(vetoes.rows).map((row) => row.slice(0, -1)));

		const document = documents.find(({ id }) => id === rubric.document);
		const captured = readFileSync(`content/sources/${document?.meta['captured-from']}`, 'utf8').replaceAll(/\s/g, '');
		const heads = rubric.columns.map(({ head }) => head).filter(Boolean);
		expect(captured).toMatch(new RegExp(heads.join('[^\u4e00-\u9fff]*')));
	});

	test('the columns of Shenzhen', () => {
		const main = tablesOf(selfAssessment(usual(shenzhen)))[1];
		expect(main?.head[0]?.map(({ text }) => text)).toEqual([
			'序号',
			'一级指标',
			'二级指标',
			'三级指标',
			'评定内容',
			'评分细则',
			'分值',
			'自评分值',
			'自评说明',
			'佐证材料',
		]);
	});

	test('its annexes stand in their order', () => {
		const headings = selfAssessment(usual(shenzhen)).blocks.flatMap((block) =>
			block.type === 'heading' ? [block.text] : [],
		);
		expect(headings).toEqual(['附件1 评价指标A：一票否决指标', '附件2 评价指标B：标准化建设工作考核指标']);
	});
});

describe('what is said of a line', () => {
	/** What stands in the unit's own columns, by line. */
	const own = (rubric: Rubric, lines: Parameters<typeof given>[1], facts = {}) => {
		const main = tablesOf(selfAssessment(given(rubric, lines, { facts })))[rubric.vetoes ? 1 : 0] as Table;
		const criteria = criteriaOf(rubric);
		const starts = main.body.filter((row) => row.length > 1);
		return Object.fromEntries(criteria.map(({ id }, i) => [id, starts[i]?.slice(-3).map(({ text }) => text)]));
	};

	test('unanswered, nothing, not applicable, in part and full are five things', () => {
		const partly = criteriaOf(jiguan).find(({ rule }) => rule.kind === 'sum');
		if (partly?.rule.kind !== 'sum') throw new Error('there is no sum');
		const [first] = partly.rule.parts;
		const inPart = tablesOf(
			selfAssessment(given(jiguan, { [partly.id]: record({ answer: { parts: { [first?.name ?? '']: true } } }) })),
		)[0];
		const cells = inPart?.body.map((row) => row.at(-1)?.text);
		expect(cells).toContain(`${first?.points}（未填全）`);
		expect(cells?.filter((text) => text === null)).toHaveLength(37);

		const said = own(
			shenzhen,
			{
				b1: record({ answer: { choice: '较差' } }),
				b6: record({
					answer: { choice: '优秀' },
					note: '已发文',
					papers: [paper({ name: '办法', number: '1号', kept: '柜一' })],
				}),
				b28: record({ answer: { notApplicable: true }, reason: '没有这类业务', note: '见附页' }),
			},
			{ sector: '殡葬' },
		);
		expect(said.b1).toEqual([0, null, null]);
		expect(said.b2).toEqual([null, null, null]);
		expect(said.b6).toEqual([8, '已发文', '办法（1号），存放处：柜一']);
		expect(said.b28).toEqual(['不适用', '见附页\n不适用的理由：没有这类业务', null]);
	});

	test('vetoes: yes, no and not yet said', () => {
		const [vetoes] = tablesOf(selfAssessment(usual(shenzhen)));
		expect(vetoes?.body.map((row) => row.at(-1)?.text)).toEqual(['是☑否□', '是□否☑', '是□否□']);
	});

	test.each([
		[true, '满足'],
		[false, '不满足'],
		[null, '还没有确认'],
	])('the condition of entry, %s', (met, word) => {
		const words = wordsOf(selfAssessment(given(shenzhen, { e1: record({ answer: { met } }) })));
		expect(words).toContain(`深圳市民政局第一批和第二批标准化建设试点单位：${word}。`);
	});

	test('what has no column is appended', () => {
		const line = criteriaOf(jiguan)[2]?.id ?? '';
		const paperwork = selfAssessment(
			given(jiguan, { [line]: record({ note: '说明一', papers: [paper({ name: '材料一' })] }) }),
		);
		expect(wordsOf(paperwork)).toContain('附：原表没有栏目的自评说明和佐证材料');
		expect(tablesOf(paperwork)[1]?.body).toEqual([
			[{ text: expect.stringMatching(/^第3项/) }, { text: '说明一' }, { text: '材料一' }],
		]);
		const c1 = record({ note: '说明二', papers: [paper({ name: '材料二' })] });
		const second = selfAssessment(given(national, { 'c1-1': c1 }));
		expect(wordsOf(second)).toContain('附：原表没有栏目的佐证材料');
		expect(tablesOf(second)[1]?.body[0]?.map(({ text }) => text)).toEqual([
			expect.stringMatching(/^C1第1项/),
			'材料二',
		]);
		const veto = selfAssessment(given(shenzhen, { a1: record({ note: '说明三' }) }));
		expect(
			tablesOf(veto)
				.at(-1)
				?.body[0]?.map(({ text }) => text),
		).toEqual([expect.stringMatching(/^否决第1项/), '说明三']);
		expect(wordsOf(selfAssessment(given(shenzhen, {}))).join()).not.toContain('附：');
	});

	test('nothing typed is lost, in any table', () => {
		for (const rubric of rubrics) {
			const all = hostile(rubric);
			const said = JSON.stringify(selfAssessment(all));
			for (const { note, reason, papers: kept } of Object.values(all.lines))
				for (const text of [
					note,
					reason,
					...kept.flatMap((each) => [each.name, each.number, each.date, each.kept, each.note]),
				])
					expect(said.includes(JSON.stringify(text).slice(1, -1)), text.slice(0, 40)).toBe(true);
		}
	});

	test('mended words are counted, and the edition says where the table is from', () => {
		const words = wordsOf(selfAssessment(usual(shenzhen))).join('\n');
		expect(words).toContain('表中文字有 3 处经本站修补或补回');
		expect(words).toContain(
			'自查，非官方结论 · 2026年11月20日 · 按《深圳市民政局标准化示范单位评定方案》（所据文本没有文号，2022年10月20日）附件2',
		);
		expect(wordsOf(selfAssessment(usual(jiguan))).join()).toContain('（所据文本没有文号和日期）');
		expect(wordsOf(selfAssessment(usual(national))).join()).toContain('（灞政办发〔2021〕48号，2021年12月16日）附件');
	});
});

describe('迎评材料目录', () => {
	test('papers in the order of the table, and the lines that claim without one', () => {
		const [register, bare] = tablesOf(
			evidenceList(
				given(shenzhen, {
					b6: record({ answer: { choice: '优秀' }, papers: [paper({ name: '办法' }), paper({ number: '2号' })] }),
					b1: record({ answer: { choice: '优秀' } }),
					b2: record({ papers: [paper({ name: '任命' }), paper({})] }),
					a1: record({ papers: [paper({ name: '证明', date: '2026-01-02', kept: '柜一', note: '复印' })] }),
				}),
			),
		);
		expect(register?.body.map((row) => row.map(({ text }) => text))).toEqual([
			[1, '否决第1项　近三年在经营活动中没有重大违法记录', '证明', null, '2026-01-02', '柜一', '复印'],
			[2, '第2项　试点单位主要负责人承担标准化试点建设领导职务', '任命', null, null, null, null],
			[3, expect.stringMatching(/^第6项/), '办法', null, null, null, null],
			[4, expect.stringMatching(/^第6项/), null, '2号', null, null, null],
		]);
		expect(bare?.body.map((row) => row.map(({ text }) => text))).toEqual([
			[1, '第1项　明确了标准化试点领导机构及职责', 2],
		]);
	});

	test('none at all is said', () => {
		const none = evidenceList(given(national, {}));
		expect(wordsOf(none)).toContain('还没有登记佐证材料。');
		expect(tablesOf(none)).toEqual([]);
	});
});

test('整改清单: what stands in the way first, then the largest gains', () => {
	const rows = tablesOf(
		actionList(
			given(shenzhen, {
				a1: record({ answer: { met: true } }),
				a2: record({ answer: { met: false } }),
				b6: record({ answer: { choice: '良好' } }),
			}),
		),
	)[0]?.body.map((row) => row.map(({ text }) => text));
	expect(rows?.map((row) => row.at(-1)).slice(0, 4)).toEqual(['不满足', '还没有确认', '还没有确认', '还没有填']);
	expect(rows?.[0]?.[3]).toBe('一票否决');
	expect(rows?.[2]?.[2]).toBe('《深圳市民政局标准化示范单位评定方案》四、（一）');
	const b6 = rows?.find((row) => String(row[1]).startsWith('第6项'));
	expect(b6?.slice(1)).toEqual([
		expect.stringMatching(/还差：优秀$/),
		'《深圳市民政局标准化示范单位评定方案》附件2第6项\n细则第十五条第（五）项\n细则第十五条第（六）项\n细则第三十四条第（三）项',
		3,
		null,
		null,
		'可以提高',
	]);
	const points = rows?.slice(3).map((row) => Number(row[3])) ?? [];
	expect(points).toEqual([...points].sort((a, b) => b - a));
});

describe('自查简报', () => {
	test.each(
		rubrics
			.flatMap((rubric) => [given(rubric, {}), usual(rubric), hostile(rubric)])
			.map((each) => [each.form.short, each] as const),
	)('%s: at most ten gains, each on one line', (_, all) => {
		const gains = tablesOf(brief(all)).at(-1);
		expect(gains?.body.length).toBeLessThanOrEqual(10);
		for (const row of gains?.body ?? []) {
			expect(ems(String(row[1]?.text))).toBeLessThanOrEqual(19);
			expect(ems(String(row[2]?.text))).toBeLessThanOrEqual(13);
		}
	});

	test('the bar is ten cells and never says more than there is', () => {
		expect(bar({ backed: 2, claimed: 4, reachable: 7, most: 9, of: 10 })).toBe('■■◆◆□□□◇◇－');
		expect(bar({ backed: 0, claimed: 0, reachable: 0, most: 0, of: 0 })).toBe('－'.repeat(10));
		fc.assert(
			fc.property(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)), (sums) => {
				const [backed = 0, claimed = 0, reachable = 0, most = 0] = sums.sort((a, b) => a - b);
				expect(Array.from(bar({ backed, claimed, reachable, most, of: 100 }))).toHaveLength(10);
			}),
		);
	});

	test('long names are cut to their line', () => {
		expect(oneLine('一二三四五', 5)).toBe('一二三四五');
		expect(oneLine('一二三四五六', 5)).toBe('一二三四…');
		expect(oneLine(`  甲\n乙 ${'丙'.repeat(100_000)}`, 6)).toMatch(/^甲 乙 丙+…$/);
	});
});

describe('texts made safe', () => {
	test.each([
		['a\u0000b', 'ab'],
		['a\fb\vc\u2028d\r\ne\rf', 'a\nb\nc\nd\ne\nf'],
		['a\ufffeb\uffffc', 'abc'],
		['a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
		['a\u202eb\u2066c\u2069', 'abc'],
		['👨‍👩‍👧‍👦𠮷𪚥\t', '👨‍👩‍👧‍👦𠮷𪚥\t'],
	])('%j', (text, wanted) => {
		expect(inert(text)).toBe(wanted);
	});

	test('pieces fit into a cell, cut no character, and say the whole', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('一'.repeat(9_000), '𠮷'.repeat(7_001), '\n'.repeat(200), 'a'), { maxLength: 12 }),
				(parts) => {
					const text = parts.join('');
					const cut = pieces(text);
					expect(cut.join('')).toBe(text);
					for (const piece of cut) {
						expect(piece.length).toBeLessThanOrEqual(2_000);
						expect(piece.isWellFormed()).toBe(true);
						expect(piece.split('\n').length).toBeLessThanOrEqual(254);
					}
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe('file names', () => {
	const parts = {
		unit: '某某局',
		table: '深圳指标',
		check: '2026年自查',
		what: '自评表',
		day: '2026-11-20',
		ending: 'docx',
	};

	test.each([
		[{}, '某某局 深圳指标 2026年自查 自评表 2026-11-20.docx'],
		[{ unit: '' }, '深圳指标 2026年自查 自评表 2026-11-20.docx'],
		[{ unit: 'a/b\\c:d*e?f"g<h>i|j' }, 'a b c d e f g h i j 深圳指标 2026年自查 自评表 2026-11-20.docx'],
		[{ unit: '甲\u202e乙\u0000丙\ud800', check: '\n ' }, '甲乙丙 深圳指标 自评表 2026-11-20.docx'],
		[{ unit: '...' }, '深圳指标 2026年自查 自评表 2026-11-20.docx'],
		[{ unit: 'CON', table: '', check: '', what: '', day: '' }, '自查 CON.docx'],
		[{ unit: '', table: '', check: '', what: '', day: '' }, '自查.docx'],
	])('%o', (over, wanted) => {
		expect(fileName({ ...parts, ...over })).toBe(wanted);
	});

	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom(...Object.values(awkward), 'CON', 'com1', 'LPT9.txt', 'nul ', '.', '..', ' . '),
	);

	test('any parts make a name that every system takes', () => {
		fc.assert(
			fc.property(anything, anything, anything, anything, (unit, check, what, day) => {
				const name = fileName({ unit, table: '深圳指标', check, what, day, ending: 'xlsx' });
				expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]+\.xlsx$/u);
				expect(name).not.toMatch(/^[ .]|[ .]$|[ .]\.xlsx$/);
				expect(name.replace(/\..*$/, '').trim()).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
				expect(Array.from(name).length).toBeLessThanOrEqual(80);
				expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
			}),
			{ numRuns: 1000 },
		);
	});
});
