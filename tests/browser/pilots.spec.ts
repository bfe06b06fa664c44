import { type Browser, expect, type Page } from '@playwright/test';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { readPackage, wordsOf } from '../package.ts';
import { note, open, saved, start } from './check.ts';
import { expectClean } from './clean.ts';
import { keysIn, replace, stored } from './database.ts';
import { backupOfAll, bringBack, checkIn, choose, file, json, openFiles, parsed } from './files.ts';
import { looksOf } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

/* Several pilots in one browser: each has its own facts, checks, walk, papers and files. */

const units = ['甲县政务服务中心', '乙市社会福利院'] as const;

const savedIn = (page: Page, group: string) =>
	expect(page.locator(`#${group} > [role="status"]`)).toContainText('已保存');

/** A pilot that has something of everything; gives the address of its check. */
async function work(page: Page, unit: string, table: string, line: string): Promise<string> {
	await page.goto('/pilot/facts/');
	await page.getByLabel('单位名称').fill(unit);
	await savedIn(page, 'unit');
	await page.getByLabel('试点名称').fill(`${unit}的试点`);
	await savedIn(page, 'pilot');
	const address = await start(page, table);
	await open(page, line);
	await note(page, line).fill(`${unit}写的`);
	await saved(page);
	await page.goto('/checklist/');
	await page.getByRole('radio', { name: '待整改', exact: true }).first().check();
	await page.getByLabel('备注').first().fill(`${unit}查到的`);
	await expect(page.locator('.walk-bar [role="status"]')).toContainText('已保存');
	return address;
}

async function another(page: Page, count: number): Promise<void> {
	await page.goto('/pilot/');
	await page.getByRole('button', { name: '再建一个试点' }).click();
	await expect(page.locator('.pilots li')).toHaveCount(count);
}

/** Opens the pilot of that name. */
async function turnTo(page: Page, unit: string): Promise<void> {
	await page.goto('/pilot/');
	const button = page.getByRole('button', { name: `打开“${unit}的试点”` });
	await expect(page.locator('.pilots')).toContainText(unit);
	if ((await button.count()) > 0) await button.click();
	await expect(page.locator('.pilot-head')).toContainText(unit);
}

