import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { writeOffline } from '../../src/integrations/offline.ts';
import { serve } from '../serve.ts';
import { note, open, saved, start } from './check.ts';
import { oneOf } from './thorough.ts';
import { test } from './where.ts';

/* One visit, and all of it works without a network. */

test.use({ keepsItself: true });

/** Someone reaches for the page, and what script adds to it has come. */
async function reach(page: Page): Promise<void> {
	await page.mouse.move(50, 50);
	await page.mouse.move(60, 60);
	await expect(page.locator('script[src*="Late"]')).toBeAttached();
}

async function about(page: Page): Promise<void> {
	await page.goto('/about/');
	await reach(page);
}

/** What is kept for later has come. */
async function kept(page: Page): Promise<void> {
	await reach(page);
	const state = () =>
		page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none');
	await expect.poll(state, { timeout: 15_000 }).toBe('activated');
}

const list = JSON.parse(readFileSync('tests/.out/root/offline.json', 'utf8'));
const pages: string[] = list.files
	.map(({ path }: { path: string }) => path)
	.filter((path: string) => path.endsWith('index.html'))
	.map((path: string) => path.replace('index.html', ''));

for (const base of oneOf(['/', '/a/b/'], 1))
	test(`after one visit at ${base} everything is read, searched, checked and practised without a network`, async ({
		page,
		context,
	}) => {
		const wrongs: string[] = [];
		page.on('pageerror', ({ message }) => wrongs.push(message));
		await page.goto(base);
		await kept(page);
		await context.setOffline(true);

		for (const path of pages) {
			const response = await page.goto(base + path);
			expect(response?.fromServiceWorker(), path).toBe(true);
			expect(await page.evaluate(() => document.styleSheets.length), path).toBeGreaterThan(0);
		}
		await page.goto(`${base}docs/xize-2013/#art-18`);
		await expect(page.locator('#art-18')).toBeInViewport();
		await page.locator('#art-18 .uses').hover();
		await expect(page.locator('#art-18 .cite')).toBeVisible();
		await page.locator('#art-18 .uses').click();
		await expect(page.locator('#art-18 .use-list')).toBeVisible();

		await page.goto(`${base}search/?q=${encodeURIComponent('评估组要几个人')}`);
		await page.locator('.results a').first().click();
		await expect(page).toHaveURL(/xize-2013\/#art-19/);

		await start(page, 'shenzhen-2022', base);
		await open(page, 'b1');
		await note(page, 'b1').fill('断网时写的');
		await saved(page);
		await page.reload();
		await expect(note(page, 'b1')).toHaveValue('断网时写的');
		await page.goto(page.url().replace(/#.*/, ''));
		await page.getByRole('button', { name: /自评表、材料目录/ }).click();
		const coming = page.waitForEvent('download');
		await page.getByRole('button', { name: '自评表，Word 文件' }).click();
		expect(
			readFileSync(await (await coming).path())
				.subarray(0, 2)
				.toString(),
		).toBe('PK');

		await page.goto(`${base}training/quiz/?practice=topic:notes`);
		await expect(page.locator('.ask')).toBeVisible();
		await page.goto(`${base}about/`);
		await reach(page);
		await expect(page.locator('#offline')).toContainText('断了网也能读、能搜、能自查、能做题');
		await page.goto(`${base}nothing/here/`);
		await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible();
		expect(wrongs).toEqual([]);
	});

test('the page about the site tells the state and the size, downloads, and takes away', async ({ page, context }) => {
	await page.addInitScript(() => {
		if (!localStorage.getItem('offline /')) localStorage.setItem('offline /', 'off');
	});
	await about(page);
	const box = page.locator('#offline');
	await expect(box).toContainText(`${(list.bytes / 1024 / 1024).toFixed(1)} MB`);
	await box.getByRole('button', { name: '下载离线包' }).click();
	await expect(box).toContainText('离线包已下载');
	await expect(box.getByRole('status')).toBeFocused();
	await context.setOffline(true);
	await page.goto('/docs/xize-2013/');
	await expect(page.locator('#art-1')).toBeVisible();
	await context.setOffline(false);
	await about(page);
	await box.getByRole('button', { name: '删除离线包' }).click();
	await expect(box).toContainText('离线包没有下载');
	await expect(box.getByRole('status')).toBeFocused();
	expect(
		await page.evaluate(async () => [
			(await caches.keys()).length,
			(await navigator.serviceWorker.getRegistrations()).length,
		]),
	).toEqual([0, 0]);
	await page.reload();
	await reach(page);
	await expect(box).toContainText('离线包没有下载');
});

test('a download that fails is said, and can be tried again', async ({ page, context }) => {
	await page.addInitScript(() => localStorage.setItem('offline /', 'off'));
	await about(page);
	const box = page.locator('#offline');
	await expect(box.getByRole('button', { name: '下载离线包' })).toBeVisible();
	await context.route('**/offline.json', (route) => route.abort());
	await box.getByRole('button', { name: '下载离线包' }).click();
	await expect(box).toContainText('没有下载成');
	await context.unroute('**/offline.json');
	await box.getByRole('button', { name: '再下载一次' }).click();
	await expect(box).toContainText('离线包已下载');
});

test('where the browser does not allow it, it is said with what to do', async ({ page }) => {
	await page.addInitScript(() => {
		Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
		Object.defineProperty(window, 'isSecureContext', { value: false });
	});
	await about(page);
	await expect(page.locator('#offline')).toContainText('这个地址不是 HTTPS');
});

/** A site of its own that can be changed while it is used. */
interface Changing {
	folder: string;
	origin: string;
	/** Changes a page, as the next build would. */
	build: (mark: string) => void;
}

async function changing(use: (site: Changing) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'site-'));
	cpSync('tests/.out/root', folder, { recursive: true });
	const server: Server = serve(() => folder, 0);
	await new Promise((listening) => server.once('listening', listening));
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const page = join(folder, 'docs/index.html');
	const before = readFileSync(page, 'utf8');
	const build = (mark: string) => {
		writeFileSync(page, before.replace('</h1>', `（${mark}）</h1>`));
		writeOffline(folder);
	};
	try {
		await use({ folder, origin, build });
	} finally {
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const heading = (page: Page) => page.locator('h1').textContent();

const update = (page: Page) =>
	page.evaluate(async () => {
		await (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined);
	});

test('a new build asks; until then the old one answers; what was typed is there afterwards', async ({
	page,
	context,
}) => {
	await changing(async ({ origin, build }) => {
		build('一');
		await page.goto(`${origin}/docs/`);
		await kept(page);
		await start(page, 'shenzhen-2022', `${origin}/`);
		await open(page, 'b1');
		const check = page.url();
		build('二');
		const other = await context.newPage();
		await other.goto(`${origin}/docs/`);
		expect(await heading(other)).toContain('（一）');
		await reach(page);
		await update(page);
		const barOf = (tab: Page) => tab.getByRole('status').filter({ hasText: '本站有了新版' });
		const bar = barOf(page);
		await expect(bar).toBeVisible();
		await other.reload();
		expect(await heading(other)).toContain('（一）');
		await reach(other);
		await expect(barOf(other)).toBeVisible();
		await note(page, 'b1').pressSequentially('刚刚打的字');
		const loaded = page.waitForEvent('load');
		await bar.getByRole('button', { name: '换上新版' }).click();
		await loaded;
		await expect(note(page, 'b1')).toHaveValue('刚刚打的字');
		await expect(bar).toHaveCount(0);
		expect(page.url()).toBe(check);
		// The other window asks still, though the new build has been taken.
		const reloaded = other.waitForEvent('load');
		await barOf(other).getByRole('button', { name: '换上新版' }).click();
		await reloaded;
		expect(await heading(other)).toContain('（二）');
		// A page of the old build still gets its own scripts.
		expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
	});
});

test('a build that is half there is not taken', async ({ page, context }) => {
	await changing(async ({ folder, origin, build }) => {
		build('一');
		await page.goto(`${origin}/docs/`);
		await kept(page);
		build('二');
		writeFileSync(join(folder, 'docs/index.html'), '<!doctype html><h1>（三）</h1>');
		await page.goto(`${origin}/docs/marks/`);
		const end = await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update().catch(() => undefined);
			const coming = registration?.installing;
			if (!coming) return 'none came';
			return new Promise((ended) => {
				coming.onstatechange = () => ended(coming.state);
			});
		});
		expect(end).toBe('redundant');
		expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
		await context.setOffline(true);
		await page.goto(`${origin}/docs/`);
		expect(await heading(page)).toContain('（一）');
	});
});

test('the switch that ends it: nothing is left of it, and the site goes on from the network', async ({ page }) => {
	await changing(async ({ folder, origin, build }) => {
		build('一');
		await page.goto(`${origin}/docs/`);
		await kept(page);
		build('二');
		cpSync(join(folder, 'sw-off.js'), join(folder, 'sw.js'));
		await page.goto(`${origin}/about/`);
		await update(page);
		await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
		await page.goto(`${origin}/docs/`);
		expect(await heading(page)).toContain('（二）');
	});
});

/** Whoever saves data is not made to fetch three megabytes. */
test('nothing is fetched ahead where data are saved', async ({ page }) => {
	await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await about(page);
	await expect(page.getByRole('button', { name: '下载离线包' })).toBeVisible();
	await about(page);
	expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
	expect(asked.filter((address) => address.includes('sw.js'))).toEqual([]);
});
