import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { shownText } from '../../src/clauses/marks.ts';
import { clauseText } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { readDocx, readXlsx, wordsOf } from '../package.ts';

import { expectClean } from './clean.ts';
import { stored, write } from './database.ts';
import { looksOf } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

const { problems, links } = loadLibrary('.');

const problem = (page: Page, number: string) => page.locator(`[id="training-2022.s${number}"]`);
const choose = (at: Locator, finding: string) => at.getByRole('radio', { name: finding, exact: true }).check();
const note = (at: Locator) => at.getByLabel('备注');
const bar = (page: Page) => page.locator('.walk-bar');
const saved = (page: Page) => expect(bar(page).locator('[role="status"]')).toContainText('已保存');

async function visit(page: Page): Promise<void> {
	await page.goto('/checklist/');
	await expect(bar(page)).toBeVisible();
}

/** What a click gives as a file. */
async function file(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const download = await coming;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const walksIn = async (page: Page) => (await stored(page)).filter(([key]) => key.startsWith('walk '));

/** Of the pilot whose walk it is. */
const keyOf = async (page: Page, clause: string) => (await walksIn(page))[0]?.[0].replace(/\S+$/, clause) ?? '';

test('by keyboard alone through three problems', async ({ page }) => {
	const wrongs = watch(page);
	await visit(page);
	const tabTo = async (wanted: (focused: string) => boolean) => {
		for (let i = 0; i < 60; i += 1) {
			await page.keyboard.press('Tab');
			if (wanted(await page.evaluate(() => (document.activeElement as HTMLInputElement).name ?? ''))) return;
		}
		throw new Error('not reached');
	};
	for (const [number, presses] of [
		['4.3', 1],
		['8.1', 1],
		['8.4', 2],
	] as const) {
		await tabTo((name) => name === `training-2022#s${number} finding`);
		await page.keyboard.press('Space');
		for (let i = 0; i < presses; i += 1) await page.keyboard.press('ArrowRight');
		if (presses !== 1) continue;
		await tabTo((name) => name.endsWith(' who'));
		await page.keyboard.type('王敏');
		await tabTo((name) => name.endsWith(' note'));
		await page.keyboard.type(`记下${number}`);
	}
	await expect(bar(page)).toContainText('查了 3 / 24，待整改 2');
	await saved(page);
	await page.reload();
	await expect(bar(page)).toContainText('查了 3 / 24，待整改 2');
	await expect(note(problem(page, '8.1'))).toHaveValue('记下8.1');
	await expect(problem(page, '8.1').getByLabel('责任人')).toHaveValue('王敏');
	await expect(problem(page, '8.4').getByRole('radio', { name: '不适用' })).toBeChecked();
	expect(wrongs).toEqual([]);
});

test('by touch at 360 px with one hand, everything within reach', async ({ browser }) => {
	const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const wrongs = watch(page);
	await visit(page);
	for (const number of ['4.3', '8.1', '8.4', '8.9', '8.18']) {
		await problem(page, number).locator('.opt', { hasText: '待整改' }).tap();
		await problem(page, number).getByLabel('责任人').fill('李工');
		await problem(page, number).getByLabel('整改时限').fill('2026-12-05');
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), number).toBeLessThanOrEqual(0);
	}
	await expect(bar(page)).toContainText('查了 5 / 24，待整改 5');
	await problem(page, '8.4').getByRole('button', { name: '清除选择：8.4' }).tap();
	await expect(bar(page)).toContainText('查了 4 / 24，待整改 4');
	// The bar is where the thumb is, and hides nothing that was arrived at.
	expect(await bar(page).evaluate((node) => innerHeight - node.getBoundingClientRect().bottom)).toBeLessThanOrEqual(1);
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	});
	const small = await page
		.locator('main :is(.opt, button, summary, input:not([type="radio"]), textarea, li a, h3 a)')
		.evaluateAll((nodes) =>
			nodes
				.filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44)
				.map((node) => `${node.getBoundingClientRect().height} ${node.outerHTML.slice(0, 80)}`),
		);
	expect(small).toEqual([]);
	expect(wrongs).toEqual([]);
	await context.close();
});

test('typed, then left within 50 ms: 10 of 10 kept', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.1'), '待整改');
	for (let i = 1; i <= 10; i += 1) {
		const field = note(problem(page, '8.1'));
		await expect(field).toBeEnabled();
		await field.fill(`第${i}次写下的话`);
		await page.goto('/about/');
		await page.goto('/checklist/');
		await expect(note(problem(page, '8.1'))).toHaveValue(`第${i}次写下的话`);
	}
});

