import { execFileSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { hide, note, open, saved, start } from './check.ts';
import { deleteDatabase, full, hold, keysIn, stored, write } from './database.ts';
import {
	backup,
	backupOfAll,
	bringBack,
	checkIn,
	choose,
	file,
	type Given,
	json,
	openFiles,
	parsed,
	unsigned,
} from './files.ts';
import { type Kind, kinds, withoutNews } from './filled.ts';
import { copied, launch, newProfile, remove } from './installed.ts';
import { oneOf, thorough } from './thorough.ts';
import { test } from './where.ts';

/*
 * Ways in which words were lost, each test named after its fault, as someone meets it who does not know how it is kept.
 * Every row failed on the build of the first edition (2026-11-26), over lines at least.
 */

test.use({ actionTimeout: 15_000 });

const onThisPage = /还在这一页/;

const every = Object.entries(kinds);

const ready = (page: Page) => expect(page.locator('main[data-ready]')).toBeVisible({ timeout: 15_000 });

/** Fills one record of a kind in, and leaves the page open. */
async function filled(page: Page, { visit, field, status }: Kind, words: string): Promise<string> {
	const address = await visit(page);
	await field(page).fill(words);
	await expect(status(page)).toContainText('已保存');
	return address;
}

/** What the record of a kind holds, wherever in it. */
const heldIn = async (page: Page, key: string): Promise<string> =>
	JSON.stringify(new Map(await stored(page)).get(key) ?? null);

/* Emptied elsewhere. */

const emptied: { [how: string]: (page: Page) => Promise<void> } = {
	'the site’s data is cleared': async (page) => {
		const session = await page.context().newCDPSession(page);
		await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
	},
	'the database is deleted': deleteDatabase,
};

for (const [how, empty] of Object.entries(emptied))
	for (const [name, kind] of oneOf(every, 1))
		test(`${name}: ${how}, then back to the open page: it keeps the words, says so, and stores them again`, {
			tag: '@race',
		}, async ({ page, context }) => {
			const { field, status } = kind;
			const address = await filled(page, kind, '只剩这一份');
			await hide(page, 'hidden');
			const other = await context.newPage();
			await other.goto('/sw-off.js');
			await empty(other);
			await hide(page, 'visible');
			await expect.soft(page.locator('body')).toContainText(onThisPage);
			await expect(field(page)).toHaveValue('只剩这一份');
			await expect(status(page)).not.toContainText('已保存');
			await page
				.getByRole('button', { name: /存回|再存|重新存/ })
				.first()
				.click();
			await expect(status(page)).toContainText('已保存');
			await page.close();
			await other.goto(address);
			await expect(field(other)).toHaveValue('只剩这一份');
		});

test('the check is deleted in another tab: the open page keeps its words and gives them as a file', {
	tag: '@race',
}, async ({ page, context }) => {
	await start(page);
	await open(page, 'b6');
	await note(page, 'b6').fill('只剩这一份');
	await saved(page);
	const other = await context.newPage();
	await other.goto('/check/');
	await other.getByRole('button', { name: /^删掉/ }).click();
	await other.getByRole('button', { name: '确定删掉' }).click();
	await expect(other.locator('.check-list')).toHaveCount(0);
	await hide(page, 'visible');
	await expect.soft(page.locator('body')).toContainText(onThisPage);
	await expect(page.locator('.check-foot')).not.toContainText('已保存');
	await expect(note(page, 'b6')).toHaveValue('只剩这一份');
	expect(checkIn(parsed(await backup(page))).lines.b6?.note).toBe('只剩这一份');
});

/* A database that opens late, or not at all. */

const unopened: { [how: string]: (page: Page) => Promise<() => Promise<void>> } = {
	late: (page) => hold(page.context()),
	'not at all': async (page) => {
		await page.addInitScript(() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('denied', 'UnknownError');
			};
		});
		return async () => undefined;
	},
};

