import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownText } from '../../src/clauses/marks.ts';
import { words } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { site } from './site.ts';

const { documents, forms } = loadLibrary('.');
const htmlOf = (path: string) => site.pages.find((page) => page.path === path)?.html ?? '';
const data = (name: string) => JSON.parse(readFileSync(join(site.folder, 'data', `${name}.json`), 'utf8'));

const bare = (text: string) =>
	text
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
		.replaceAll(/&quot;/g, '"')
		.replaceAll(/&lt;/g, '<')
		.replaceAll(/&amp;/g, '&')
		.replaceAll(/\s/g, '');

const printed = forms.filter(({ annex }) => annex);

test.each(printed.map((form) => [form.id, form] as const))(
	'%s is on its page as its annex prints it',
	(id, { annex = '' }) => {
		const [document, anchor] = annex.split('#');
		const source = documents.find((each) => each.id === document);
		if (!source) throw new Error(`there is no ${document}`);
		const own = Array.from(words(source)).filter(
			({ visit }) => visit && [visit.clause, ...visit.ancestors].some((clause) => clause.id === anchor),
		);
		expect(own.length).toBeGreaterThan(10);
		const html = htmlOf(`forms/${id}/`);
		const page = bare(html.slice(html.indexOf('class="annex"')));
		let at = 0;
		for (const { runs } of own) {
			const text = bare(shownText(runs));
			const found = page.indexOf(text, at);
			expect(found, text).toBeGreaterThanOrEqual(at);
			at = found + text.length;
		}
	},
);

test('an annex leads to its form, and what a form is handed in by counts it', () => {
	const page = htmlOf('docs/xize-2013/');
	for (const { id } of printed) expect(page).toContain(`forms/${id}/">填这张表`);
	const uses = htmlOf('docs/xize-2013/uses/');
	for (const { id, name } of forms) expect(uses, id).toMatch(new RegExp(`填写：<a href="[^"]*forms/${id}/">${name}`));
});

test('search finds every form and every blank of its own', () => {
	const { passages } = data('search') as { passages: { kind: string; source: string; id: string; label: string }[] };
	for (const { id, name, asked, sections = [] } of forms) {
		const own = passages.filter(({ kind, source }) => kind === 'form' && source === `forms/${id}/`);
		expect(own.find((passage) => passage.id === '')?.label).toBe(name);
		const fields = [...asked.flatMap(({ field }) => field ?? []), ...sections.map(({ field }) => field)];
		expect(
			own
				.map((passage) => passage.id)
				.filter(Boolean)
				.sort(),
		).toEqual(fields.sort());
		for (const field of fields) expect(htmlOf(`forms/${id}/`)).toContain(`id="${field}"`);
	}
});

test('every form is there as data', () => {
	for (const { id, name } of forms) expect(data(`annexes/${id}`)).toMatchObject({ format: 1, id, name });
	expect(Object.keys(data('form-checks').checks).length).toBeGreaterThanOrEqual(25);
	expect(data('drafts').plan.length).toBeGreaterThanOrEqual(5);
});

test('the list says who hands in a form and by which clause', () => {
	const page = bare(htmlOf('forms/'));
	for (const { name, by, due } of forms) {
		expect(page).toContain(`${bare(name)}由${by}填写`);
		for (const { quote } of due) expect(page).toContain(bare(quote));
	}
});