test('a choice taken back at once is taken back', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.1'), '待整改');
	await saved(page);
	await problem(page, '8.1').getByRole('button', { name: /清除/ }).click();
	await page.goto('/about/');
	await visit(page);
	await expect(bar(page)).toContainText('查了 0 / 24');
});

test('two tabs see each other’s words, also on the same problem', async ({ page, context }) => {
	await visit(page);
	const other = await context.newPage();
	await visit(other);
	await choose(problem(page, '8.1'), '待整改');
	await expect(problem(other, '8.1').getByRole('radio', { name: '待整改' })).toBeChecked();
	await problem(other, '8.1').getByLabel('责任人').fill('王敏');
	await expect(problem(page, '8.1').getByLabel('责任人')).toHaveValue('王敏');
	await note(problem(page, '8.1')).fill('甲写的');
	await expect(note(problem(other, '8.1'))).toHaveValue('甲写的');
	await page.reload();
	await expect(problem(page, '8.1').getByLabel('责任人')).toHaveValue('王敏');
	await expect(note(problem(page, '8.1'))).toHaveValue('甲写的');
});

test('清除本机数据 takes the walk too; the page that is open says so, and has the last of it', async ({
	page,
	context,
}) => {
	const wrongs = watch(page);
	await visit(page);
	await choose(problem(page, '8.1'), '待整改');
	await note(problem(page, '8.1')).fill('共用电脑上的话');
	await saved(page);
	const other = await context.newPage();
	await other.goto('/check/');
	await other.getByRole('button', { name: '清除本机数据' }).click();
	await other.getByRole('button', { name: '清除', exact: true }).click();
	await expect(other.getByText('都清除了')).toBeVisible();
	await expect(bar(page)).toContainText('还在这一页上，是最后一份');
	await expect(note(problem(page, '8.1'))).toHaveValue('共用电脑上的话');
	expect(await walksIn(page)).toEqual([]);
	await other.getByRole('button', { name: '撤销' }).click();
	await expect(bar(page)).not.toContainText('还在这一页上');
	await expect(note(problem(page, '8.1'))).toHaveValue('共用电脑上的话');
	expect(wrongs).toEqual([]);
});

test('memory mode: said, it works, and 已保存 is never said', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
	await visit(page);
	await expect(page.getByText('这个浏览器不允许本站保存内容')).toBeVisible();
	await choose(problem(page, '8.1'), '待整改');
	await note(problem(page, '8.1')).fill('只在这一页');
	await expect(bar(page)).toContainText('只记在这一页上');
	await expect(bar(page)).not.toContainText('已保存');
	await expect(bar(page)).toContainText('待整改 1');
	const { name, bytes } = await file(page, '下载记录');
	expect(name).toMatch(/^现场检查 记录 \d{4}-\d\d-\d\d\.json$/);
	expect(JSON.parse(bytes.toString()).pilots[0].walks['training-2022#s8.1']).toMatchObject({
		finding: 'mend',
		note: '只在这一页',
	});
});

test('the space is used up: said until it is stored, the words stay, and a file takes them along', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.1'), '待整改');
	await saved(page);
	await page.evaluate(() => {
		const { put: original } = IDBObjectStore.prototype;
		Object.assign(window, { full: true });
		IDBObjectStore.prototype.put = function (...given) {
			if ((window as unknown as { full: boolean }).full) throw new DOMException('full', 'QuotaExceededError');
			return original.apply(this, given);
		};
	});
	await note(problem(page, '8.1')).fill('没有地方存的话');
	const alert = bar(page).getByRole('alert');
	await expect(alert).toContainText('没有存下：浏览器给本站的空间用完了');
	await expect(bar(page)).not.toContainText('已保存');
	await expect(note(problem(page, '8.1'))).toHaveValue('没有地方存的话');
	await choose(problem(page, '8.4'), '合格');
	await expect(alert).toBeVisible();
	const coming = page.waitForEvent('download');
	await alert.getByRole('button', { name: '下载记录' }).click();
	const { walks } = JSON.parse(readFileSync(await (await coming).path()).toString()).pilots[0];
	expect(walks['training-2022#s8.1'].note).toBe('没有地方存的话');
	await page.evaluate(() => Object.assign(window, { full: false }));
	await alert.getByRole('button', { name: '再存一次' }).click();
	await expect(alert).toHaveCount(0);
	await saved(page);
	await page.reload();
	await expect(note(problem(page, '8.1'))).toHaveValue('没有地方存的话');
});

