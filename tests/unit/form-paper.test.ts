import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/clauses/marks.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { annexData, placesIn } from '../../src/forms/annex-data.ts';
import { coverList } from '../../src/forms/cover-list.ts';
import { signersOf } from '../../src/forms/signers.ts';
import { writeDocx } from '../../src/paperwork/docx.ts';
import type { Node, Table } from '../../src/schemas/document.ts';
import { allForms, everything, formOf, nothing, printedForms } from '../fixtures/forms.ts';
import { named, type ReadCell, readDocx } from '../package.ts';

const tablesIn = (nodes: readonly Node[]): Table[] =>
	nodes.flatMap((node) => (node.type === 'table' ? [node] : node.type === 'clause' ? tablesIn(node.content) : []));

const bare = (text: string) => text.replaceAll(/\s/g, '');

const read = async (paper: Parameters<typeof writeDocx>[0]) =>
	readDocx(new Uint8Array(await (await writeDocx(paper)).arrayBuffer()));

const tablesOf = ({ content }: { content: (string | ReadCell[][])[] }) =>
	content.filter((part): part is ReadCell[][] => typeof part !== 'string');

describe.each(printedForms)('$form.id', ({ annex, places, given }) => {
	test('blank, its Word file has the printed tables cell by cell, and its words in their order', async () => {
		const file = await read(formOf(given, nothing));
		expect(file.faults).toEqual([]);
		const printed = tablesIn(annex.content).map((table) =>
			table.rows.map((row) =>
				row
					.filter(({ merged }) => !merged)
					.map(({ runs, colspan, rowspan }) => [bare(shownText(runs)), colspan, rowspan]),
			),
		);
		const drawn = tablesOf(file).map((table) =>
			table.map((row) => row.map(({ text, across, down }) => [bare(`${text ?? ''}`), across, down])),
		);
		expect(drawn).toEqual(printed);
		const words = (nodes: readonly Node[]): string[] =>
			nodes.flatMap((node) => {
				if (node.type === 'table') return node.rows.flat().map(({ runs }) => shownText(runs));
				if (node.type !== 'clause') return [shownText(node.runs)];
				return [shownText(node.label), shownText(node.heading ?? []), ...words(node.content)];
			});
		const said = file.content.map((part) =>
			typeof part === 'string' ? part : part.flatMap((row) => row.map(({ text }) => text ?? '')).join(''),
		);
		expect(bare(said.join(''))).toBe(bare([given.title, ...words(annex.content)].join('')));
	});

	test('filled in, everything that is said stands in its Word file, once for each place that asks', async () => {
		const paper = formOf(given, everything());
		const { content } = await read(paper);
		const text = JSON.stringify(content);
		const times = (word: string) => text.split(word).length - 1;
		const byFact = Map.groupBy(
			places.flatMap(({ facts: known = [] }) => known.filter(({ kind }) => kind !== 'date')),
			({ id }) => id,
		);
		for (const [id, asked] of byFact) expect(times(`（${id}）`), id).toBe(asked.length);
		for (const { field } of places) {
			if (field && field.kind !== 'rows' && field.kind !== 'date' && field.kind !== 'month')
				expect(times(`【${field.id}】`), field.id).toBe(1);
			if (field?.kind === 'rows')
				for (const column of field.columns)
					for (const row of [1, 2, 3]) expect(times(`${field.id}-${column}-${row}.`)).toBe(1);
		}
		expect(paper.mark).toBe('');
		expect(paper.title).toMatch(/^社会管理和公共服务综合标准化试点/);
	});

	test('a grid and the width of each cell stand in every table: WPS wants both', async () => {
		const { parts } = await read(formOf(given, everything()));
		const document = parts.get('word/document.xml');
		const tables = document ? named(document, 'w:tbl') : [];
		expect(tables.length).toBeGreaterThan(0);
		for (const table of tables) {
			const grid = named(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
			expect(grid.length).toBeGreaterThan(1);
			expect(Math.min(...grid)).toBeGreaterThan(500);
			const cells = named(table, 'w:tc');
			expect(cells.filter((cell) => named(cell, 'w:tcW').length === 1)).toHaveLength(cells.length);
			for (const cell of cells) expect(Number(named(cell, 'w:tcW')[0]?.attributes['w:w'])).toBeGreaterThan(0);
		}
	});

	test('its cover stands on a page of its own, and what is signed keeps its day', async () => {
		const { blocks, cover } = formOf(given, nothing);
		expect(bare(cover ?? '')).toBe(bare(given.title));
		const begins = blocks.findIndex(({ onNewPage }) => onNewPage);
		expect(begins).toBeGreaterThanOrEqual(5);
		expect(blocks.slice(0, begins).every(({ type }) => type === 'paragraph')).toBe(true);
		expect(signersOf(given.printed).length).toBeGreaterThanOrEqual(given.name === '评估申请表' ? 0 : 1);
	});
});

describe.each(allForms)('$id as data', ({ id, given }) => {
	test('makes the same paper', () => {
		const data = JSON.parse(JSON.stringify(annexData({ id, ...given })));
		for (const saying of [nothing, everything()])
			expect(formOf({ ...data, places: placesIn(data) }, saying)).toEqual(formOf(given, saying));
	});

	test('an answer of 20,000 characters goes on with its label, and nothing of it is lost', async () => {
		const long = Array.from({ length: 500 }, (_, i) => `第${i}段：${'一二三四五六七八九十'.repeat(i % 9)}。`).join(
			'\n',
		);
		const { content } = await read(formOf(given, everything(1, long, given)));
		const words = content.map((part) =>
			typeof part === 'string' ? part : part.map((row) => row.map(({ text }) => text ?? '').at(-1) ?? '').join('\n'),
		);
		const found = bare(words.join(''));
		const answers = given.places.filter(({ field }) => field?.kind === 'long text');
		for (const { field } of answers) expect(found).toContain(bare(`【${field?.id}】${long}`));
		const rows = content.flatMap((part) => (typeof part === 'string' ? [] : part));
		const goOn = rows.filter((row) => `${row[0]?.text ?? ''}`.endsWith('（续）'));
		const inCells = answers.filter(({ slot }) => slot.how === 'cell');
		expect(goOn.length).toBeGreaterThanOrEqual(inCells.length * 20);
		for (const row of rows) expect(`${row.at(-1)?.text ?? ''}`.length).toBeLessThan(2_100);
	});
});

test('blanks ask for facts: each is typed once', () => {
	const places = printedForms.flatMap((each) => each.places);
	const known = new Set(places.flatMap(({ facts = [] }) => facts.map(({ id }) => id)));
	const asking = places.filter(({ facts }) => facts).length;
	console.log(`${places.length} blanks; ${asking} of them ask for ${known.size} facts`);
	expect(places.length).toBeGreaterThanOrEqual(90);
	expect(asking).toBeGreaterThanOrEqual(90);
	expect(known.size).toBeGreaterThanOrEqual(25);
	const { facts } = loadLibrary('.');
	// What annexes ask for is asked on a form; the sector is asked for by no annex.
	const asked = facts.flatMap((group) => group.facts.filter(({ asked: by }) => by.length > 0).map(({ id }) => id));
	expect(asked.filter((id) => !known.has(id))).toEqual(['participants', 'leader']);
});

test('who signs is read from what is printed', () => {
	const signers = Object.fromEntries(printedForms.map(({ form, printed }) => [form.id, signersOf(printed)]));
	expect(signers).toEqual({
		application: ['承担单位', '参加单位', '保证单位', '业务指导单位', '管理单位'],
		'evaluation-application': [],
		'evaluation-report': ['评估专家组长'],
		'review-self-inspection': ['负责人'],
		'review-application': ['申请单位', '业务指导部门', '受理部门'],
		'review-report': ['复查专家组组长'],
	});
});

test('a cover list names every paper, and states no number that no clause states', () => {
	const { blocks, title } = coverList('清水镇政务服务综合标准化试点', [
		{ name: '试点申请书', copies: 6, signers: ['承担单位', '参加单位'], place: '细则 第十条' },
		{ name: '自评表', signers: [], place: '' },
	]);
	expect(title).toBe('清水镇政务服务综合标准化试点申报材料清单');
	const [table] = blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
	expect(table?.body.map((row) => row.map(({ text }) => text))).toEqual([
		[1, '试点申请书', '一式 6 份', '承担单位、参加单位', '细则 第十条'],
		[2, '自评表', null, null, null],
	]);
});
