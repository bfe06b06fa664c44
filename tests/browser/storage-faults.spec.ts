import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { addPaper, hide, note, open, saved, start } from './check.ts';
import { deleteDatabase, stored, write } from './database.ts';
import { profile } from './killable.ts';
import { repeated } from './thorough.ts';
import { test } from './where.ts';

/* The faults that self-checks must survive, each test named after its fault. */

const leaving: { [how: string]: (page: Page, context: BrowserContext, address: string) => Promise<Page> } = {
	reload: async (page) => {
		await page.reload();
		return page;
	},
	navigate: async (page, _, address) => {
		await page.goto('/about/');
		await page.goto(address);
		return page;
	},
	close: async (page, context, address) => {
		await page.close();
		const next = await context.newPage();
		await next.goto(address);
		return next;
	},
};

/** Repeated as a whole, each time once will do. */
const times = repeated ? 1 : 5;

for (const [how, leave] of Object.entries(leaving))
	test(`typed, then ${how} within 50 ms: ${times} of ${times} kept`, { tag: '@race' }, async ({ page, context }) => {
		let at = page;
		const address = `${await start(at)}#b6`;
		await at.goto(address);
		for (let i = 1; i <= times; i += 1) {
			const field = note(at, 'b6');
			await expect(field).toBeEnabled();
			await field.fill(`第${i}次写下的话`);
			at = await leave(at, context, address);
			await expect(note(at, 'b6')).toHaveValue(`第${i}次写下的话`);
		}
	});

test(`the unit’s name typed, then left at once: ${times} of ${times} kept`, { tag: '@race' }, async ({ page }) => {
	for (let i = 1; i <= times; i += 1) {
		await page.goto('/pilot/facts/');
		const field = page.getByLabel('单位名称');
		await expect(field).toBeEnabled();
		if (i > 1) await expect(field).toHaveValue(`第${i - 1}个名字`);
		await field.fill(`第${i}个名字`);
		await page.goto('/about/');
	}
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('单位名称')).toHaveValue(`第${times}个名字`);
});

test('hidden, then the page crashes', { tag: '@race' }, async ({ page, context }) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await expect(note(page, 'b6')).toBeEnabled();
	await page.evaluate(() => {
		const field = document.querySelector<HTMLTextAreaElement>('#b6 .note textarea');
		if (!field) return;
		field.value = '崩溃前写的';
		field.dispatchEvent(new Event('input', { bubbles: true }));
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
	await expect(note(next, 'b6')).toHaveValue('崩溃前写的');
});

test('the browser is killed after 已保存', { tag: '@race' }, async () => {
	const own = profile();
	const first = await own.launch();
	await first.page.goto('http://localhost:4180/check/national/');
	await first.page.getByRole('button', { name: '开始', exact: true }).click();
	await expect(first.page.locator('#hub')).toBeVisible();
	const address = `${first.page.url()}#c1-1`;
	await first.page.goto(address);
	await note(first.page, 'c1-1').fill('断电前已保存');
	await saved(first.page);
	await own.end(first, 'SIGKILL');
	const second = await own.launch();
	await second.page.goto(address);
	await expect(note(second.page, 'c1-1')).toHaveValue('断电前已保存');
	await own.end(second, 'SIGTERM');
	own.remove();
});

test('two tabs on different criteria', { tag: '@race' }, async ({ page, context }) => {
	const address = await start(page);
	const other = await context.newPage();
	await other.goto(`${address}#b7`);
	await open(page, 'b6');
	await note(page, 'b6').fill('甲窗口');
	await note(other, 'b7').fill('乙窗口');
	await saved(page);
	await saved(other);
	await open(page, 'b7');
	await expect(note(page, 'b7')).toHaveValue('乙窗口');
	await page.reload();
	await open(page, 'b6');
	await expect(note(page, 'b6')).toHaveValue('甲窗口');
});

test('two tabs on the same note: the conflict is shown and both texts are kept', { tag: '@race' }, async ({
	page,
	context,
}) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	const other = await context.newPage();
	// Neither hears of the other while both type.
	await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	await other.goto(address);
	await expect(note(other, 'b6')).toBeEnabled();
	await note(page, 'b6').fill('甲写的');
	await saved(page);
	await note(other, 'b6').fill('乙写的');
	const notice = other.locator('#b6 [role="alert"]');
	await expect(notice).toContainText('甲写的');
	await expect(note(other, 'b6')).toHaveValue('乙写的');
	await other.reload();
	await expect(notice).toContainText('甲写的');
	await notice.getByRole('button', { name: '换成那一份' }).click();
	await expect(note(other, 'b6')).toHaveValue('甲写的');
	await expect(notice).toHaveCount(0);
	await saved(other);
	await other.reload();
	await expect(note(other, 'b6')).toHaveValue('甲写的');
	await expect(notice).toHaveCount(0);
});

