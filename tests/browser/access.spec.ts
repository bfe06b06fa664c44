import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Bank } from '../../src/features/training/bank.ts';
import { start } from './check.ts';
import { expectClean } from './clean.ts';
import { oneOf, thorough } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

/* What people set for their eyes: every page with large letters, zoomed in, and in their own colours. */

const paths: string[] = JSON.parse(readFileSync('tests/.out/root/offline.json', 'utf8'))
	.files.map(({ path }: { path: string }) => path)
	.filter((path: string) => path.endsWith('index.html'))
	.map((path: string) => `/${path.replace('index.html', '')}`);

const bank: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));

/** How far things stand beyond the page, and texts that are cut. */
const faultsIn = (page: Page) =>
	page.evaluate(() => {
		const beyond = document.documentElement.scrollWidth - innerWidth;
		const cut = Array.from(document.querySelectorAll<HTMLElement>('main :is(p, a, button, label, h1, h2, h3, td, li)'))
			.filter((node) => {
				const { overflowX, overflowY, textOverflow } = getComputedStyle(node);
				const hides =
					!node.matches('.hidden-head') && [overflowX, overflowY].includes('hidden') && textOverflow !== 'ellipsis';
				return hides && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
			})
			.map((node) => node.outerHTML.slice(0, 80));
		return { beyond: Math.max(0, beyond), cut };
	});

const sound = { beyond: 0, cut: [] };

/** Text as large as someone's browser makes it, in percent of the usual. */
const enlarge = (page: Page, percent: number) =>
	page.evaluate((by) => {
		document.documentElement.style.fontSize = `${(112.5 * by) / 100}%`;
	}, percent);

const settings: { [name: string]: (page: Page) => Promise<void> } = {
	'text at 200 %': async (page) => {
		await page.setViewportSize({ width: 1280, height: 900 });
		await enlarge(page, 200);
	},
	'zoom at 400 %': async (page) => {
		await page.setViewportSize({ width: 320, height: 256 });
		await enlarge(page, 100);
	},
	'spacing of one’s own': async (page) => {
		await page.setViewportSize({ width: 1280, height: 900 });
		await enlarge(page, 100);
		await page.evaluate(() => {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(
				'* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
			);
			document.adoptedStyleSheets = [sheet];
		});
	},
};

const some = thorough ? paths : paths.filter((_, i) => i % 3 === 0);

test('with text at 200 %, zoomed to 400 % and with spacing of one’s own, nothing is cut or stands out', {
	tag: '@thorough',
}, async ({ page }) => {
	for (const path of some) {
		await page.goto(path);
		for (const [name, set] of Object.entries(settings)) {
			await set(page);
			expect.soft(await faultsIn(page), `${path} ${name}`).toEqual(sound);
		}
	}
	await start(page);
	const hub = page.url();
	for (const hash of ['', '#b1', '#all']) {
		await page.goto(hub + hash);
		await page.reload();
		await expect(page.locator('main[data-ready]')).toBeAttached();
		for (const [name, set] of Object.entries(settings)) {
			await set(page);
			expect.soft(await faultsIn(page), `self-check ${hash} ${name}`).toEqual(sound);
		}
	}
});

/** The quiz and the search at work, each state from the one before. */
const working: [name: string, lead: (page: Page) => Promise<unknown>][] = [
	...(['order', 'match', 'single'] as const).map((kind): (typeof working)[number] => [
		`asking ${kind}`,
		async (page) => {
			const id = bank.questions.find((question) => question.kind === kind)?.id;
			await page.goto(`/training/quiz/?practice=${encodeURIComponent(`five:${id}:x`)}`);
			await expect(page.locator('.ask')).toHaveAttribute('data-question', id ?? '');
		},
	]),
	[
		'explaining',
		async (page) => {
			await page.locator('.ask .opt').first().click();
			await page.getByRole('button', { name: '看对不对' }).click();
			await expect(page.locator('.explain')).toBeVisible();
		},
	],
	[
		'mock with its answer card',
		async (page) => {
			await page.goto('/training/quiz/');
			await page.getByRole('button', { name: '开始', exact: true }).click();
			await page.locator('.card summary').click();
			await expect(page.locator('.cells [aria-current]')).toBeVisible();
		},
	],
	[
		'result',
		async (page) => {
			await page.getByRole('button', { name: '交卷' }).click();
			await page.getByRole('alert').getByRole('button', { name: '交卷' }).click();
			await page.locator('.result .wrong summary').first().click();
		},
	],
	[
		'book',
		async (page) => {
			await page.goto('/training/quiz/#book');
			await expect(page.locator('.book li').first()).toBeVisible();
		},
	],
	[
		'results of a search',
		async (page) => {
			await page.goto(`/search/?q=${encodeURIComponent('标准体系')}`);
			await expect(page.locator('.results > li').first()).toBeVisible();
		},
	],
];

test('the quiz and the search at work are whole with text at 200 % and zoomed to 400 %', async ({ page }) => {
	for (const [state, lead] of working) {
		await page.setViewportSize({ width: 1280, height: 900 });
		await lead(page);
		for (const [name, set] of Object.entries(settings)) {
			await set(page);
			expect.soft(await faultsIn(page), `${state} ${name}`).toEqual(sound);
		}
	}
});