test('one broken record is named, kept, and hides no other', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.4'), '合格');
	await saved(page);
	const broken = await keyOf(page, 'training-2022#s8.1');
	await write(page, broken, { broken: '读不出的' });
	await write(page, await keyOf(page, 'training-2022#s8.5'), { format: 9 });
	await page.reload();
	await expect(problem(page, '8.1')).toContainText('坏了，读不出来，原样留着');
	await expect(problem(page, '8.5')).toContainText('更新的版本');
	await expect(note(problem(page, '8.1'))).toBeDisabled();
	await expect(problem(page, '8.4').getByRole('radio', { name: '合格' })).toBeChecked();
	await choose(problem(page, '8.6'), '合格');
	await saved(page);
	expect(Object.fromEntries(await walksIn(page))[broken]).toEqual({ broken: '读不出的' });
	const { unreadable } = JSON.parse((await file(page, '下载记录')).bytes.toString());
	expect(unreadable).toContainEqual({ [broken]: { broken: '读不出的' } });
});

test('the filter shows a place, or what is to be put right, and says when there is none', async ({ page }) => {
	await visit(page);
	const inSight = () => page.locator('.problem:visible').count();
	const press = (name: string) => page.locator('.walk-filter').getByRole('button', { name, exact: true }).click();
	expect(await inSight()).toBe(24);
	await press('待整改');
	await expect(page.getByText('这里没有待整改的')).toBeVisible();
	expect(await inSight()).toBe(0);
	await press('待整改');
	await choose(problem(page, '8.1'), '待整改');
	await choose(problem(page, '8.16'), '待整改');
	await press('大厅');
	expect(await inSight()).toBe(problems.filter(({ place }) => place === '大厅').length);
	await press('待整改');
	expect(await inSight()).toBe(1);
	// Put right under one's finger, it does not vanish under it.
	await choose(problem(page, '8.1'), '合格');
	expect(await inSight()).toBe(1);
	await press('全部');
	expect(await inSight()).toBe(1);
	await expect(problem(page, '8.16')).toBeVisible();
});

test('全部清空 can be undone, with what was broken', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.4'), '待整改');
	await note(problem(page, '8.4')).fill('要回来的话');
	await saved(page);
	await write(page, await keyOf(page, 'training-2022#s8.1'), 'broken');
	await page.reload();
	const before = await walksIn(page);
	await page.getByRole('button', { name: '全部清空' }).click();
	await expect(page.getByText('全部清空了')).toBeVisible();
	await expect(bar(page)).toContainText('查了 0 / 24');
	await expect(note(problem(page, '8.1'))).toBeEnabled();
	expect(await walksIn(page)).toEqual([]);
	await page.getByRole('button', { name: '撤销' }).click();
	await expect(note(problem(page, '8.4'))).toHaveValue('要回来的话');
	await expect(bar(page)).toContainText('查了 1 / 24，待整改 1');
	expect(await walksIn(page)).toEqual(before);
});