test('typed while a save brings in what another tab wrote: nothing is undone', { tag: '@race' }, async ({
	page,
	context,
}) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	const other = await context.newPage();
	await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	await other.goto(address);
	await expect(note(other, 'b6')).toBeEnabled();
	await note(page, 'b6').fill('甲写的');
	await saved(page);
	await other.evaluate(() => {
		const { put } = IDBObjectStore.prototype;
		// The other field is typed into in the middle of the transaction.
		IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
			IDBObjectStore.prototype.put = put;
			document.querySelector<HTMLInputElement>('#b6 .opt input')?.click();
			return put.apply(this, args);
		};
	});
	await other.locator('#b6 .later input').check();
	await expect(note(other, 'b6')).toHaveValue('甲写的');
	await saved(other);
	await other.reload();
	await expect(note(other, 'b6')).toHaveValue('甲写的');
	await expect(other.locator('#b6 .opt input').first()).toBeChecked();
	await expect(other.locator('#b6 .later input')).toBeChecked();
	await expect(other.locator('#b6 [role="alert"]')).toHaveCount(0);
});

test('a stale background tab is brought back', { tag: '@race' }, async ({ page, context }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await note(page, 'b6').fill('旧的');
	await saved(page);
	await hide(page, 'hidden');
	const other = await context.newPage();
	await other.goto(address);
	await note(other, 'b6').fill('新的');
	await saved(other);
	await hide(page, 'visible');
	await expect(note(page, 'b6')).toHaveValue('新的');
	await note(page, 'b6').fill('新的，再添一句');
	await saved(page);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('新的，再添一句');
	await expect(page.locator('#b6 [role="alert"]')).toHaveCount(0);
});

const noStorage: { [fault: string]: () => void } = {
	'open throws': () => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('denied', 'SecurityError');
		};
	},
	'open fails': () => {
		IDBFactory.prototype.open = () => {
			const request = { error: new DOMException('denied', 'UnknownError') } as unknown as IDBOpenDBRequest;
			setTimeout(() => request.onerror?.(new Event('error')));
			return request;
		};
	},
	'there is no database at all': () => Reflect.deleteProperty(globalThis, 'indexedDB'),
};

for (const [fault, spoil] of Object.entries(noStorage))
	test(`${fault}: memory mode, said in a banner, and the wizard works`, async ({ page }) => {
		await page.addInitScript(spoil);
		await page.goto('/check/shenzhen-2022/');
		await expect(page.getByText('这个浏览器不允许本站保存内容').first()).toBeVisible();
		await page.getByRole('button', { name: '开始', exact: true }).click();
		await expect(page.locator('#hub')).toBeVisible();
		await open(page, 'b6');
		await page.locator('#b6 .opt').first().click();
		await note(page, 'b6').fill('只在这一页');
		await expect(page.locator('.say.short')).toContainText('自评 8 分');
		await expect(page.locator('.check-foot')).toContainText('只记在这一页上');
		await expect(page.locator('.check-foot')).not.toContainText('已保存');
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: '下载备份' }).click();
		expect((await download).suggestedFilename()).toMatch(/深圳指标.*\.json$/);
		await page.goto('/check/');
		await expect(page.getByText('这个浏览器不允许本站保存内容').first()).toBeVisible();
	});

