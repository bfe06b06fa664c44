import { expect, test } from 'vitest';
import { shownText } from '../../src/clauses/marks.ts';
import { words } from '../../src/clauses/outline.ts';
import { checkForms, readForms } from '../../src/content/forms.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { placesOf } from '../../src/forms/places.ts';
import { type Printed, printedIn, slotsIn } from '../../src/forms/printed.ts';
import type { Clause } from '../../src/schemas/document.ts';
import type { FormDefinition } from '../../src/schemas/form-definition.ts';

const { documents, facts: groups, links } = loadLibrary('.');
const forms = readForms('.');
const facts = groups.flatMap((group) => group.facts);

function annexOf({ annex = '' }: FormDefinition): Clause | undefined {
	const [document = '', anchor = ''] = annex.split('#');
	return links.clause(document, anchor)?.clause;
}

/** Every word that is drawn, in order. */
const wordsIn = (printed: readonly Printed[]): string[] =>
	printed.flatMap((each) => {
		switch (each.type) {
			case 'clause':
				return [
					shownText(each.clause.label),
					each.clause.heading ? shownText(each.clause.heading) : '',
					...wordsIn(each.content),
				];
			case 'table':
				return each.rows.flat().map(({ runs }) => shownText(runs));
			case 'room':
				return [];
			default:
				return [shownText(each.runs)];
		}
	});

const bare = (text: string) => text.replaceAll(/\s/g, '');

test('nothing is wrong with ours: every place has its facts or its field', () => {
	expect(checkForms(forms, groups, links)).toEqual([]);
	expect(forms.map(({ id }) => id)).toEqual([
		'application',
		'evaluation-application',
		'summary-report',
		'evaluation-report',
		'rectification-report',
		'review-self-inspection',
		'review-application',
		'review-report',
	]);
});

test('every printed word of an annex is drawn exactly once, in its order', () => {
	for (const form of forms) {
		const annex = annexOf(form);
		const document = documents.find(({ id }) => form.annex?.startsWith(`${id}#`));
		if (!annex || !document) continue;
		const said = Array.from(words(document))
			.filter(({ visit }) => visit && [...visit.ancestors, visit.clause].includes(annex))
			.map(({ runs }) => shownText(runs));
		const drawn = [
			shownText(annex.label),
			...(annex.heading ? [shownText(annex.heading)] : []),
			...wordsIn(printedIn(annex.content)),
		];
		expect(bare(drawn.join(''))).toBe(bare(said.join('')));
	}
});

test('a fact that is said once stands wherever a form asks for it', () => {
	let blanks = 0;
	const used = new Map<string, number>();
	for (const form of forms) {
		const annex = annexOf(form);
		if (!annex) continue;
		const { places, open } = placesOf(slotsIn(printedIn(annex.content)), form, facts);
		expect(open).toEqual([]);
		blanks += places.length;
		for (const { id } of places.flatMap((place) => place.facts ?? [])) used.set(id, (used.get(id) ?? 0) + 1);
	}
	console.log(`${blanks} places, ${used.size} facts, asked ${[...used.values()].reduce((a, b) => a + b)} times`);
	expect(blanks).toBe(128);
	expect(used.size).toBeGreaterThan(25);
	for (const { id, asked } of facts.filter((fact) => fact.asked.some(({ clause }) => /#annex-\d(\.s1)?$/.test(clause))))
		expect(used.get(id), `${id} ${asked.length}`).toBeGreaterThan(0);
});

const form = (id: string): FormDefinition => structuredClone(forms.find((each) => each.id === id) as FormDefinition);
const found = (...changed: FormDefinition[]) =>
	checkForms(changed, groups, links)
		.map(({ problem }) => problem)
		.join('\n');

const application = form('application');
const [unit, , ...rest] = application.asked;

test.each([
	['a place with neither fact nor field', { asked: application.asked.slice(0, -1) }, /经费来源.*neither/],
	['a field out of the order of the annex', { asked: [...application.asked].reverse() }, /printed nowhere/],
	[
		'a field for which nothing is printed',
		{ asked: [...application.asked, { at: '备注', field: 'x', kind: 'text' as const, because: [] }] },
		/备注.*printed nowhere/,
	],
	[
		'two fields of one id',
		{ asked: application.asked.map((each) => (each.field === 'goals' ? { ...each, field: 'steps' } : each)) },
		/steps stands twice/,
	],
	[
		'both facts and a field',
		{
			asked: [
				{ ...unit, at: '试点承担单位', because: [], field: 'y', kind: 'text' as const },
				...application.asked.slice(1),
			],
		},
		/either facts or a field/,
	],
	[
		'a fact that is not there',
		{ asked: [{ at: '试点承担单位', because: [], facts: ['nobody'] }, ...application.asked.slice(1)] },
		/no fact nobody/,
	],
	[
		'a place without a name',
		{ asked: application.asked.map((each) => (each.field === 'applied' ? { ...each, label: '' } : each)) },
		/has no label/,
	],
	[
		'too few columns',
		{ asked: application.asked.map((each) => (each.field === 'steps' ? { ...each, columns: ['when'] } : each)) },
		/prints 3 columns/,
	],
	[
		'columns of what has none',
		{ asked: application.asked.map((each) => (each.field === 'goals' ? { ...each, columns: ['a'] } : each)) },
		/columns are of rows/,
	],
	[
		'a sentence that does not stand there',
		{ due: [{ clause: 'xize-2013#art-10', quote: '应当填写申请书一份' }] },
		/is not a phrase/,
	],
	['an annex that is not there', { annex: 'xize-2013#annex-9' }, /no xize-2013#annex-9/],
	['no room where there is some', { 'no-room': ['邮编'] }, /there is room after/],
	['no room after what is not printed', { 'no-room': ['传真'] }, /is not printed/],
])('%s is found', (_, change, fault) => {
	expect(rest.length).toBeGreaterThan(3);
	expect(found({ ...application, ...change } as FormDefinition)).toMatch(fault);
});

test('a heading that its clause does not have is found, and two forms of one order', () => {
	const report = form('summary-report');
	const [first, ...others] = report.sections ?? [];
	expect(
		found({ ...report, sections: [{ ...(first as NonNullable<typeof first>), heading: '经验体会' }, ...others] }),
	).toMatch(/经验体会.*does not stand/);
	expect(found(report, { ...report, id: 'again' })).toMatch(/same order/);
});
