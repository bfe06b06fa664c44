import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { kinds } from '../../src/kept/kinds.ts';
import { moves } from '../../src/kept/moves.ts';
import { upgraded } from '../../src/kept/upgraded.ts';
import { profile } from './killable.ts';
import { test } from './where.ts';

/* What the build before kept, opened by this one: wholly, or not at all, and never written over by a window of the old. */

const keptBy = (format: string) =>
	JSON.parse(readFileSync(`tests/fixtures/kept/${format}/store.json`, 'utf8')) as {
		records: [string, unknown][];
		localStorage: Record<string, string>;
	};

const { records } = keptBy('format-1');

const database = 'standardisation-pilot';

/** A page of the site without any script of it: what a browser holds can be looked at and laid there. */
const bare = 'http://localhost:4180/sw-off.js';

/** Of the database of each build. */
const versions = { 'format-1': 1, 'format-2': 3, 'format-3': 6 };

/** Leaves the browser as an earlier build did; its database had the version of its formats. */
const layDown = (page: Page, format: keyof typeof versions = 'format-1') =>
	page.evaluate(
		([name, all, local, version]) =>
			new Promise<void>((done) => {
				Object.assign(localStorage, local);
				const request = indexedDB.open(name, version);
				request.onupgradeneeded = () => request.result.createObjectStore('records');
				request.onsuccess = () => {
					const transaction = request.result.transaction('records', 'readwrite');
					for (const [key, value] of all) transaction.objectStore('records').put(value, key);
					transaction.oncomplete = () => {
						request.result.close();
						done();
					};
				};
			}),
		[
			database,
			keptBy(format).records,
			{ ...keptBy(format).localStorage, 'offline /': 'off' },
			versions[format],
		] as const,
	);

/** What lies in the database, and of which version it is. */
const lyingIn = (page: Page) =>
	page.evaluate(
		(name) =>
			new Promise<{ version: number; all: [string, { format?: number }][] }>((done) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => {
					const { version } = request.result;
					const objects = request.result.transaction('records').objectStore('records');
					const [keys, values] = [objects.getAllKeys(), objects.getAll()];
					objects.transaction.oncomplete = () => {
						request.result.close();
						done({ version, all: keys.result.map((key, i) => [String(key), values.result[i]]) });
					};
				};
			}),
		database,
	);

const formatOf = (all: [string, { format?: number }][], start: string) =>
	new Set(all.filter(([key]) => key.startsWith(start)).map(([, { format }]) => format));

for (const [format, unit, fourth, progress, checks] of [
	['format-1', '某市政务服务中心', '制度牌还是去年的', '查了 3 / 24，待整改 1', 2],
	['format-2', '某市政务服务中心（新名）', '制度牌还是去年的', '查了 4 / 24，待整改 2', 2],
	['format-3', '某市政务服务中心（新名）', '制度牌还是去年的', '查了 4 / 24，待整改 2', 3],
] as const)
	test(`a browser full of ${format} is found again on every page`, async ({ page }) => {
		await page.goto(bare);
		await layDown(page, format);
		await page.goto('/pilot/facts/');
		await expect(page.getByLabel('单位名称')).toHaveValue(unit);
		await expect(page.getByLabel('标准体系从哪天开始运行')).toHaveValue('2025-06-30');
		await page.goto('/check/');
		await expect(page.locator('.check-list > li')).toHaveCount(checks);
		await page.locator('.check-list a', { hasText: /./ }).first().click();
		await expect(page.locator('#hub')).toBeVisible();
		const alerts = page.locator('#hub [role="alert"]');
		await expect(alerts.filter({ hasText: '两边写的不一样' })).toContainText('第1项');
		await expect(alerts.filter({ hasText: '现在的表里没有' })).toContainText('第3项 原来填的是“没有这个选项”');
		for (const [line, words] of [
			['b6', '窗口 3 个，\n全部公开'],
			['b7', '乙窗口写的'],
			['b3', '将来的版本带来的'],
		] as const) {
			await page.evaluate((hash) => {
				location.hash = hash;
			}, line);
			await expect(page.locator(`#${line} .note textarea`)).toHaveValue(words);
		}
		await page.goto(`${page.url().replace(/#.*/, '')}#b7`);
		await expect(page.locator('#b7 [role="alert"]')).toContainText('甲窗口写的');
		await page.goto('/checklist/');
		await expect(page.locator('.walk-bar')).toContainText(progress);
		await expect(page.locator('[id="training-2022.s8.1"]').getByLabel('备注')).toHaveValue(fourth);
		await page.goto('/training/quiz/#mock');
		await expect(page.locator('.mock .card summary')).toContainText('记号 1');
		await page.goto('/training/quiz/#book');
		await expect(page.locator('input[type="date"]')).toHaveValue('2026-12-20');
		const { version, all } = await lyingIn(page);
		expect(version).toBe(7);
		expect(all.filter(([key]) => key === 'profile' || /^walk \S+$/.test(key))).toEqual([]);
		expect(formatOf(all, 'fact ')).toEqual(new Set([3]));
		expect(formatOf(all, 'walk ')).toEqual(new Set([3]));
		expect(formatOf(all, 'check ')).toEqual(new Set([2]));
		expect(formatOf(all, 'line ')).toEqual(new Set([2]));
		expect(formatOf(all, 'evidence ')).toEqual(new Set([1]));
	});

