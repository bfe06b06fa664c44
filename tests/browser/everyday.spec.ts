import { expect, type Page, test } from '@playwright/test';
import { type Everyday, figures, half, halves, percent } from '../everyday.ts';
import { thorough } from './thorough.ts';

/* What people ask who have not read the texts, on the built site. */

const withoutSegmenter = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
const withoutCatalogue = (page: Page) => page.route('**/data/search.json', (route) => route.abort());

interface Run {
	name: string;
	base?: string;
	prepare?: (page: Page) => Promise<unknown>;
}

const runs: Run[] = [
	{ name: 'as built' },
	{ name: 'under a prefix, without Intl.Segmenter', base: '/a/b/', prepare: withoutSegmenter },
	{ name: 'from the index alone', prepare: withoutCatalogue },
	{
		name: 'from the index alone, without Intl.Segmenter',
		prepare: (page) => Promise.all([withoutCatalogue(page), withoutSegmenter(page)]),
	},
];

/** What the page answers, the first five addresses and whether it says that no text says it. */
async function answers(page: Page, base: string, q: string) {
	await page.evaluate(
		(to) => {
			history.replaceState(null, '', to);
			dispatchEvent(new PopStateEvent('popstate'));
		},
		`${base}search/?q=${encodeURIComponent(q)}`,
	);
	await page.waitForFunction((asked) => {
		const list = document.querySelector('.results');
		const status = document.querySelector('.status')?.textContent ?? '';
		const settled = list?.getAttribute('aria-label')?.startsWith(`“${asked}”`) && list.ariaBusy === 'false';
		return settled || status.includes(`“${asked}”`);
	}, q);
	const given = await page
		.locator('.results .where a')
		.evaluateAll(
			(links, start) =>
				links.slice(0, 5).map((link) => (link.getAttribute('href') ?? '').slice(start.length).replace('/#', '#')),
			base,
		);
	const none = /没有找到/.test((await page.locator('.status').textContent()) ?? '');
	return { given, gap: none || (await page.locator('.gap').count()) > 0 };
}

for (const { name, base = '/', prepare } of runs)
	for (const which of halves)
		test(`the ${which} half, ${name}`, { tag: '@thorough' }, async ({ page }) => {
			await prepare?.(page);
			await page.goto(`${base}search/`);
			const rows = half(which).filter((_, i) => thorough || i % 8 === 0);
			const got: { row: Everyday; given: string[]; gap: boolean }[] = [];
			for (const row of rows) got.push({ row, ...(await answers(page, base, row.q)) });
			const answered = got.filter(({ row }) => row.kind !== 'none');
			const { first, five, misses } = figures(answered);
			const none = got.filter(({ row }) => row.kind === 'none');
			const said = none.filter(({ gap }) => gap).length / none.length;
			console.log(
				`\n${which} half, ${name}: first ${percent(first)}, within five ${percent(five)}, gap said ${percent(said)}\n${misses.join('\n')}`,
			);
			expect(first).toBeGreaterThanOrEqual(0.65);
		});