for (const [how, spoil] of Object.entries(unopened))
	for (const [name, kind] of oneOf(every, 2))
		test(`${name}: the last words of a page, then visits where the database opens ${how}: they wait`, {
			tag: '@race',
		}, async ({ page, context }) => {
			const { field, status } = kind;
			const address = await filled(page, kind, '原来的');
			await full(page);
			await field(page).fill('最后的话');
			await expect(status(page)).toContainText('没有存下');
			await page.goto('/about/');
			const between = await context.newPage();
			const mend = await spoil(between);
			for (const path of thorough ? [address, '/check/', '/checklist/'] : [address]) {
				await between.goto('/about/');
				await between.goto(path);
				await ready(between);
			}
			await between.close();
			await mend();
			await page.goto(address);
			await expect(field(page)).toHaveValue('最后的话');
		});

const nothingOfLoss = async (page: Page) =>
	expect(page.locator('main')).not.toContainText(/已经?删除|被清理过|找不到了|没有找到地址/);

const second: { [kind: string]: (page: Page) => Promise<() => Promise<void>> } = {
	facts: async (page) => {
		const sector = page.getByLabel('领域', { exact: true });
		await sector.fill('养老');
		return () => expect(sector).toHaveValue('养老');
	},
	finding: async (page) => {
		const problem = page.locator('[id="training-2022.s8.1"]');
		await problem.getByRole('radio', { name: '待整改', exact: true }).check();
		const who = problem.getByLabel('责任人');
		await who.fill('办公室');
		return () => expect(who).toHaveValue('办公室');
	},
	form: async (page) => {
		const address = page.getByLabel('地址', { exact: true });
		await address.fill('人民路 1 号');
		return () => expect(address).toHaveValue('人民路 1 号');
	},
};

for (const [name, kind] of oneOf(every, 3))
	test(`${name}: another window holds the database beyond the time: said so, and the page changes over by itself`, {
		tag: '@race',
	}, async ({ page, context }) => {
		const { field, status } = kind;
		const address = await filled(page, kind, '原有的');
		await page.goto('/about/');
		const release = await hold(context);
		await page.goto(address);
		await ready(page);
		await expect.soft(page.locator('main')).toContainText(/另一个窗口|别的窗口/);
		await nothingOfLoss(page);
		const typed = await second[name]?.(page);
		await release();
		await expect(field(page)).toHaveValue('原有的');
		if (typed) {
			await expect(status(page)).toContainText('已保存');
			await typed();
		}
		await page.reload();
		await expect(field(page)).toHaveValue('原有的');
		await typed?.();
	});

test('a check begun while another window holds the database is stored once it opens', { tag: '@race' }, async ({
	page,
	context,
}) => {
	await page.goto('/check/');
	await ready(page);
	const release = await hold(context);
	const address = await start(page);
	await open(page, 'b6');
	await note(page, 'b6').fill('等着的时候写的');
	await release();
	await saved(page);
	await page.goto('/about/');
	await page.goto('/check/');
	await page.locator('.check-list a').first().click();
	await open(page, 'b6');
	await expect(note(page, 'b6')).toHaveValue('等着的时候写的');
	expect(address).toContain('/check/shenzhen-2022/');
});

/* One value that cannot be read. */

