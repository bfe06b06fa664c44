import { writeFileSync } from 'node:fs';
import { expect, type Page, type Route } from '@playwright/test';
import { note, open, saved, start } from './check.ts';
import { hold, replace, stored, upgradeable } from './database.ts';
import { backup, backupOfAll, file, openFiles } from './files.ts';
import { kinds } from './filled.ts';
import { oneOf } from './thorough.ts';
import { test } from './where.ts';

/* What was said and was not so, and what was dead for ever; each test named after its fault. Every row failed on the build of the first edition (2026-11-26), but for local storage, session storage, the database, caches and the storage manager that throw alone. */

test.use({ actionTimeout: 15_000 });

const ready = (page: Page) => expect(page.locator('main[data-ready]')).toBeVisible({ timeout: 15_000 });

for (const [back, count] of Object.entries({ 'an hour': 1, 'ten days': 240 }))
	test(`the clock is set back ${back} after a backup: twelve changed lines are not “之后没有改动”`, async ({
		page,
	}) => {
		const address = await start(page);
		const foot = page.locator('.check-foot');
		await open(page, 'b1');
		await note(page, 'b1').fill('备份之前');
		await saved(page);
		await backup(page);
		await expect(foot).toContainText('之后没有改动');
		await page.clock.setSystemTime(Date.now() - count * 60 * 60 * 1000);
		await page.goto(`${address}#b1`);
		await page.reload();
		for (let i = 1; i <= 12; i += 1) {
			await open(page, `b${i}`);
			await note(page, `b${i}`).fill('备份之后');
			await saved(page);
		}
		await expect(foot).not.toContainText('之后没有改动');
		await expect(foot).toContainText(/改了 12 项/);
	});