test('大字 makes all text larger at once, on every page from then on, and back', { tag: '@thorough' }, async ({
	page,
}) => {
	const wrongs = watch(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/docs/xize-2013/');
	const size = () => page.locator('#art-1 p').evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
	const button = page.getByRole('button', { name: '大字' });
	expect(await size()).toBeGreaterThanOrEqual(18);
	const before = await size();
	await button.hover();
	await expect(page.locator('script[src*="Late"]')).toBeAttached();
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	expect((await size()) / before).toBeGreaterThan(1.3);
	for (const path of oneOf([some, paths], 0).flat()) {
		await page.goto(path);
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		expect.soft(await faultsIn(page), path).toEqual(sound);
	}
	await button.click();
	await page.goto('/docs/xize-2013/');
	expect(await size()).toBe(before);
	expect(wrongs).toEqual([]);
});

test('what axe should find it finds, on a page it has found clean before', async ({ page }) => {
	await page.goto('/about/');
	await expectClean(page, 'as it is');
	for (const [wrong, tag, style, text] of [
		['color-contrast', 'p', 'color: #ccc; background: #fff', '淡得看不清的字'],
		['image-alt', 'img', 'width: 9px; height: 9px', ''],
		['label', 'input', '', ''],
	] as const) {
		await page.locator('main').evaluate(
			(main, [name, look, words]) => {
				const node = main.appendChild(document.createElement(name));
				node.style.cssText = look;
				node.textContent = words;
			},
			[tag, style, text] as const,
		);
		await expect(expectClean(page, wrong)).rejects.toThrow(`${wrong}: <${tag}`);
		await page.locator('main > :last-child').evaluate((node) => node.remove());
	}
	await expectClean(page, 'as it was');
});

test('大字 works where the browser keeps nothing', async ({ page }) => {
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('denied', 'SecurityError');
			},
		}),
	);
	const wrongs = watch(page);
	await page.goto('/docs/');
	await page.getByRole('button', { name: '大字' }).click();
	await expect(page.getByRole('button', { name: '大字' })).toHaveAttribute('aria-pressed', 'true');
	expect(wrongs).toEqual([]);
});

// Which colours are forced is the browser's choice, and not ours to contrast.
test('in forced colours axe finds nothing, and what is chosen, current and focused shows', {
	tag: '@thorough',
}, async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	for (const path of thorough ? paths : paths.filter((_, i) => i % 6 === 0)) {
		await page.goto(path);
		await expectClean(page, path, ['color-contrast']);
	}
	await page.goto('/docs/');
	const line = (selector: string) =>
		page.locator(selector).evaluate((node) => getComputedStyle(node).textDecorationLine);
	expect(await line('.bar nav [aria-current]')).toContain('underline');
	await start(page);
	await expectClean(page, 'hub', ['color-contrast']);
	await page.evaluate(() => {
		location.hash = 'b1';
	});
	await page.locator('[id="b1"] .opt').first().click();
	await expect(page.locator('[id="b1"] input:checked')).toHaveCount(1);
	await expectClean(page, 'line', ['color-contrast']);
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe('none');
});

/** The lines around something, which forced colours leave where they take backgrounds and shadows. */
const linesAround = (at: Locator) =>
	at.evaluate((node) => {
		const { outline, borderTopWidth, borderBottom, outlineColor } = getComputedStyle(node);
		return outlineColor === 'rgba(0, 0, 0, 0)' ? 'unseen' : [outline, borderTopWidth, borderBottom].join();
	});

test('in forced colours lines show the clause arrived at, the question in sight and the filter pressed', async ({
	page,
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	const differs = async (one: Locator, other: Locator, what: string) => {
		expect(await linesAround(one), what).not.toBe(await linesAround(other));
		expect(await linesAround(one), what).not.toBe('unseen');
	};
	for (const [arrived, other] of [
		['docs/xize-2013/#art-18', '#art-17'],
		['docs/xize-2013/#art-15.5', '#art-15.4'],
		['docs/xize-2013/#ch-5', '#ch-4'],
		['rubrics/shenzhen-2022/#a2', '#a1'],
		['rubrics/compare/#leader-in-charge', '#leading-body'],
	] as const) {
		await page.goto(`/${arrived}`);
		const target = page.locator(':target');
		await differs(target, page.locator(`[id="${other.slice(1)}"]`), arrived);
	}
	await page.goto('/training/quiz/');
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await page.locator('.card summary').click();
	const cells = page.locator('.cells button');
	await differs(cells.and(page.locator('[aria-current]')), cells.nth(1), 'answer card');
	await page.goto('/checklist/');
	const filters = page.locator('.walk-filter button');
	await differs(filters.first(), filters.nth(1), 'walk');
	await page.goto(`/search/?q=${encodeURIComponent('标准体系')}`);
	const options = page.locator('.filter a');
	await differs(options.first(), options.nth(1), 'search');
});

test('where motion is not wanted there is none', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const path of ['/', '/docs/xize-2013/', '/search/?q=24421', '/check/shenzhen-2022/', '/training/quiz/']) {
		await page.goto(path);
		const moving = await page.evaluate(
			() =>
				Array.from(document.querySelectorAll('*')).filter((node) => {
					const { transitionDuration, animationName } = getComputedStyle(node);
					return transitionDuration.split(', ').some((time) => time !== '0s') || !/^(none|late)$/.test(animationName);
				}).length,
		);
		expect(moving, path).toBe(0);
	}
});