for (const [name, kind] of oneOf(every, 4))
	test(`${name}: one value cannot be read, its blob file gone: the rest loads, the one is named and kept`, async () => {
		const folder = newProfile();
		let context = await launch(folder);
		let page = await context.newPage();
		const addresses = new Map<string, string>();
		for (const [each, other] of every) addresses.set(each, await filled(page, other, `${each} 写的`));
		const address = addresses.get(name) ?? '';
		const key = await kind.key(page, address);
		// Too large to lie in the database itself, however it is packed.
		const filler = Array.from({ length: 50_000 }, () => Math.random().toString(36)).join('');
		const record = new Map(await stored(page)).get(key) as object;
		await write(page, key, { ...record, filler });
		await context.close();
		const blobs = globSync(join(folder, '**/*.indexeddb.blob/*'));
		expect(blobs).not.toEqual([]);
		for (const blob of blobs) rmSync(blob, { recursive: true });
		context = await launch(folder);
		page = await context.newPage();
		for (const [each, { field, status }] of every) {
			if (each === name) continue;
			await page.goto(addresses.get(each) ?? '');
			await ready(page);
			await expect(field(page)).toHaveValue(`${each} 写的`);
			await field(page).fill(`${each} 又添一句`);
			await expect(status(page)).toContainText('已保存');
			await page.reload();
			await expect(field(page)).toHaveValue(`${each} 又添一句`);
			await expect(page.getByText('不允许本站保存内容')).toHaveCount(0);
		}
		await page.goto(address);
		await ready(page);
		await expect(page.locator('main')).toContainText(/读不出来|读不了/);
		expect(await keysIn(page)).toContain(key);
		await context.close();
		remove(folder);
	});

/* Two computers under one name. */

for (const [name, kind] of oneOf(every, 5))
	test(`${name}: a profile copied to a second computer: both texts are kept in both directions`, async () => {
		const { field, status, notice, key } = kind;
		const folder = newProfile();
		const first = await launch(folder);
		const page = await first.newPage();
		await start(page);
		const address = await filled(page, kind, '共同的');
		await first.close();
		const copy = copied(folder);
		const computers = await Promise.all(
			[folder, copy].map(async (profile) => {
				const context = await launch(profile);
				return { context, page: await context.newPage() };
			}),
		);
		const files: Given[] = [];
		for (const [i, { page: at }] of computers.entries()) {
			await at.goto(address);
			await field(at).fill(`${i}号电脑写的`);
			await expect(status(at)).toContainText('已保存');
			files.push(await backupOfAll(at));
		}
		for (const [i, { page: at }] of computers.entries()) {
			await choose(at, [files[1 - i] as Given]);
			await expect(at.locator('.preview')).toBeVisible();
			await at.getByRole('button', { name: '带回来' }).click();
			await expect(at.locator('#bring')).toContainText('带回来了');
			const held = await heldIn(at, await key(at, address));
			for (const words of ['0号电脑写的', '1号电脑写的']) expect(held).toContain(words);
			await at.goto(address);
			await expect(notice(at)).toContainText(/[01]号电脑写的/);
		}
		for (const { context } of computers) await context.close();
		remove(folder);
		remove(copy);
	});

/* A clock that was ahead. */

const days = { day: 1, year: 365 };

for (const [ahead, count] of Object.entries(days))
	test(`the clock was a ${ahead} ahead once, an older backup came back: new words are no “本机已经有” elsewhere`, async ({
		page,
		browser,
	}) => {
		const writeNote = async (words: string) => {
			await open(page, 'b6');
			await note(page, 'b6').fill(words);
			await saved(page);
			return { name: `${words}.json`, buffer: await backup(page) };
		};
		const address = await start(page);
		const first = await writeNote('最早的');
		await page.clock.setSystemTime(Date.now() + count * 24 * 60 * 60 * 1000);
		await page.goto(`${address}#b6`);
		await page.reload();
		const future = await writeNote('钟走快时写的');
		const colleague = await (await browser.newContext()).newPage();
		await openFiles(colleague);
		await bringBack(colleague, [future]);
		await page.clock.setSystemTime(Date.now());
		await page.goto('/check/');
		await page.getByRole('button', { name: /^删掉/ }).click();
		await page.getByRole('button', { name: '确定删掉' }).click();
		await expect(page.locator('.trash')).toContainText('最近删掉的');
		await openFiles(page);
		await choose(page, [first]);
		// It does not come back unasked.
		await expect(page.locator('[data-fate="deleted"]')).toBeVisible();
		await page.locator('.job select').selectOption({ label: '新的一份' });
		await page.getByRole('button', { name: '带回来' }).click();
		await expect(page.locator('#bring')).toContainText('带回来了');
		await page.goto(`${address}#b6`);
		const newest = await writeNote('钟准以后写的');
		await openFiles(colleague);
		await choose(colleague, [newest]);
		await expect(colleague.locator('.preview')).not.toContainText('本机已经有');
		await colleague.getByRole('button', { name: '带回来' }).click();
		await expect(colleague.locator('#bring')).toContainText('带回来了');
		const id = new URL(address).searchParams.get('check');
		expect(await heldIn(colleague, `line ${id} b6`)).toContain('钟准以后写的');
		await colleague.context().close();
	});