/** Two pilots as they are kept, laid there at once; someone is at the second. */
async function twoLaid(page: Page): Promise<void> {
	const at = '2026-11-20T01:02:03.000Z';
	const said = { setAside: [], updatedAt: at };
	const kept = units.flatMap((unit, i): [string, unknown][] => {
		const [pilot, check] = [`p${i}`, `c${i}`];
		const line = { ...said, format: 2, reason: '', note: `${unit}写的`, papers: [{ id: 'e', note: '' }], later: false };
		const paper = { ...evidence.empty(), ...said, name: `${unit}办法` };
		const finding = { ...said, format: 3, finding: 'mend', who: '', due: '', note: `${unit}查到的` };
		const own = { pilot, rubric: ['national', 'shenzhen-2022'][i], name: '2026 年自查', createdAt: at, updatedAt: at };
		return [
			[`pilot ${pilot}`, { format: 1, id: pilot, createdAt: at, updatedAt: at }],
			[`fact ${pilot} unit-name`, { ...said, format: 3, said: unit }],
			[`fact ${pilot} pilot-name`, { ...said, format: 3, said: `${unit}的试点` }],
			[`check ${check}`, { format: 2, id: check, ...own }],
			[`line ${check} ${['c1-1', 'b1'][i]}`, line],
			[`evidence ${pilot} e`, paper],
			[`walk ${pilot} training-2022#s4.3`, finding],
		];
	});
	await page.goto('/pilot/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await replace(page, 'nothing', kept);
	await page.evaluate(() => localStorage.setItem('pilot', JSON.stringify({ id: 'p1' })));
}

async function two(page: Page): Promise<[string, string]> {
	const first = await work(page, units[0], 'national', 'c1-1');
	await another(page, 2);
	const second = await work(page, units[1], 'shenzhen-2022', 'b1');
	return [first, second];
}

// biome-ignore lint/performance/useDomNodeTextContent: what is not to be seen is not printed.
const inSight = (page: Page, where: string) => page.locator(where).innerText();

test('two pilots with different units: every paper, file name and printed page names its own, and not the other', async ({
	page,
}) => {
	const wrongs = watch(page);
	const addresses = await two(page);
	let papers = 0;
	for (const [i, own] of units.entries()) {
		const other = units[1 - i] ?? '';
		const only = (text: string, what: string) => {
			expect(text, what).toContain(own);
			expect(text, what).not.toContain(other);
			papers += 1;
		};
		await page.goto(`${addresses[i]}`.replace(/#.*/, ''));
		await expect(page.locator('#hub')).toBeVisible();
		await page.emulateMedia({ media: 'print' });
		only(await inSight(page, 'main'), 'the printed table');
		await page.emulateMedia({ media: 'screen' });
		const backup = await file(page, '下载备份');
		only(backup.name + backup.bytes.toString(), 'the backup of a check');
		await page.getByRole('button', { name: /自评表、材料目录/ }).click();
		for (const paper of ['自评表', '迎评材料目录', '整改清单', '自查简报'])
			for (const kind of paper === '自查简报' ? ['Word'] : ['Word', 'Excel']) {
				const made = await file(page, `${paper}，${kind} 文件`);
				only(`${made.name.split(' ')[0]} ${wordsOf(readPackage(made.bytes))}`, made.name);
			}
		await page.getByRole('button', { name: '看一看，打印' }).click();
		only(await inSight(page, '.sheet'), 'the brief on the page');
		await page.locator('.hand-out > summary').click();
		await page.locator('.part-pick').first().locator('.opt input').check();
		const part = await file(page, /下载分出去的/);
		only(part.name + part.bytes.toString(), 'a part handed out');

		await turnTo(page, own);
		const whole = await file(page, '备份这个试点');
		only(whole.name + whole.bytes.toString(), 'the pilot as a file');
		expect(checkIn(parsed(whole.bytes)).check.id).toBe(new URL(`${addresses[i]}`).searchParams.get('check'));
		await page.goto('/checklist/');
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('main')).toContainText(own);
		only(await inSight(page, 'main'), 'the printed walk');
		await page.emulateMedia({ media: 'screen' });
		for (const kind of ['Word', 'Excel']) {
			const made = await file(page, `整改清单，${kind} 文件`);
			only(`${made.name} ${wordsOf(readPackage(made.bytes))}`, made.name);
		}
		const record = await file(page, '下载记录');
		only(record.name + record.bytes.toString(), 'the walk as a file');
		await page.goto('/pilot/facts/');
		await expect(page.getByLabel('单位名称')).toHaveValue(own);
	}
	expect(papers).toBe(32);
	expect(wrongs).toEqual([]);
});

test('the first fact typed makes the pilot; whoever has one meets no choice', async ({ page }) => {
	await page.goto('/pilot/');
	await expect(page.locator('.pilot-head')).toContainText('还没有试点');
	await expect(page.getByRole('link', { name: '先填档案资料' })).toBeVisible();
	expect(await keysIn(page)).toEqual([]);
	await page.getByRole('link', { name: '先填档案资料' }).click();
	await page.getByLabel('单位名称').fill(units[0]);
	await savedIn(page, 'unit');
	const keys = await keysIn(page);
	expect(keys.filter((key) => key.startsWith('pilot '))).toHaveLength(1);
	await start(page, 'national');
	expect((await keysIn(page)).filter((key) => key.startsWith('pilot '))).toHaveLength(1);
	await page.goto('/pilot/');
	await expect(page.locator('.pilot-head')).toContainText(units[0]);
	await expect(page.locator('.rooms')).toContainText('自评 0 分');
	await expect(page.locator('.rooms')).toContainText('还有 38 项没填完');
	await expect(page.getByRole('link', { name: /接着做：/ })).toBeVisible();
	await expect(page.locator('.pilots li')).toHaveCount(0);
	await page.goto('/');
	await expect(page.locator('#unfinished')).toContainText(`我的试点：${units[0]}`);
});

test('two windows that both begin are at the same pilot', async ({ page, context }) => {
	const other = await context.newPage();
	await page.goto('/pilot/facts/');
	await other.goto('/checklist/');
	await expect(other.getByRole('radio', { name: '待整改', exact: true }).first()).toBeEnabled();
	await expect(page.getByLabel('单位名称')).toBeEnabled();
	await page.getByLabel('单位名称').fill(units[0]);
	await savedIn(page, 'unit');
	await other.getByRole('radio', { name: '待整改', exact: true }).first().check();
	await expect(other.locator('.walk-bar [role="status"]')).toContainText('已保存');
	expect((await keysIn(page)).filter((key) => key.startsWith('pilot '))).toHaveLength(1);
	await other.goto('/pilot/');
	await expect(other.locator('.pilot-head')).toContainText(units[0]);
	await expect(other.locator('.rooms')).toContainText('待整改 1 个');
});

test('each pilot has its own walk and facts, and a new check goes to the one that was opened last', async ({
	page,
}) => {
	await twoLaid(page);
	await turnTo(page, units[0]);
	await page.goto('/checklist/');
	await expect(page.getByLabel('备注').first()).toHaveValue(`${units[0]}查到的`);
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('单位名称')).toHaveValue(units[0]);
	await start(page, 'jiguan-shiwu');
	await page.goto('/check/');
	await expect(page.locator('.check-list').first().locator('> li')).toHaveCount(2);
	await expect(page.locator('.check-list').nth(1).locator('> li')).toHaveCount(1);
	await expect(page.locator('.check-list').nth(1)).toContainText('深圳');
	await expect(page.locator('main')).toContainText(`${units[1]}的试点`);
});

test('a pilot that holds something asks before it goes, goes whole, and comes back whole', async ({ page }) => {
	await twoLaid(page);
	await turnTo(page, units[0]);
	const before = (await stored(page)).sort(([a], [b]) => (a < b ? -1 : 1));
	const remove = page.getByRole('button', { name: `删掉“${units[0]}的试点”` });
	await remove.click();
	await page.getByRole('button', { name: '不删' }).click();
	expect(await keysIn(page)).toHaveLength(before.length);
	await remove.click();
	await page.getByRole('button', { name: '确定删掉' }).click();
	await expect(page.locator('.trash')).toContainText(`试点“${units[0]}的试点”`);
	const left = (await stored(page)).filter(([key]) => !key.startsWith('trash '));
	expect(JSON.stringify(left)).not.toContain(units[0]);
	expect(JSON.stringify(left)).toContain(units[1]);
	await page.reload();
	await page.getByRole('button', { name: `拿回试点“${units[0]}的试点”` }).click();
	await expect(page.locator('.trash')).toHaveCount(0);
	await turnTo(page, units[0]);
	await expect(page.locator('.pilot-head')).toContainText(units[0]);
	expect((await stored(page)).sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(before);
});

test('a pilot in a file comes back elsewhere whole; with others there it is asked which one it is', async ({
	page,
	browser,
}: {
	page: Page;
	browser: Browser;
}) => {
	await twoLaid(page);
	await turnTo(page, units[0]);
	const { name, bytes } = await file(page, '备份这个试点');
	const there = await (await browser.newContext()).newPage();
	await openFiles(there);
	await bringBack(there, [{ name, buffer: bytes }]);
	await there.goto('/pilot/');
	await expect(there.locator('.pilot-head')).toContainText(units[0]);
	await expect(there.locator('.rooms')).toContainText('待整改 1 个');
	const own = (await stored(page)).filter(([, value]) => JSON.stringify(value).includes(units[0])).map(([key]) => key);
	const back = new Map(await stored(there));
	for (const key of own.filter((each) => /^(fact|line|walk) /.test(each))) expect(back.has(key), key).toBe(true);

	// The same unit with another id, as a colleague who began by himself has it.
	const colleague = await (await browser.newContext()).newPage();
	await work(colleague, units[0], 'national', 'c1-1');
	const theirs = await backupOfAll(colleague);
	await openFiles(page);
	await choose(page, [theirs]);
	const home = page.locator('.preview .home select');
	await expect(home.locator('option:checked')).toHaveText(`${units[0]}的试点`);
	await home.selectOption({ label: `${units[1]}的试点` });
	await expect(page.locator('.conflicts')).toContainText('单位名称');
	await home.selectOption({ label: '新的试点' });
	await expect(page.locator('.conflicts')).toHaveCount(0);
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('带回来了');
	await page.goto('/pilot/');
	await expect(page.locator('.pilots li')).toHaveCount(3);
});

test('what is said otherwise by a colleague waits at its field, and only there', async ({ page, browser }) => {
	await work(page, units[0], 'national', 'c1-1');
	await page.goto('/pilot/facts/');
	await page.getByLabel('邮编').fill('710000');
	await page.getByLabel('联系电话', { exact: true }).fill('029-1');
	await savedIn(page, 'unit');
	const whole = await backupOfAll(page);
	const colleague = await (await browser.newContext()).newPage();
	await openFiles(colleague);
	await bringBack(colleague, [whole]);
	await colleague.goto('/pilot/facts/');
	await colleague.getByLabel('联系电话', { exact: true }).fill('029-2222');
	await savedIn(colleague, 'unit');
	await page.goto('/pilot/facts/');
	await page.getByLabel('联系电话', { exact: true }).fill('029-1111');
	await page.getByLabel('邮编').fill('710001');
	await savedIn(page, 'unit');
	await page.goto('/about/');
	const theirs = await backupOfAll(colleague);
	await openFiles(page);
	await bringBack(page, [theirs]);
	await page.goto('/pilot/facts/');
	await expect(page.locator('[role="alert"].notice')).toHaveCount(1);
	const waiting = page.locator('[data-fact="phone"] [role="alert"]');
	await expect(waiting).toContainText('029-2222');
	await expect(page.getByLabel('邮编')).toHaveValue('710001');
	await waiting.getByRole('button', { name: '用文件里的' }).click();
	await expect(page.getByLabel('联系电话', { exact: true })).toHaveValue('029-2222');
	await expect(waiting).toHaveCount(0);
});

test('the sector may be anything, and what is offered is what the tables know', async ({ page }) => {
	await page.goto('/pilot/facts/');
	const field = page.getByLabel('领域', { exact: true });
	await expect(field).toBeEnabled();
	const offered = await page
		.locator('#sector-often option')
		.evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
	for (const sector of ['政务服务', '机关事务', '养老', '社工']) expect(offered).toContain(sector);
	await field.fill('公共图书馆');
	await savedIn(page, 'unit');
	await page.reload();
	await expect(field).toHaveValue('公共图书馆');
});

test('a file without a pilot’s id, or with two of one, is refused in words', async ({ page }) => {
	await openFiles(page);
	for (const [pilots, words] of [
		[[{ pilot: { id: '../x y' }, checks: [] }], '编号不对'],
		[[{ checks: [] }], '编号不对'],
		['x', '没有一份一份列着|不是一份一份列着的'],
		[[{ pilot: { id: 'p' }, checks: 'x' }], '不是一份一份列着的'],
		[[], '一份自查也没有'],
	] as const) {
		await choose(page, [json({ format: 3, app: 'x', pilots })]);
		await expect(page.locator('#bring [role="alert"]')).toContainText(new RegExp(words));
	}
	expect(await keysIn(page)).toEqual([]);
});

test('what was deleted stays out of files, comes back only when asked, and is gone after thirty days', async ({
	page,
	browser,
}) => {
	await work(page, units[0], 'national', 'c1-1');
	const older = await backupOfAll(page);
	await page.goto('/check/');
	await page.getByRole('button', { name: /^删掉/ }).click();
	await page.getByRole('button', { name: '确定删掉' }).click();
	await expect(page.locator('.trash')).toBeVisible();
	const now = await backupOfAll(page);
	expect(now.buffer.toString()).not.toContain('c1-1');
	expect(now.buffer.toString()).not.toContain('trash');
	// An older file has it, and says so.
	await choose(page, [older]);
	await expect(page.locator('[data-fate="deleted"]')).toContainText('不会自己回来');
	await expect(page.locator('#bring')).toContainText('和本机的一样');
	expect((await keysIn(page)).some((key) => key.startsWith('check '))).toBe(false);
	// Its pilot goes too.
	await page.goto('/pilot/');
	await page.getByRole('button', { name: /^删掉/ }).click();
	await page.getByRole('button', { name: '确定删掉' }).click();
	await expect(page.locator('.trash li')).toHaveCount(2);
	await openFiles(page);
	await choose(page, [older]);
	await expect(page.locator('.home select option:checked')).toContainText('不带回');
	await page.locator('.home select').selectOption({ label: '新的试点' });
	await page.locator('.job select').selectOption({ label: '新的一份' });
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('带回来了');
	await page.goto('/pilot/');
	await expect(page.locator('.pilot-head')).toContainText(units[0]);
	await expect(page.locator('.rooms')).toContainText('自评 0 分');
	// Another computer knows nothing of it.
	const there = await (await browser.newContext()).newPage();
	await openFiles(there);
	await bringBack(there, [older]);
	await expect(there.locator('.check-list > li')).toHaveCount(1);

	await page.clock.setFixedTime(Date.now() + 31 * 24 * 60 * 60 * 1000);
	await page.goto('/check/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(page.locator('.trash')).toHaveCount(0);
	expect((await keysIn(page)).some((key) => key.startsWith('trash '))).toBe(false);
});

test('最近删掉的 is emptied after a question', async ({ page }) => {
	await work(page, units[0], 'national', 'c1-1');
	await page.goto('/check/');
	await page.getByRole('button', { name: /^删掉/ }).click();
	await page.getByRole('button', { name: '确定删掉' }).click();
	await page.getByRole('button', { name: '清空', exact: true }).click();
	await page.getByRole('button', { name: '不删' }).click();
	await expect(page.locator('.trash')).toBeVisible();
	await page.getByRole('button', { name: '清空', exact: true }).click();
	await page.getByRole('button', { name: '彻底删掉' }).click();
	await expect(page.locator('.trash')).toHaveCount(0);
	expect((await keysIn(page)).some((key) => key.startsWith('trash '))).toBe(false);
});

for (const { colorScheme, width } of looksOf(2))
	test(`axe finds nothing on the pages of a pilot, ${colorScheme}, ${width} px`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await page.goto('/pilot/');
		await expect(page.locator('main[data-ready]')).toBeVisible();
		await expectClean(page, 'no pilot yet');
		await twoLaid(page);
		await page.goto('/pilot/');
		await expect(page.locator('.rooms')).toContainText('自评');
		await page.getByRole('button', { name: /^删掉/ }).click();
		await expectClean(page, 'two pilots, one about to go');
		await page.goto('/pilot/facts/');
		await expect(page.getByLabel('单位名称')).toBeEnabled();
		for (const more of await page.locator('.fact summary').all()) await more.click();
		await expectClean(page, 'facts');
	});

test('by keyboard: a fact is typed, and the next pilot is opened', async ({ page }) => {
	await twoLaid(page);
	await page.goto('/pilot/');
	const button = page.getByRole('button', { name: /^打开“/ });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.pilot-head')).toContainText(units[0]);
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('单位地址')).toBeEnabled();
	await page.getByLabel('单位地址').focus();
	await page.keyboard.type('人民路 1 号');
	await savedIn(page, 'unit');
	await page.keyboard.press('Tab');
	await page.reload();
	await expect(page.getByLabel('单位地址')).toHaveValue('人民路 1 号');
});
