import { expect, type Page } from '@playwright/test';
import { type Everyday, figures, half, halves, percent } from '../everyday.ts';
import { thorough } from './thorough.ts';
import { test } from './where.ts';
import { withoutCatalogue, withoutSegmenter } from './without.ts';

/* What people ask who have not read the texts, on the built site. */

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

/** In a quick run each way takes one half. */
const halvesOf = (i: number) => (thorough ? halves : halves.slice(i % 2, (i % 2) + 1));

for (const [i, { name, base = '/', prepare }] of runs.entries())
	for (const which of halvesOf(i))
		test(`the ${which} half, ${name}`, { tag: '@thorough' }, async ({ page }) => {
			await prepare?.(page);
			await page.goto(`${base}search/`);
			const rows = half(which).filter((_, at) => thorough || at % 10 === 0);
			const got: { row: Everyday; given: string[]; gap: boolean }[] = [];
			for (const row of rows) got.push({ row, ...(await answers(page, base, row.q)) });
			const answered = got.filter(({ row }) => row.kind !== 'none');
			const { first, five, misses } = figures(answered);
			const none = got.filter(({ row }) => row.kind === 'none');
			const said = none.filter(({ gap }) => gap).length / none.length;
			console.log(
				`\n${which} half, ${name}: first ${percent(first)}, within five ${percent(five)}, gap said ${percent(said)}\n${misses.join('\n')}`,
			);
			// A few rows tell little of a share; data/everyday.test.ts asks all of them of the engine.
			expect(first).toBeGreaterThanOrEqual(thorough ? 0.79 : 0.65);
			expect(five).toBeGreaterThanOrEqual(thorough ? 0.95 : 0.85);
			expect(said).toBeGreaterThanOrEqual(thorough ? 0.72 : 0.5);
		});
