import { readFileSync } from 'node:fs';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { situationOf } from '../../src/checks/situation.ts';
import { linkDocuments } from '../../src/clauses/links.ts';
import type { ReadLine } from '../../src/evidence/papers.ts';
import { Sheet } from '../../src/features/takeaway/Sheet.tsx';
import { selfAssessment } from '../../src/papers/self-assessment.ts';
import { formOf } from '../../src/papers/table-form.ts';
import { writeDocx } from '../../src/paperwork/docx.ts';
import type { Paperwork, Table } from '../../src/paperwork/paperwork.ts';
import { writeXlsx } from '../../src/paperwork/xlsx.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { parseRubric } from '../../src/rubric/parse.ts';
import type { Values } from '../../src/rubric/rules/rule.ts';
import { kindOf } from '../../src/rubric/rules.ts';
import { dataOf } from '../../src/rubric/rules-data.ts';
import { score } from '../../src/rubric/score.ts';
import type { Answer } from '../../src/rubric/situation.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';
import type { SavedAnswer } from '../../src/schemas/saved-check.ts';
import { given, paper, record } from '../fixtures/takeaway.ts';
import { readDocx, readXlsx } from '../package.ts';

/* A table made at run time from a string: filled, scored, exported, printed, with no build of the site for it. */

const own = readFileSync('tests/fixtures/own-table/own.yaml', 'utf8');

/** What the fields of the form hold, by their own names. */
const typed: { [line: string]: Values } = {
	n1: { '': '得分' },
	n2: { 'part 有导引': 'yes', 'part 有座椅': 'no' },
	n3: { '': '一次办完' },
	n4: { 'count 收到表扬': 2 },
};

/** Fills the form's fields, and finds them filled from the record that they made. */
function filled(rubric: Rubric): { [line: string]: ReadLine } {
	return Object.fromEntries(
		criteriaOf(rubric).map(({ id, rule }) => {
			const kind = kindOf(rule);
			const values = typed[id] ?? {};
			expect(
				dataOf(rule)
					.asks(rule)
					.fields.map(({ name }) => name),
			).toEqual(Object.keys(values));
			const answer = kind.answer(values) as SavedAnswer;
			expect(kind.values(answer as Answer)).toEqual(values);
			expect(kind.misfits(rule, answer as Answer)).toEqual([]);
			return [id, record({ answer, note: `${id}的说明`, papers: [paper({ id: 'p', name: `${id}的材料` })] })];
		}),
	);
}

const bytesOf = async (file: Promise<Blob>) => new Uint8Array(await (await file).arrayBuffer());

const tableOf = ({ blocks }: Paperwork): Table => {
	const table = blocks.find((block): block is Table => block.type === 'table');
	if (!table) throw new Error('the paper has no table');
	return table;
};

test('a table made from a string is filled, scored, exported and printed', async () => {
	const rubric = parseRubric(own, 'own', 'own.yaml');
	const lines = filled(rubric);
	const result = score(rubric, situationOf(lines, { sector: '' }));
	expect(result).toMatchObject({ claimed: 15, backed: 15, total: 20 });

	const form = formOf(rubric, { documents: [], links: linkDocuments([]) });
	expect(form.table.rows.filter(({ line }) => line).map(({ line }) => line)).toEqual(
		criteriaOf(rubric).map(({ id }) => id),
	);
	const paperwork = selfAssessment({ ...given(rubric, lines), form, result });
	const { head, body } = tableOf(paperwork);
	const cells = [...head, ...body].map((row) => row.map(({ text: cell }) => (cell === undefined ? '' : String(cell))));
	expect(cells).toHaveLength(7);
	expect(cells[0]).toEqual(['项目', '序号', '要求', '分值', '自评分', '说明']);
	const words = cells.flat().join('\n');
	for (const part of ['入口有导引，得5分；', '等候区有座椅，得3分。', 'n2的说明', 'n4的说明'])
		expect(words).toContain(part);

	const shown = (read: readonly { text: unknown }[][]) =>
		read.map((row) => row.map(({ text: cell }) => String(cell ?? '')));
	const word = readDocx(await bytesOf(writeDocx(paperwork)));
	expect(word.faults).toEqual([]);
	expect(shown(word.layout.tables[0]?.cells ?? [])).toEqual(cells);
	const excel = readXlsx(await bytesOf(writeXlsx(paperwork)));
	expect(excel.faults).toEqual([]);
	const sheet = shown(excel.sheets[0]?.rows ?? []);
	for (const row of cells) expect(sheet).toContainEqual(row);

	const printed = render(h(Sheet, { paperwork } as never));
	for (const part of ['入口有导引，得5分；', 'n4的说明']) expect(printed).toContain(part);
});
