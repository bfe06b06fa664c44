import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { note, open, saved, start, stored } from './check.ts';
import { test } from './where.ts';

/* An office computer of 2022: what came later is taken out of the browser before the page runs. */

/** What Chrome 100 lacks of what scripts may be tempted to use. */
async function grewOld(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const lose = (owner: object, ...names: string[]) => {
			for (const name of names) Reflect.deleteProperty(owner, name);
		};
		lose(Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with', 'group', 'groupToMap');
		lose(Object.getPrototypeOf(Int8Array.prototype), 'toSorted', 'toReversed', 'with');
		lose(Array, 'fromAsync');
		lose(Object, 'groupBy');
		lose(Map, 'groupBy');
		lose(Map.prototype, 'getOrInsert', 'getOrInsertComputed');
		lose(Promise, 'withResolvers', 'try');
		lose(String.prototype, 'isWellFormed', 'toWellFormed');
		lose(AbortSignal, 'timeout', 'any');
		lose(URL, 'canParse', 'parse');
		lose(RegExp, 'escape');
		lose(Math, 'sumPrecise', 'f16round');
		lose(Uint8Array, 'fromBase64', 'fromHex');
		lose(Uint8Array.prototype, 'toBase64', 'toHex');
		lose(ArrayBuffer.prototype, 'transfer', 'resize');
		lose(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference');
		lose(Set.prototype, 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
		const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
		lose(iterator, 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find');
		lose(Element.prototype, 'checkVisibility', 'setHTMLUnsafe', 'getHTML', 'role');
		lose(HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover');
		lose(Document.prototype, 'startViewTransition');
		lose(globalThis, 'Iterator', 'navigation', 'scheduler', 'trustedTypes', 'cookieStore', 'CloseWatcher');
		lose(Intl, 'DurationFormat');
		lose(Navigator.prototype, 'userActivation');
		lose(IDBFactory.prototype, 'databases');
	});
}

async function download(page: Page, button: string | RegExp): Promise<Buffer> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await coming).path());
}

test('read, search, check, export, bring back, practise: all of it as Chrome 100 would have it', async ({
	page,
	context,
}) => {
	await grewOld(context);
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));

	await page.goto('/docs/xize-2013/#art-18');
	await expect(page.getByRole('button', { name: '复制引用' })).toBeVisible();
	await page.locator('#art-18 .uses').click();
	await expect(page.locator('#art-18 .use-list')).toBeVisible();

	await page.goto(`/search/?q=${encodeURIComponent('评估组要几个人')}`);
	await expect(page.locator('.results a').first()).toHaveAttribute('href', /xize-2013\/#art-19/);

	const check = await start(page);
	await open(page, 'b1');
	await page.locator('[id="b1"] .opt').first().click();
	await note(page, 'b1').fill('旧浏览器');
	await saved(page);
	await page.reload();
	await expect(note(page, 'b1')).toHaveValue('旧浏览器');
	await page.goto(check);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	for (const [button, start] of [
		['自评表，Word 文件', 'PK'],
		['自评表，Excel 文件', 'PK'],
		['迎评材料目录，Excel 文件', 'PK'],
		['整改清单，Word 文件', 'PK'],
		['自查简报，Word 文件', 'PK'],
	] as const)
		expect((await download(page, button)).subarray(0, 2).toString(), button).toBe(start);
	const backup = await download(page, '下载备份');

	await page.goto('/check/');
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name: 'a.json', buffer: backup, mimeType: 'application/json' });
	await expect(page.locator('#bring')).toContainText('会改这些');

	await page.goto('/checklist/');
	await page.locator('.opt').nth(1).click();
	await page.goto('/training/quiz/?practice=topic:notes');
	await expect(page.locator('.ask')).toBeVisible();
	await page.goto('/training/quiz/');
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await expect(page.locator('.mock')).toBeVisible();
	expect(wrongs).toEqual([]);
});