test('finding: the clock was a year ahead once, an older backup came back: new words are no “本机已经有” elsewhere', async ({
	page,
	browser,
}) => {
	const { finding } = kinds;
	if (!finding) throw new Error('no finding');
	const writeNote = async (words: string) => {
		await page.goto('/checklist/');
		await finding.field(page).fill(words);
		await expect(finding.status(page)).toContainText('已保存');
		return backupOfAll(page);
	};
	await finding.visit(page);
	const first = await writeNote('最早的');
	await page.clock.setSystemTime(Date.now() + 365 * 24 * 60 * 60 * 1000);
	const future = await writeNote('钟走快时写的');
	const colleague = await (await browser.newContext()).newPage();
	await openFiles(colleague);
	await bringBack(colleague, [future]);
	await page.clock.setSystemTime(Date.now());
	await page.goto('/checklist/');
	await page.getByRole('button', { name: '全部清空' }).click();
	await expect(page.locator('main')).toContainText('全部清空了');
	await openFiles(page);
	await bringBack(page, [first]);
	const newest = await writeNote('钟准以后写的');
	await openFiles(colleague);
	await choose(colleague, [newest]);
	await colleague.getByRole('button', { name: '带回来' }).click();
	await expect(colleague.locator('#bring')).toContainText('带回来了');
	expect(await heldIn(colleague, await finding.key(colleague, ''))).toContain('钟准以后写的');
	await colleague.context().close();
});

/* A choice that was made before someone wrote on. */

for (const whose of ['本机的', '文件里的'])
	for (const [name, kind] of oneOf(every, 6))
		test(`${name}: 用${whose} chosen in the preview, another tab types, then 带回来: what is new is shown first`, {
			tag: '@race',
		}, async ({ page, context }) => {
			const { field, status, key } = kind;
			await start(page);
			const address = await filled(page, kind, '本机写的');
			const theirs = unsigned((await backupOfAll(page)).buffer.toString().replaceAll('本机写的', '同事写的'));
			await choose(page, [json(theirs)]);
			await page
				.locator('.conflicts')
				.getByRole('radio', { name: new RegExp(`用${whose}`) })
				.check();
			const other = await context.newPage();
			await other.goto(address);
			await field(other).fill('刚刚又写的');
			await expect(status(other)).toContainText('已保存');
			await page.getByRole('button', { name: '带回来' }).click();
			await expect(page.locator('#bring')).toContainText(/刚刚又写的|带回来了/);
			expect(await heldIn(other, await key(other, address))).toContain('刚刚又写的');
			await expect(page.locator('.preview')).toContainText('刚刚又写的');
		});

/* What was not stored comes after what was. */

for (const [name, kind] of oneOf(every, 7))
	test(`${name}: a failed save in a tab, work goes on elsewhere, the tab closes: what came later stays in front`, {
		tag: '@race',
	}, async ({ page, context }) => {
		const { field, status, notice } = kind;
		await withoutNews(page);
		const address = await filled(page, kind, '起初的');
		await full(page);
		await field(page).fill('早先没存下的');
		await expect(status(page)).toContainText('没有存下');
		const other = await context.newPage();
		await other.goto(address);
		await ready(other);
		await field(other).fill('后来接着写的');
		await expect(status(other)).toContainText('已保存');
		await page.goto('/about/');
		await page.close();
		await other.goto('/about/');
		await other.goto(address);
		// Both are there, whichever is in front.
		await expect(notice(other)).toContainText(/早先没存下的|后来接着写的/);
		await expect(field(other)).toHaveValue('后来接着写的');
		await expect(notice(other)).toContainText('早先没存下的');
	});