test('open never answers: memory mode within 3 s by the clock of the page', async ({ page }) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			document.documentElement.dataset.asked = '';
			return {} as IDBOpenDBRequest;
		};
	});
	await page.clock.install();
	await page.goto('/check/shenzhen-2022/');
	await page.locator('[data-asked]').waitFor({ state: 'attached' });
	await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000);
	await page.clock.runFor(1000);
	await expect(page.getByText('还没有把本站的存储打开').first()).toBeVisible();
});

test('the connection dies mid-session', { tag: '@race' }, async ({ page }) => {
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
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await note(page, 'b6').fill('断之前');
	await saved(page);
	await page.evaluate(() => {
		for (const db of (globalThis as unknown as { opened: IDBDatabase[] }).opened) db.close();
	});
	await note(page, 'b6').fill('断之后');
	await saved(page);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('断之后');
});

test('quota exceeded: said, the text stays, and it is stored when there is room again', async ({ page }) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await note(page, 'b6').fill('先前的');
	await saved(page);
	await page.evaluate(() => {
		const { put } = IDBObjectStore.prototype;
		Object.assign(globalThis, { put });
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await note(page, 'b6').fill('存不下的话');
	const alert = page.locator('.check-foot [role="alert"]');
	await expect(alert).toContainText('空间用完了');
	await expect(page.locator('.check-foot')).not.toContainText('已保存');
	await expect(note(page, 'b6')).toHaveValue('存不下的话');
	await expect(page.getByRole('button', { name: '下载备份' })).toBeEnabled();
	await page.evaluate(() => {
		IDBObjectStore.prototype.put = (globalThis as unknown as { put: typeof IDBObjectStore.prototype.put }).put;
	});
	await alert.getByRole('button', { name: '再存一次' }).click();
	await saved(page);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('存不下的话');
});

test('plain HTTP by host name: without a secure context the whole wizard works', async () => {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? '',
		args: ['--host-resolver-rules=MAP intranet.test localhost', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
	});
	const page = await browser.newPage({ baseURL: 'http://intranet.test:4180' });
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));
	const address = await start(page);
	expect(await page.evaluate(() => isSecureContext)).toBe(false);
	await open(page, 'b6');
	await page.locator('#b6 .opt').first().click();
	await note(page, 'b6').fill('内网');
	await addPaper(page, 'b6', '管理办法');
	await saved(page);
	await page.goto('/check/');
	await page.getByRole('button', { name: /^复制/ }).click();
	await expect(page.locator('.check-list > li')).toHaveCount(2);
	await page.goto(`${address}#b6`);
	await expect(page.locator('#b6 .paper')).toContainText('管理办法');
	await expect(page.locator('.say.short')).toContainText('其中 8 分已有佐证');
	expect(wrongs).toEqual([]);
	await browser.close();
});

test('no BroadcastChannel', async ({ page, context }) => {
	await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	const address = await start(page);
	const other = await context.newPage();
	await other.goto(`${address}#b7`);
	await note(other, 'b7').fill('乙');
	await saved(other);
	await open(page, 'b6');
	await note(page, 'b6').fill('甲');
	await saved(page);
	await page.reload();
	await open(page, 'b7');
	await expect(note(page, 'b7')).toHaveValue('乙');
});

test('the database is gone between visits: said, with what to do', async ({ page }) => {
	await start(page, 'national');
	const address = await start(page);
	await page.goto('/about/');
	await deleteDatabase(page);
	await page.goto(address);
	await expect(page.getByRole('alert')).toContainText('没有找到地址里的这份自查');
	await expect(page.getByRole('alert')).toContainText('被清理过。手里有备份文件的');
	await page.goto('/check/');
	await expect(page.getByRole('alert')).toContainText('现在浏览器里找不到了');
	await expect(page.getByRole('alert')).toContainText('（深圳指标）、“');
});

