import { expect, type Page } from '@playwright/test';
import { stored, write } from './database.ts';
import { kinds, withoutNews } from './filled.ts';
import { repeated } from './thorough.ts';
import { test } from './where.ts';

/* The storage faults over every kind of record that several people fill, each where it is filled in. */

/** Repeated as a whole, each time once will do. */
const times = repeated ? 1 : 3;

for (const [name, { visit, field, status, notice, key }] of Object.entries(kinds))
	test.describe(name, () => {
		const saved = (page: Page) => expect(status(page)).toContainText('已保存');

		test(`typed, then left at once: ${times} of ${times} kept`, { tag: '@race' }, async ({ page, context }) => {
			let at = page;
			const address = await visit(at);
			for (let i = 1; i <= times; i += 1) {
				await expect(field(at)).toBeEnabled();
				await field(at).fill(`第${i}次写下的话`);
				if (i % 3 === 1) await at.reload();
				else if (i % 3 === 2) {
					await at.goto('/about/');
					await at.goto(address);
				} else {
					await at.close();
					at = await context.newPage();
					await at.goto(address);
				}
				await expect(field(at)).toHaveValue(`第${i}次写下的话`);
			}
		});

		test('hidden, then the page crashes', { tag: '@race' }, async ({ page, context }) => {
			const address = await visit(page);
			await expect(field(page)).toBeEnabled();
			await field(page).evaluate((node: HTMLInputElement) => {
				node.value = '崩溃前写的';
				node.dispatchEvent(new Event('input', { bubbles: true }));
				Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
				document.dispatchEvent(new Event('visibilitychange'));
			});
			const session = await context.newCDPSession(page);
			const crashed = page.waitForEvent('crash');
			// It never answers.
			void session.send('Page.crash').catch(() => undefined);
			await crashed;
			const next = await context.newPage();
			await next.goto(address);
			await expect(field(next)).toHaveValue('崩溃前写的');
		});

		test('two windows on the same text: the one stands, the other waits for a choice', { tag: '@race' }, async ({
			page,
			context,
		}) => {
			const address = await visit(page);
			const other = await context.newPage();
			await withoutNews(other);
			await other.goto(address);
			await expect(other.locator('main[data-ready]')).toBeVisible();
			await field(page).fill('甲写的');
			await saved(page);
			await field(other).fill('乙写的');
			await expect(notice(other)).toContainText('甲写的');
			await expect(field(other)).toHaveValue('乙写的');
			await other.reload();
			await expect(notice(other)).toContainText('甲写的');
			await notice(other).getByRole('button', { name: '换成那一份' }).click();
			await expect(field(other)).toHaveValue('甲写的');
			await expect(notice(other)).toHaveCount(0);
			await saved(other);
			await other.reload();
			await expect(field(other)).toHaveValue('甲写的');
			await expect(notice(other)).toHaveCount(0);
		});

		test('a stale window is brought back', { tag: '@race' }, async ({ page, context }) => {
			await withoutNews(page);
			const address = await visit(page);
			await field(page).fill('旧的');
			await saved(page);
			const other = await context.newPage();
			await other.goto(address);
			await expect(other.locator('main[data-ready]')).toBeVisible();
			await field(other).fill('新的');
			await saved(other);
			await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
			await expect(field(page)).toHaveValue('新的');
			await field(page).fill('新的，再添一句');
			await saved(page);
			await page.reload();
			await expect(field(page)).toHaveValue('新的，再添一句');
			await expect(notice(page)).toHaveCount(0);
		});

		// What follows is no race.
		if (repeated) return;

		test('the space is used up: said, the text stays, and is stored when there is room again', async ({ page }) => {
			await visit(page);
			await field(page).fill('先前的');
			await saved(page);
			await page.evaluate(() => {
				const { put } = IDBObjectStore.prototype;
				Object.assign(globalThis, { put });
				IDBObjectStore.prototype.put = () => {
					throw new DOMException('full', 'QuotaExceededError');
				};
			});
			await field(page).fill('存不下的话');
			await expect(status(page)).toContainText('没有存下');
			await expect(status(page)).not.toContainText('已保存');
			await expect(field(page)).toHaveValue('存不下的话');
			await page.evaluate(() => {
				IDBObjectStore.prototype.put = (globalThis as unknown as { put: typeof IDBObjectStore.prototype.put }).put;
			});
			await field(page).fill('存不下的话，又添一句');
			await saved(page);
			await page.reload();
			await expect(field(page)).toHaveValue('存不下的话，又添一句');
		});

		for (const [fault, raw, words] of [
			['broken', { format: 1, note: 17, name: 17 }, '坏了'],
			['of a newer format', { format: 99, note: '将来的' }, '更新的版本'],
		] as const)
			test(`a record that is ${fault} is said, shut, and kept`, async ({ page }) => {
				const address = await visit(page);
				await field(page).fill('会被换掉');
				await saved(page);
				await write(page, await key(page, address), raw);
				await page.reload();
				await expect(page.locator('main')).toContainText(words);
				// Shut, or not there at all.
				expect(await field(page).evaluateAll((nodes) => nodes.every((node) => node.matches(':disabled')))).toBe(true);
				expect(new Map(await stored(page)).get(await key(page, address))).toEqual(raw);
			});

		test('the connection dies, and writing goes on', { tag: '@race' }, async ({ page }) => {
			await page.addInitScript(() => {
				const opened: IDBDatabase[] = [];
				Object.assign(globalThis, { opened });
				const { open: real } = IDBFactory.prototype;
				IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
					const request = real.apply(this, args);
					request.addEventListener('success', () => opened.push(request.result));
					return request;
				};
			});
			await visit(page);
			await field(page).fill('断之前');
			await saved(page);
			await page.evaluate(() => {
				for (const db of (globalThis as unknown as { opened: IDBDatabase[] }).opened) db.close();
			});
			await field(page).fill('断之后');
			await saved(page);
			await page.reload();
			await expect(field(page)).toHaveValue('断之后');
		});
	});
