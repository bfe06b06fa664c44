import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/clauses/marks.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { paperOf } from '../../src/forms/paper.ts';
import { placesOf } from '../../src/forms/places.ts';
import { printedIn, slotsIn } from '../../src/forms/printed.ts';
import { form as formKind } from '../../src/kept/kinds/form.ts';
import type { Node, Table } from '../../src/schemas/document.ts';

const { facts: groups, forms, links } = loadLibrary('.');
const facts = groups.flatMap((group) => group.facts);
const printedForms = forms.flatMap((form) => {
	const [document = '', anchor = ''] = (form.annex ?? '').split('#');
	const annex = links.clause(document, anchor)?.clause;
	if (!annex) return [];
	const printed = printedIn(annex.content);
	return [{ form, annex, printed, places: placesOf(slotsIn(printed), form, facts).places }];
});

const tablesIn = (nodes: readonly Node[]): Table[] =>
	nodes.flatMap((node) => (node.type === 'table' ? [node] : node.type === 'clause' ? tablesIn(node.content) : []));

const nothing = { fact: () => '', own: () => undefined };

/** A word of its own in every place. */
const everything = {
	fact: (id: string) => `（${id}）`,
	own: (field: string) => ({
		...formKind.empty(),
		said: field.startsWith('own.') ? '' : `【${field}】`,
		rows: [1, 2, 3].map((row) => ({
			id: `${row}`,
			cells: Object.fromEntries(
				['when', 'what', 'who', 'name', 'post', 'phone', 'signed'].map((column) => [
					column,
					`${field}-${column}-${row}`,
				]),
			),
		})),
	}),
};

describe.each(printedForms)('$form.id', ({ form, annex, printed, places }) => {
	test('blank, its tables are the printed ones, cell by cell', () => {
		const paper = paperOf({
			name: form.name,
			title: shownText(annex.heading ?? []),
			cover: true,
			printed,
			places,
			saying: nothing,
		});
		const drawn = paper.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
		const tables = tablesIn(annex.content);
		expect(drawn).toHaveLength(tables.length);
		for (const [i, table] of tables.entries()) {
			const cells = [...(drawn[i]?.head ?? []), ...(drawn[i]?.body ?? [])].map((row) =>
				row.map(({ text, across = 1, down = 1 }) => [text ?? '', across, down]),
			);
			expect(cells).toEqual(
				table.rows.map((row) =>
					row.filter(({ merged }) => !merged).map(({ runs, colspan, rowspan }) => [shownText(runs), colspan, rowspan]),
				),
			);
			expect(drawn[i]?.head).toHaveLength(table.head);
		}
	});

	test('filled in, everything that is said stands there, once for each place that asks', () => {
		const paper = paperOf({
			name: form.name,
			title: shownText(annex.heading ?? []),
			cover: true,
			printed,
			places,
			saying: everything,
		});
		const text = JSON.stringify(paper);
		for (const { facts: known = [], field } of places) {
			for (const { id, kind } of known) if (kind !== 'date') expect(text).toContain(`（${id}）`);
			if (field && field.kind !== 'rows' && field.kind !== 'date' && field.kind !== 'month')
				expect(text.split(`【${field.id}】`)).toHaveLength(2);
			if (field?.kind === 'rows')
				for (const column of field.columns)
					for (const row of [1, 2, 3]) expect(text.split(`${field.id}-${column}-${row}`)).toHaveLength(2);
		}
		expect(paper.mark).toBe('');
		expect(paper.title).toMatch(/^社会管理和公共服务综合标准化试点/);
	});
});