test('killed in the middle of upgrading: the state before is whole, and the next start brings the state after', async () => {
	const own = profile();
	const first = await own.launch();
	await first.page.goto(bare);
	await layDown(first.page);
	await first.page.addInitScript(() => {
		const { put } = IDBObjectStore.prototype;
		let done = 0;
		IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
			done += 1;
			if (done === 3) {
				document.documentElement.dataset.half = '';
				// What is asked for again and again keeps the transaction from its end.
				const hold = () => void this.get('here').addEventListener('success', hold);
				hold();
			}
			return done < 3 ? put.apply(this, given) : ({} as IDBRequest<IDBValidKey>);
		};
	});
	await first.page.goto('http://localhost:4180/check/').catch(() => undefined);
	await expect(first.page.locator('html[data-half]')).toBeAttached();
	await own.end(first, 'SIGKILL');

	const second = await own.launch();
	await second.page.goto(bare);
	const before = await lyingIn(second.page);
	expect(before.version).toBe(1);
	expect(before.all).toEqual([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
	await second.page.goto('http://localhost:4180/pilot/facts/');
	await expect(second.page.getByLabel('单位名称')).toHaveValue('某市政务服务中心');
	const after = await lyingIn(second.page);
	expect(after.version).toBe(7);
	const here = new Map(before.all);
	const changed = upgraded(before.all, kinds, moves);
	for (const [key, value] of changed)
		if (value === undefined) here.delete(key);
		else here.set(key, value as { format?: number });
	expect(changed.length).toBeGreaterThan(10);
	expect(new Map(after.all)).toEqual(here);
	await own.end(second, 'SIGTERM');
	own.remove();
});

test('a window of the old build gives way, and cannot write any more', async ({ page, context }) => {
	await page.goto(bare);
	await layDown(page);
	/** The connection as the build before kept it. */
	const write = (value: unknown) =>
		page.evaluate(
			([name, said]) =>
				new Promise<string>((done) => {
					const request = indexedDB.open(name, 1);
					request.onerror = () => done(request.error?.name ?? '');
					request.onsuccess = () => {
						const db = request.result;
						db.onversionchange = () => db.close();
						const transaction = db.transaction('records', 'readwrite');
						transaction.objectStore('records').put(said, 'profile');
						transaction.oncomplete = () => done('stored');
					};
				}),
			[database, value] as const,
		);
	const old = { format: 1, name: '旧窗口写的', sector: '', from: '', to: '', running: '' };
	expect(await write(old)).toBe('stored');
	const next = await context.newPage();
	await next.goto('/pilot/facts/');
	await expect(next.getByLabel('单位名称')).toHaveValue('旧窗口写的');
	await next.getByLabel('单位名称').fill('新版写的');
	await expect(next.locator('#unit > [role="status"]')).toContainText('已保存');
	expect(await write({ ...old, name: '旧窗口又写' })).toBe('VersionError');
	// Its last words are not lost: the new build stores them.
	await page.evaluate(() => localStorage.setItem('leaving profile', JSON.stringify({ profile: { sector: '养老' } })));
	await next.reload();
	await expect(next.getByLabel('单位名称')).toHaveValue('新版写的');
	await expect(next.getByLabel('领域')).toHaveValue('养老');
});

test('where a newer build has been, this one says so and leaves everything as it is', async ({ page }) => {
	await page.goto(bare);
	await page.evaluate(
		(name) =>
			new Promise<void>((done) => {
				const request = indexedDB.open(name, 99);
				request.onupgradeneeded = () => request.result.createObjectStore('records').put({ format: 99 }, 'profile');
				request.onsuccess = () => {
					request.result.close();
					done();
				};
			}),
		database,
	);
	for (const path of [
		'/pilot/',
		'/pilot/facts/',
		'/pilot/evidence/',
		'/check/',
		'/check/national/',
		'/checklist/',
		'/training/quiz/',
	]) {
		await page.goto(path);
		await expect(page.getByText('更新的一版').first(), path).toBeVisible();
		await expect(page.getByText('不允许本站保存内容')).toHaveCount(0);
	}
	expect(await lyingIn(page)).toEqual({ version: 99, all: [['profile', { format: 99 }]] });
});