/* After a failed write. */

const asksForBackup = (page: Page, say: typeof expect.soft = expect) =>
	say(
		page
			.getByText(/下载(一份)?备份|下载记录/)
			.and(page.locator('.notice[role="alert"], .notice[role="alert"] *'))
			.first(),
	);

for (const [name, kind] of oneOf(every, 8)) {
	test(`${name}: after a failed write the page asks for a backup, also when saving works again, until one is taken`, async ({
		page,
	}) => {
		const { field, status } = kind;
		await filled(page, kind, '先前的');
		const mend = await full(page);
		await field(page).fill('存不下的话');
		await expect(status(page)).toContainText('没有存下');
		await mend();
		await field(page).fill('存不下的话，又添一句');
		await expect(status(page)).toContainText('已保存');
		await asksForBackup(page).toBeVisible();
		if (name === 'facts' || name === 'form') await backupOfAll(page);
		else await file(page, name === 'line' ? '下载备份' : '下载记录');
		await asksForBackup(page).toBeHidden();
	});

	test(`${name}: after a failed write what is written is read back before it is 已保存`, async ({ page }) => {
		const { field, status } = kind;
		await filled(page, kind, '先前的');
		await full(page);
		await field(page).fill('存不下的话');
		await expect(status(page)).toContainText('没有存下');
		// The disk answers, and keeps nothing.
		await page.evaluate(() => {
			IDBObjectStore.prototype.put = function (this: IDBObjectStore) {
				document.documentElement.dataset.put = '';
				return this.count() as unknown as IDBRequest<IDBValidKey>;
			};
		});
		await field(page).fill('存不下的话，又添一句');
		await page.locator('html[data-put]').waitFor();
		// Whatever it says in the end, it says no more that it is on its way.
		await expect(status(page)).not.toContainText('正在保存');
		await expect(status(page)).toContainText(/没有存下|已保存/);
		await expect(status(page)).not.toContainText('已保存');
	});
}

test('the disk is full, told; room again, 已保存; browser restarted: a backup was asked for, and it has every word', async () => {
	const folder = newProfile();
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
	} catch {
		test.skip(true, 'no file system of a given size can be mounted here');
	}
	try {
		let context = await launch(folder);
		let page = await context.newPage();
		const address = await start(page);
		await open(page, 'b6');
		await note(page, 'b6').fill('满之前');
		await saved(page);
		const ballast = join(folder, 'ballast');
		execFileSync('sh', ['-c', 'cat /dev/zero >"$1" 2>/dev/null || true', 'sh', ballast]);
		const alert = page.locator('.check-foot [role="alert"]');
		for (let i = 0; i < 60 && !(await alert.isVisible()); i += 1) {
			await note(page, 'b6').fill(`${'满了以后写的'.repeat(2000)}${i}`);
			await expect(page.locator('.check-foot [data-state="saved"], .check-foot [data-state="failed"]')).toBeAttached();
		}
		await expect(alert).toContainText('没有存下');
		rmSync(ballast);
		await note(page, 'b6').fill('有了地方以后写的');
		await expect(page.locator('.check-foot')).not.toContainText('正在保存');
		await asksForBackup(page, expect.soft).toBeVisible();
		const taken = { name: 'a.json', buffer: await backup(page) };
		await context.close();
		context = await launch(folder);
		page = await context.newPage();
		await openFiles(page);
		await choose(page, [taken]);
		await expect(page.locator('.preview')).toBeVisible();
		const bring = page.getByRole('button', { name: '带回来' });
		if (await bring.isVisible()) {
			await bring.click();
			await expect(page.locator('#bring')).toContainText('带回来了');
		}
		await page.goto(address.replace(/#.*/, '#b6'));
		await expect(note(page, 'b6')).toHaveValue('有了地方以后写的');
		await context.close();
	} finally {
		execFileSync('umount', ['-l', folder]);
		remove(folder);
	}
});