test('one corrupt record: the others load, the bad one is kept and can be saved to a file', async ({ page }) => {
	const address = await start(page);
	await open(page, 'b7');
	await note(page, 'b7').fill('好的');
	await saved(page);
	const id = new URL(address).searchParams.get('check');
	const bad = { format: 1, note: 17, papers: 'x' };
	await write(page, `line ${id} b6`, bad);
	await page.reload();
	await open(page, 'b7');
	await expect(note(page, 'b7')).toHaveValue('好的');
	await open(page, 'b6');
	await expect(page.locator('#b6 .notice')).toContainText('读不出来');
	await expect(note(page, 'b6')).toBeDisabled();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: '下载备份' }).click();
	const stream = await (await download).createReadStream();
	let text = '';
	for await (const chunk of stream) text += chunk;
	expect(JSON.parse(text).pilots[0].checks[0].unreadable.b6).toEqual(bad);
	expect((await stored(page)).find(([key]) => key === `line ${id} b6`)?.[1]).toEqual(bad);
});

test('a record of a newer format is shown as such, read-only, and kept', async ({ page }) => {
	const address = await start(page);
	const id = new URL(address).searchParams.get('check');
	const newer = { format: 3, note: '将来的', extra: true };
	await write(page, `line ${id} b6`, newer);
	await page.goto(`${address}#b6`);
	await page.reload();
	await expect(page.locator('#b6 .notice')).toContainText('更新的版本');
	await expect(page.locator('#b6 .notice')).toContainText('将来的');
	await expect(note(page, 'b6')).toBeDisabled();
	await expect(page.locator('#b6').getByRole('combobox')).toHaveCount(0);
	await page.goto(`${address}#hub`);
	await expect(page.getByText('有 1 项存着的内容读不出来')).toBeVisible();
	expect((await stored(page)).find(([key]) => key === `line ${id} b6`)?.[1]).toEqual(newer);
});

test('a check that cannot be read is not said to be lost', async ({ page }) => {
	const id = new URL(await start(page)).searchParams.get('check');
	await write(page, `check ${id}`, { format: 2, id, name: '将来的' });
	await page.goto('/check/');
	await expect(page.getByText(/有 1 份自查这里读不出来/)).toBeVisible();
	await expect(page.getByText('现在浏览器里找不到了')).toHaveCount(0);
});

test('a check of a newer format, and a unit that nobody can read, are said, kept, and taken into the backup', async ({
	page,
}) => {
	await start(page);
	const newer = { format: 9, id: 'later', name: '将来的' };
	await write(page, 'check later', newer);
	await write(page, 'profile', { format: 9, name: '某局' });
	await page.goto('/check/');
	await expect(page.getByText(/有 1 份自查这里读不出来/)).toBeVisible();
	await page.goto('/pilot/facts/');
	await expect(page.getByText('以前存着的单位情况坏了')).toBeVisible();
	await page.goto('/check/');
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: '下载全部备份' }).click();
	const stream = await (await download).createReadStream();
	let text = '';
	for await (const chunk of stream) text += chunk;
	expect(JSON.parse(text).unreadable).toEqual([{ 'check later': newer }, { profile: { format: 9, name: '某局' } }]);
	expect((await stored(page)).find(([key]) => key === 'check later')?.[1]).toEqual(newer);
});

test('the back/forward cache', { tag: '@race' }, async ({ page }) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await note(page, 'b6').fill('离开前');
	await page.goto('/about/');
	await page.goBack();
	await expect(note(page, 'b6')).toHaveValue('离开前');
	await note(page, 'b6').fill('回来后');
	await saved(page);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('回来后');
});

test('清除全部 with a second tab open: the other says so and brings nothing back; undo does', { tag: '@race' }, async ({
	page,
	context,
}) => {
	const address = `${await start(page)}#b6`;
	await page.goto(address);
	await note(page, 'b6').fill('要清除的');
	await saved(page);
	const other = await context.newPage();
	await other.goto('/check/');
	await other.getByRole('button', { name: '清除本机数据' }).click();
	await other.getByRole('button', { name: '清除', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('被删除或清除');
	await expect(note(page, 'b6')).toBeDisabled();
	expect(await stored(other)).toEqual([]);
	await other.getByRole('button', { name: '撤销' }).click();
	await expect(other.locator('.check-list li')).toHaveCount(1);
	await page.goto(address);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('要清除的');
});