const weChat = async (browser: Browser): Promise<Page> => {
	const userAgent =
		'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0';
	return (await browser.newContext({ userAgent })).newPage();
};

/** What is said where no file is saved. */
const wordIn = (page: Page) => page.getByRole('alert').filter({ hasText: '微信里不能保存文件' });

test('inside WeChat a download says how to go on, and a backup can be copied over', async ({ browser }) => {
	const page = await weChat(browser);
	await start(page);
	await open(page, 'b1');
	await note(page, 'b1').fill('微信里写的');
	await saved(page);
	await page.goto(page.url().replace(/#.*/, ''));
	await page.getByRole('button', { name: '下载备份' }).click();
	const word = wordIn(page);
	await expect(word).toContainText('在浏览器打开');
	const text = await word.getByLabel('备份内容').inputValue();
	expect(JSON.parse(text).pilots[0].checks[0].lines.b1.note).toBe('微信里写的');
	expect((await stored(page)).filter(([key]) => key.startsWith('backup'))).toEqual([]);
	await word.getByRole('button', { name: '知道了' }).click();
	await expect(word).toHaveCount(0);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await page.getByRole('button', { name: '自评表，Word 文件' }).click();
	await expect(word).toBeVisible();
	await expect(word.getByLabel('备份内容')).toHaveCount(0);
	await expect(word).toContainText('先在自查里点“下载备份”');

	const other = await (await browser.newContext()).newPage();
	await other.goto('/check/');
	await other.locator('#bring').getByRole('button', { name: '打开' }).click();
	await other.getByText('没有文件，只有复制来的备份内容').click();
	await other.locator('#bring textarea').fill(text);
	await other.getByRole('button', { name: '带回来' }).click();
	await expect(other.locator('#bring')).toContainText('带回来了');
});

test('inside WeChat what was found on the walk can be copied as words, and the bank does not speak of self-checks', async ({
	browser,
}) => {
	const page = await weChat(browser);
	await page.goto('/pilot/facts/');
	await page.getByLabel('单位名称').fill('某某局');
	await page.goto('/checklist/');
	const problem = (number: string) => page.locator(`[id="training-2022.s${number}"]`);
	const find = (number: string, finding: string) =>
		problem(number).getByRole('radio', { name: finding, exact: true }).check();
	await find('8.1', '待整改');
	await problem('8.1').getByLabel('责任人').fill('王敏');
	await problem('8.1').getByLabel('整改时限').fill('2026-12-05');
	await problem('8.1').getByLabel('备注').fill('换新牌');
	await find('8.4', '合格');
	await find('8.5', '待整改');
	const word = wordIn(page);
	const words = word.getByLabel('可以复制的文字');
	const said = '（培训笔记 8.1）\n结果：待整改\n责任人：王敏\n整改时限：2026-12-05\n备注：换新牌\n\n2. ';
	for (const ending of ['Word', 'Excel']) {
		await page.getByRole('button', { name: `整改清单，${ending} 文件` }).click();
		await expect(words).toHaveValue(/^现场检查整改清单\n单位：某某局\n/);
		expect(await words.inputValue()).toContain('\n\n1. 墙上制度牌的内容与实际不符；比如作息时间。');
		expect(await words.inputValue()).toContain(said);
		await expect(words).not.toHaveValue(/合格/);
		await expect(word).not.toContainText('自查');
		await word.getByRole('button', { name: '知道了' }).click();
	}
	await page.getByRole('button', { name: '下载记录' }).click();
	await expect(words).toHaveValue(/^现场检查记录\n/);
	await expect(words).toHaveValue(/（培训笔记 8\.4）\n结果：合格/);
	await expect(word).not.toContainText('自查');

	await page.goto('/training/quiz/#trainer');
	await page.getByRole('button', { name: '通用文本' }).click();
	await expect(word).toContainText('在浏览器打开');
	await expect(word.getByRole('textbox')).toHaveCount(0);
	await expect(word).not.toContainText('自查');
});