test('the list of what is to be put right comes as files that can be read, and nothing goes out', async ({ page }) => {
	const wrongs = watch(page);
	const canary = '金丝雀不该出门';
	const asked: string[] = [];
	page.on('request', (request) => asked.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
	await page.goto('/pilot/facts/');
	await page.getByLabel('单位名称').fill('某某局');
	await visit(page);
	expect(asked.filter((address) => /docx|xlsx/.test(address))).toEqual([]);
	await choose(problem(page, '8.1'), '待整改');
	await problem(page, '8.1').getByLabel('责任人').fill('王敏');
	await problem(page, '8.1').getByLabel('整改时限').fill('2026-12-05');
	await note(problem(page, '8.1')).fill(canary);
	await choose(problem(page, '8.4'), '合格');
	await saved(page);
	const word = await file(page, '整改清单，Word 文件');
	expect(word.name).toMatch(/^某某局 现场检查 整改清单 \d{4}-\d\d-\d\d\.docx$/);
	const docx = readDocx(word.bytes);
	expect(docx.faults).toEqual([]);
	const [table] = docx.content.filter((part) => typeof part !== 'string');
	expect(table).toHaveLength(2);
	const excel = await file(page, '整改清单，Excel 文件');
	expect(excel.name).toMatch(/整改清单 .*\.xlsx$/);
	const xlsx = readXlsx(excel.bytes);
	expect(xlsx.faults).toEqual([]);
	const words = '墙上制度牌的内容与实际不符；比如作息时间。';
	for (const read of [docx, xlsx]) {
		for (const each of [words, '培训笔记 8.1', '王敏', '2026-12-05', canary, '某某局', '不是规定'])
			expect(wordsOf(read)).toContain(each);
		expect(wordsOf(read)).not.toContain('物品摆放杂乱');
	}
	expect(asked.filter((address) => address.includes(canary))).toEqual([]);
	expect(wrongs).toEqual([]);
});

test('without the network the list is not made, it is said, and nothing is lost', async ({ page }) => {
	await visit(page);
	await choose(problem(page, '8.1'), '待整改');
	await page.route('**/*', (route) => route.abort());
	await page.getByRole('button', { name: '整改清单，Word 文件' }).click();
	await expect(page.getByText('没有做成，可能是网络断了')).toBeVisible();
	await file(page, '下载记录');
	await page.unrouteAll();
	await file(page, '整改清单，Word 文件');
});

test('script off: every problem word for word, its clause, its lines, and room to write', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await page.goto('/checklist/');
	await expect(page.getByText('脚本没有打开')).toBeVisible();
	await expect(page.locator('main')).toContainText('不是规定');
	const note = page.getByText('不得填写涉密或敏感信息');
	await expect(note).toBeInViewport();
	await expect(page.getByText('用完请到我的自查清除本机数据')).toBeVisible();
	for (const { clause } of problems) {
		const [id = '', anchor = ''] = clause.split('#');
		const visited = links.clause(id, anchor);
		const section = page.locator(`[id="${clause.replace('#', '.')}"]`);
		await expect(section.locator('.problem-words')).toHaveText(visited ? clauseText(visited.clause) : '');
		expect(await section.locator('h3 a').getAttribute('href')).toBe(`../docs/${id}/#${anchor}`);
		await expect(section.locator('h3')).toHaveText(shownText(visited?.clause.label ?? []).replace(/\.$/, ''));
		await expect(section.getByRole('radio')).toHaveCount(3);
		for (const name of ['责任人', '整改时限', '备注']) await expect(section.getByLabel(name)).toBeVisible();
	}
	const lines = page.locator('.risks a');
	expect(await lines.count()).toBeGreaterThan(60);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	await context.close();
});

for (const javaScriptEnabled of [true, false])
	test(`prints on both sides of one sheet, script ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto('/checklist/');
		if (javaScriptEnabled) {
			await choose(problem(page, '8.1'), '待整改');
			await note(problem(page, '8.1')).fill('写得很长的备注，'.repeat(12));
			await page.locator('.walk-filter').getByRole('button', { name: '窗口' }).click();
		}
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await page.emulateMedia({ media: 'print' });
		if (javaScriptEnabled)
			await expect(problem(page, '8.1').locator('.note .on-paper')).toContainText('写得很长的备注');
		await page.setViewportSize({ width: 703, height: 1000 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		for (const each of await page.locator('.problem').all()) await expect(each).toBeVisible();
		for (const selector of ['.walk-bar', '.risks', 'button', '.bar', '.foot'])
			await expect(page.locator(`${selector}:visible`), selector).toHaveCount(0);
		const boxes = await page
			.locator('.findings span')
			.evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::before').content.slice(1, 2)));
		expect(boxes).toHaveLength(72);
		expect(boxes.filter((box) => box === '■')).toHaveLength(javaScriptEnabled ? 1 : 0);
		expect(boxes.filter((box) => box === '□')).toHaveLength(javaScriptEnabled ? 71 : 72);
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
		await context.close();
	});

for (const { colorScheme, width } of looksOf(0))
	test(`axe finds nothing, ${colorScheme}, ${width} px, blank and filled`, async ({ page }) => {
		const wrongs = watch(page);
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await visit(page);
		await expectClean(page, 'blank');
		await choose(problem(page, '8.1'), '待整改');
		await choose(problem(page, '8.4'), '合格');
		await page.locator('.walk-filter').getByRole('button', { name: '大厅' }).click();
		await page.getByRole('button', { name: '全部清空' }).click();
		await page.getByRole('button', { name: '撤销' }).click();
		await choose(problem(page, '8.5'), '不适用');
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		await expectClean(page, 'filled');
		expect(wrongs).toEqual([]);
	});