/** The server has another build from now on: each script and style under another name, the old ones gone. */
async function deployOther(page: Page): Promise<void> {
	const renamed = (text: string) => text.replace(/\.([\w-]{8})\.(js|css)\b/g, '.n$1.$2');
	const answer = async (route: Route) => {
		const { pathname, href } = new URL(route.request().url());
		if (!/\/_astro\/|\/$|\.(html|json)$/.test(pathname)) return route.fallback();
		const old = href.replace(/\.n([\w-]{8})\.(js|css)/, '.$1.$2');
		if (pathname.includes('/_astro/') && old === href) return route.fulfill({ status: 404, body: '' });
		const response = await route.fetch({ url: old });
		const text = renamed(await response.text()).replace(/"version":\s*"/, '$&other');
		return route.fulfill({ response, body: text });
	};
	// Whoever asks may be gone by then.
	await page.route('**/*', (route) => answer(route).catch(() => undefined));
}

const parts: { [part: string]: (page: Page) => Promise<void> } = {
	'papers of a check': (page) => page.getByRole('button', { name: /自评表、材料目录/ }).click(),
	'files to bring back': async (page) => {
		await page.goto('/check/');
		await ready(page);
		await deployOther(page);
		await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	},
	'the list of a walk': async (page) => {
		await page.goto('/checklist/');
		await ready(page);
		await deployOther(page);
		await page.getByRole('button', { name: '整改清单，Word 文件' }).click();
	},
};

for (const [part, ask] of Object.entries(parts))
	test(`a new build deployed without a worker, then ${part}: the other build is noticed, the words stay, a reload is offered`, async ({
		page,
	}) => {
		const address = await start(page);
		await open(page, 'b6');
		await note(page, 'b6').fill('换版前写的');
		await saved(page);
		await page.goto(address.replace(/#.*/, ''));
		await ready(page);
		if (part === 'papers of a check') await deployOther(page);
		await ask(page);
		await expect(page.locator('body')).toContainText(/新版|新的一版|更新了|换了版/);
		await expect(page.locator('body')).not.toContainText('网络断了');
		await page
			.getByRole('button', { name: /换上|刷新|重新(打开|载入|加载)/ })
			.first()
			.click();
		await expect(page.locator('script[src*=".n"], link[href*=".n"]').first()).toBeAttached();
		await page.goto(`${address}#b6`);
		await expect(note(page, 'b6')).toHaveValue('换版前写的');
	});

test.describe('with what is kept for use without a network', () => {
	test.use({ keepsItself: true });

	test('the caches are evicted while the worker stays: it is not said to work offline, and they are filled again', async ({
		page,
		context,
	}) => {
		/** Someone reaches for the page, and what script adds to it has come. */
		const reach = async () => {
			await page.mouse.move(50, 50);
			await page.mouse.move(60, 60);
			await expect(page.locator('script[src*="Late"]')).toBeAttached();
		};
		const box = page.locator('#offline');
		const promise = '断了网也能';
		/** How many of the site's files are there, and what is said of it. */
		const state = () =>
			page.evaluate(async () => {
				const names = await caches.keys();
				const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
				return { files: Math.max(0, ...all), said: document.getElementById('offline')?.textContent ?? '' };
			});
		await page.goto('/about/');
		await reach();
		await expect
			.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
			.toBe('activated');
		await page.reload();
		await reach();
		await expect(box).toContainText(promise);
		const whole = (await state()).files;
		expect(whole).toBeGreaterThan(50);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await page.reload();
		await reach();
		await expect(box.getByRole('status')).toContainText(/\S/);
		const first = await state();
		expect.soft(first.said.includes(promise) && first.files < whole, JSON.stringify(first)).toBe(false);
		await expect.poll(async () => (await state()).files).toBe(whole);
		await context.setOffline(true);
		await page.goto('/docs/xize-2013/');
		await expect(page.locator('#art-1')).toBeVisible();
	});
});

const hint = /浏览器(还)?(没有|不)(答应|保证|同意)|可能.{0,12}清(理|除|掉)|关(掉|了|闭).{0,12}(没有了|就没|不在)/;

for (const answer of [false, true])
	for (const [name, { visit, field, status }] of oneOf(Object.entries(kinds), answer ? 0 : 1))
		test(`${name}: data that may go with the session: the browser is asked at the first save, and its answer ${answer} is told`, async ({
			page,
		}) => {
			await page.addInitScript((given) => {
				const { prototype } = StorageManager;
				prototype.persisted = async () => given && sessionStorage.getItem('asked') !== null;
				prototype.persist = async () => {
					sessionStorage.setItem('asked', '');
					return given;
				};
			}, answer);
			const asked = () => page.evaluate(() => sessionStorage.getItem('asked'));
			await page.goto('/checklist/');
			await ready(page);
			expect(await asked()).toBeNull();
			await visit(page);
			await field(page).fill('第一次存');
			await expect(status(page)).toContainText('已保存');
			await expect.poll(asked).toBe('');
			const main = page.locator('main');
			if (answer) await expect(main).not.toContainText(hint);
			else await expect(main).toContainText(hint);
		});

/** What a platform may refuse, and how it does. */
const refused: { [what: string]: readonly string[] } = {
	'a channel': ['BroadcastChannel'],
	'local storage': ['localStorage'],
	'session storage': ['sessionStorage'],
	'the database': ['indexedDB'],
	caches: ['caches'],
	workers: ['navigator.serviceWorker'],
	'the storage manager': ['navigator.storage'],
	'all site data, as Firefox does,': [
		'BroadcastChannel',
		'localStorage',
		'sessionStorage',
		'indexedDB',
		'caches',
		'navigator.serviceWorker',
		'navigator.storage',
	],
};

for (const [what, names] of Object.entries(refused))
	test(`${what} refused by throwing: every page with script works`, async ({ page }) => {
		const wrongs: string[] = [];
		page.on('pageerror', ({ message }) => wrongs.push(`${new URL(page.url()).pathname} ${message}`));
		await page.addInitScript((all) => {
			const refuse = () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			};
			for (const each of all)
				if (each === 'BroadcastChannel')
					Object.assign(globalThis, {
						BroadcastChannel: class {
							constructor() {
								refuse();
							}
						},
					});
				else if (each.startsWith('navigator.'))
					Object.defineProperty(Navigator.prototype, each.replace('navigator.', ''), {
						get: refuse,
						configurable: true,
					});
				else Object.defineProperty(globalThis, each, { get: refuse, configurable: true });
		}, names);
		for (const path of ['/', '/docs/xize-2013/', '/search/?q=标准', '/about/', '/rubrics/', '/training/']) {
			await page.goto(path);
			await page.mouse.move(50, 50);
			await page.mouse.move(60, 60);
			await expect.soft(page.locator('script[src*="Late"]'), path).toBeAttached();
		}
		for (const path of ['/check/', '/checklist/', '/training/quiz/']) {
			await page.goto(path);
			await expect.soft(page.locator('main[data-ready]'), path).toBeVisible();
		}
		expect(wrongs).toEqual([]);
		await start(page);
		await open(page, 'b6');
		await note(page, 'b6').fill('照样能写');
		await expect(page.locator('.check-foot [role="status"]')).toContainText(/已保存|只记在这一页/);
		expect((await file(page, '下载备份')).bytes.toString()).toContain('照样能写');
		expect(wrongs).toEqual([]);
	});

test('the database held by another window while a page tries twice: no connection is left that blocks an upgrade', async ({
	page,
	context,
}) => {
	await page.clock.install();
	await start(page);
	await open(page, 'b6');
	await note(page, 'b6').fill('先前的');
	await saved(page);
	const release = await hold(context);
	for (const words of ['等一次', '等两次']) {
		await note(page, 'b6').fill(words);
		// Beyond the time in which a database is waited for.
		await page.clock.fastForward(10_000);
		await expect(page.locator('.check-foot [role="alert"]')).toContainText('没有存下');
	}
	await release();
	await note(page, 'b6').fill('等到了');
	await expect(page.locator('.check-foot [role="alert"]').filter({ hasText: '没有存下' })).toHaveCount(0);
	await saved(page);
	expect(await upgradeable(context)).toBe('upgraded');
});

test('全部备份 over 20 MB: what was written is read', async ({ page, browser }) => {
	const address = await start(page);
	const id = new URL(address).searchParams.get('check');
	await open(page, 'b1');
	await note(page, 'b1').fill('第一项');
	await saved(page);
	const record = new Map(await stored(page)).get(`line ${id} b1`) as object;
	const lines = Array.from({ length: 23 }, (_, i): [string, unknown] => [
		`line ${id} b${i + 2}`,
		{ ...record, note: `第${i + 2}项`.padEnd(350_000, '写得很长很长'), version: undefined, seen: undefined },
	]);
	await replace(page, `line ${id} b2`, lines);
	const all = await backupOfAll(page);
	expect(all.buffer.length).toBeGreaterThan(20 * 1024 * 1024);
	const there = await (await browser.newContext()).newPage();
	await openFiles(there);
	const path = test.info().outputPath('all.json');
	writeFileSync(path, all.buffer);
	await there.locator('input[type="file"]').setInputFiles(path);
	await expect(there.locator('#bring .preview, #bring [role="alert"]').first()).toBeVisible();
	await expect(there.locator('#bring [role="alert"]')).toHaveCount(0);
	await there.getByRole('button', { name: '带回来' }).click();
	await expect(there.locator('#bring')).toContainText('带回来了');
	await there.goto(`${address}#b24`);
	await expect(note(there, 'b24')).toHaveValue(/^第24项/);
	await there.context().close();
});
