import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { expectClean } from './clean.ts';
import { replace, stored } from './database.ts';
import { looksOf } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

/* When: what the told days of a pilot lead to. */

const at = '2026-11-20T01:02:03.000Z';

/** A pilot with these facts, and a form's fields as form and field. */
async function lay(page: Page, facts: Record<string, string>, own: Record<string, string> = {}): Promise<void> {
	const said = { setAside: [], updatedAt: at };
	await page.goto('/about/');
	await page.goto('/pilot/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await replace(page, '', [
		['pilot p', { format: 1, id: 'p', createdAt: at, updatedAt: at }],
		...Object.entries(facts).map(([id, text]): [string, unknown] => [
			`fact p ${id}`,
			{ ...said, format: 3, said: text },
		]),
		...Object.entries(own).map(([place, text]): [string, unknown] => [
			`form p ${place}`,
			{ ...said, format: 1, said: text, rows: [], drafted: '' },
		]),
	]);
}

async function openPlan(page: Page): Promise<void> {
	await page.goto('/plan/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
}

const row = (page: Page, event: string) => page.locator(`[data-event="${event}"]`);

test.use({ timezoneId: 'Asia/Shanghai' });

test('told days lead to the others, each with its reasons and their words; both readings where there are two', async ({
	page,
}) => {
	const wrongs = watch(page);
	await lay(page, { begins: '2026-03-01', ends: '2028-02-29', running: '2026-08-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	const applied = row(page, 'evaluation-applied');
	await expect(applied).toContainText('按“到期满前 3 个月这一时点为止”理解：最早2027年2月28日，最晚2027年11月29日');
	await expect(applied).toContainText('按“期满前的最后 3 个月以内”理解：最早2027年11月29日，最晚2028年2月29日');
	await applied.locator('summary', { hasText: '为什么' }).click();
	await expect(applied).toContainText(
		'标准体系开始运行2026年8月31日，满 6 个月是2027年2月28日（那个月没有 31 日，按最后一天算）',
	);
	await expect(applied).toContainText('试点单位标准体系创建并运行未满半年的不得提出评估申请');
	await applied.getByRole('link', { name: '细则 第十八条第二款' }).first().click();
	await expect(page).toHaveURL(/docs\/xize-2013\/#art-18\.p2$/);
	expect(wrongs).toEqual([]);
});

test('days that do not go together are named with the words that collide', async ({ page }) => {
	await lay(page, {
		begins: '2026-03-01',
		ends: '2028-02-29',
		running: '2026-06-01',
		'evaluation-applied': '2026-10-01',
	});
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	const clashes = page.locator('.clashes');
	await expect(page.locator('.bars')).toContainText(
		'到评估申请日期（2026年10月1日）未满半年，不得提出评估申请；从2026年12月1日起可以申请。',
	);
	await expect(clashes).toContainText('按“期满前的最后 3 个月以内”理解，提出评估申请应当不早于2027年11月29日');
	await lay(page, { begins: '2027-03-31', ends: '2024-03-31' });
	await openPlan(page);
	await expect(clashes).toContainText(
		'试点期满（2024年3月31日）不在试点开始（2027年3月31日）之后，请先核对这两个日期。',
	);
	await expect(page.locator('section > ul > .late')).toHaveCount(0);
	await lay(page, { ends: '2027-03-31', running: '2026-11-01' });
	await openPlan(page);
	await expect(clashes).toContainText(
		'按“到期满前 3 个月这一时点为止”理解，提出评估申请最早要到2027年5月1日，最晚却是2026年12月31日',
	);
	await expect(clashes.locator('li', { hasText: '第' }).first()).toContainText('标准体系开始运行');
});

test('what is late says so, and that no document extends it', async ({ page }) => {
	await lay(page, { begins: '2023-03-01', qualified: '2023-10-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	await expect(row(page, 'expires')).toContainText('最晚2026年10月31日');
	await expect(row(page, 'review-applied')).toHaveAttribute('data-state', 'late');
	await expect(row(page, 'review-applied')).toContainText('文件没有写可以延期');
	await expect(page.locator('#plan')).toContainText(
		'提出复查申请最晚是2026年10月31日（按另一种理解是2026年7月31日），已经过了，也没有填办的日期。办过了就填上；没有办，文件没有写可以延期，请向主管部门核实。细则 第三十二条：“逾期不提交的视为自动放弃”。',
	);
});

test('the next deadline, and what is late, stand with the pilot', async ({ page }) => {
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await page.goto('/pilot/');
	await expect(page.locator('.rooms')).toContainText('下一个：标准体系建立，最晚2028年3月31日');
	await lay(page, { qualified: '2023-10-31' });
	await page.goto('/pilot/');
	await expect(page.locator('.rooms .bars', { hasText: '提出复查申请' })).toContainText(
		'最晚是2026年10月31日，已经过了',
	);
	await page.getByRole('link', { name: '什么时候' }).click();
	await expect(page).toHaveURL(/\/plan\/$/);
});

test('a day is tried and moves the others, by keyboard, and nothing of it is kept', async ({ page }) => {
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	await expect(row(page, 'running')).toContainText('最晚2028年3月31日');
	const before = await stored(page);
	await page.getByLabel('试点期满', { exact: true }).fill('2027-12-31');
	await expect(row(page, 'running')).toContainText('最晚2027年3月31日');
	await expect(row(page, 'running')).toContainText('不试的话：最晚2028年3月31日');
	await expect(row(page, 'ends')).toContainText('试的，还没有存');
	expect(await stored(page)).toEqual(before);
	await page.getByRole('button', { name: '都还原' }).press('Enter');
	await expect(row(page, 'running')).toContainText('最晚2028年3月31日');
	await page.reload();
	await expect(row(page, 'running')).toContainText('最晚2028年3月31日');
});

test('what was tried is stored where it is asked for, and can be taken back', async ({ page }) => {
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	await page.getByLabel('试点期满', { exact: true }).fill('2027-12-31');
	await page.locator('summary', { hasText: '还推不出最晚的' }).click();
	await page.getByLabel('现场考核评估', { exact: true }).fill('2027-11-15');
	await page.getByRole('button', { name: '存下来' }).click();
	const said = async () => {
		const all = new Map(await stored(page)) as Map<string, { said?: string }>;
		return ['fact p ends', 'form p plan on-site'].map((key) => all.get(key)?.said);
	};
	await expect.poll(said).toEqual(['2027-12-31', '2027-11-15']);
	await page.getByRole('button', { name: '撤回' }).click();
	await expect.poll(said).toEqual(['2028-12-31', '']);
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('试点结束')).toHaveValue('2028-12-31');
});

test('what befalls only some is told too, and bars in the same words everywhere', async ({ page }) => {
	await lay(page, {}, {});
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	await page.getByText('发生过整改、事故或者撤销').click();
	await page.getByLabel('申请以前的重大事故、通报、处分或者曝光').fill('2025-03-01');
	await page.getByRole('button', { name: '存下来' }).click();
	const words =
		'现在还不能申请试点：2025年3月1日有过重大事故、通报、处分或者曝光，到今天未满三年，还不具备申请试点的条件；从2028年3月1日起满三年。';
	await expect(page.locator('.bars')).toHaveText(words);
	await expect(page.locator('[data-asked="applied earliest"]')).toContainText('2028年3月1日');
	await expect.poll(async () => JSON.stringify(await stored(page))).toContain('2025-03-01');
	for (const path of ['/pilot/', '/forms/', '/forms/application/']) {
		await page.goto(path);
		await expect(page.locator('main[data-ready]')).toBeVisible();
		await expect(page.locator('.bars, [data-bars]').filter({ hasText: words.slice(0, 30) })).toContainText(words);
	}
	await page.goto('/forms/evaluation-application/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(page.locator('.bars')).toHaveCount(0);
	await page.goto('/check/national/');
	await page.getByRole('button', { name: '开始' }).first().click();
	await page.mouse.move(9, 9);
	await expect(page.locator('#hub .bars')).toHaveText(words);
	await page.getByRole('button', { name: '自评表、材料目录' }).click();
	await page.getByRole('button', { name: '看一看，打印' }).click();
	await expect(page.locator('.sheet')).toContainText(words);
});

test('the brief says what is late and what is next', async ({ page }) => {
	for (const [facts, words] of [
		[{ qualified: '2023-10-31' }, '提出复查申请，最晚是2026年10月31日，已经过了。'],
		[
			{ ends: '2028-12-31' },
			'下一个日期：标准体系建立，最晚2028年3月31日（文件的话有两种理解，另一种是2028年6月30日）。',
		],
	] as const) {
		await lay(page, facts);
		await page.clock.setFixedTime('2026-11-29T04:00:00Z');
		await page.goto('/check/national/');
		await page.getByRole('button', { name: '开始' }).first().click();
		await page.getByRole('button', { name: '自评表、材料目录' }).click();
		await page.getByRole('button', { name: '看一看，打印' }).click();
		await expect(page.locator('.sheet')).toContainText(words);
	}
});

test('questions are answered by the told days, and say what they need', async ({ page }) => {
	await lay(page, { running: '2027-08-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	const asked = (which: string) => page.locator(`[data-asked="${which}"]`);
	await expect(asked('running latest')).toContainText('还答不出：要先有“试点期满”的日期');
	await page.getByLabel('试点期满', { exact: true }).fill('2028-02-29');
	await expect(asked('running latest')).toContainText('按“到期满前 3 个月这一时点为止”理解：2027年5月29日');
	await expect(asked('running latest')).toContainText('填的是2027年8月31日，只合其中一种理解');
	await asked('running latest').getByText('为什么最晚是这天').first().click();
	await expect(asked('running latest')).toContainText('试点期满：2028年2月29日');
});

test('the unit’s own days stand with the others, with what they rest on, and come back', async ({ page }) => {
	const wrongs = watch(page);
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	await page.getByRole('button', { name: '添一个日期' }).click();
	await page.getByLabel('什么事').fill('区里督查');
	await page.getByRole('textbox', { name: '日期', exact: true }).fill('二〇二六年十二月一日');
	await page.getByLabel('依据', { exact: true }).fill('区府办〔2026〕8号');
	await page.getByLabel('区里督查：这是最后期限').check();
	const ahead = '区里督查，最晚2026年12月1日（文件之外，依据：区府办〔2026〕8号）';
	await expect(page.locator('#plan')).toContainText(ahead);
	await expect(page.locator('.plan-picture')).toContainText('（自己定的）区里督查');
	await expect.poll(async () => JSON.stringify(await stored(page))).toContain('"deadline":"yes"');
	await page.goto('/pilot/');
	await expect(page.locator('.rooms')).toContainText(`下一个：${ahead}`);
	await page.goto('/');
	await expect(page.locator('#unfinished')).toContainText('区里督查：最晚 2026-12-01');
	await page.clock.setFixedTime('2026-12-02T04:00:00Z');
	await page.goto('/');
	await expect(page.locator('#unfinished')).toContainText('区里督查：最晚 2026-12-01，已经过了');
	await openPlan(page);
	await expect(page.locator('section > ul > .late', { hasText: '区里督查' })).toContainText(
		'定的最后一天是2026年12月1日，已经过了',
	);
	await page.getByRole('textbox', { name: '日期', exact: true }).fill('6月31日');
	await expect(page.locator('.own-dates .notice')).toContainText('“6月31日”不是年月日俱全的日期');
	await page.getByRole('button', { name: '去掉区里督查' }).click();
	await expect(page.locator('.own-dates input')).toHaveCount(0);
	expect(wrongs).toEqual([]);
});

test('the home page forgets a day that was changed elsewhere', async ({ page }) => {
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await page.goto('/pilot/');
	await expect(page.locator('.rooms')).toContainText('下一个：');
	await page.goto('/');
	await expect(page.locator('#unfinished')).toContainText('标准体系建立：最晚 2028-03-31');
	await page.goto('/pilot/facts/');
	await page.getByLabel('试点结束').fill('2029-12-31');
	await expect.poll(async () => JSON.stringify(await stored(page))).toContain('2029-12-31');
	await page.goto('/');
	await expect(page.locator('#unfinished')).toContainText('我的试点');
	await expect(page.locator('#unfinished')).not.toContainText('最晚');
});

test('the picture has the same days as the table, reads in forced colours and prints alone on A4 and A3', async ({
	page,
}) => {
	await lay(page, { begins: '2026-03-01', ends: '2029-02-28', running: '2027-08-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	for (const lane of await page.locator('.plan-picture [data-lane]').all()) {
		const says = (await lane.locator('small').textContent()) ?? '';
		const days = says.match(/\d{4}年\d+月\d+日/g) ?? [];
		const same = row(page, `${await lane.getAttribute('data-lane')}`);
		const typed = await same.locator('input').inputValue();
		const table = `${await same.textContent()}${typed.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')}`;
		expect(days.length).toBeGreaterThan(0);
		for (const day of days) expect(table, says).toContain(day);
	}
	await page.emulateMedia({ forcedColors: 'active' });
	const marks = page.locator('.plan-picture li :is(circle, rect, path)');
	for (const mark of await marks.all()) {
		const [stroke, behind] = await mark.evaluate((drawn) => [
			getComputedStyle(drawn).stroke,
			getComputedStyle(document.body).backgroundColor,
		]);
		expect(stroke).not.toBe(behind);
	}
	await page.emulateMedia({ forcedColors: 'none' });
	for (const [sheet, width, height] of [
		['A4', 842, 595],
		['A3', 1191, 842],
	] as const) {
		await page.evaluate(() => {
			window.print = () => {};
		});
		await page.getByRole('button', { name: `打印挂图，${sheet}` }).click();
		const pdf = `${await page.pdf({ preferCSSPageSize: true })}`;
		const box = /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf) ?? [];
		expect(Math.round(Number(box[1])), sheet).toBe(width);
		expect(Math.round(Number(box[2])), sheet).toBe(height);
		expect(pdf.match(/\/Type\s*\/Page\b/g), sheet).toHaveLength(1);
		await page.evaluate(() => dispatchEvent(new Event('afterprint')));
		await expect(page.locator('html[data-wall]')).toHaveCount(0);
	}
});

test('days go into a calendar, each with its clause', async ({ page }) => {
	await lay(page, { begins: '2026-03-01', ends: '2029-02-28', running: '2027-08-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await openPlan(page);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: '日历文件' }).click();
	const file = await saving;
	expect(file.suggestedFilename()).toBe('期限日历 2026-11-29.ics');
	const text = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '');
	expect(text).toContain('UID:p.evaluation-applied.latest.1@');
	expect(text).toContain('DTSTART;VALUE=DATE:20281128');
	expect(text).toContain('细则 第十八条第一款');
	await expect(page.locator('#plan')).toContainText('日历文件做好了');
	await lay(page, {});
	await openPlan(page);
	await page.getByRole('button', { name: '日历文件' }).click();
	await expect(page.locator('#plan')).toContainText('没有可放的');
});

test('a work plan is stretched from Baqiao’s, edited, measured by a self-check and filled into the application', async ({
	page,
}) => {
	const wrongs = watch(page);
	await lay(page, { begins: '2026-03-01' });
	await page.goto('/plan/work/');
	await expect(page.locator('#work')).toContainText('先在档案资料里填好试点开始和试点结束的日期');
	await lay(page, { begins: '2026-03-01', ends: '2029-02-28', 'pilot-name': '某试点' });
	await page.goto('/plan/work/');
	await page.getByRole('button', { name: '照灞桥的八个阶段排到自己的试点期' }).press('Enter');
	const phases = page.locator('.phase');
	await expect(phases).toHaveCount(8);
	await expect(page.locator('#work')).toContainText('还没有自查');
	await expect(phases.first().locator('summary')).toContainText('动员部署阶段 2026年3月—2026年10月');
	await page.getByRole('button', { name: '撤回' }).click();
	await expect(phases).toHaveCount(0);
	await page.getByRole('button', { name: '照灞桥' }).click();
	await phases.first().locator('summary').click();
	await page.getByLabel('动员部署阶段：到').fill('2030-01');
	await expect(page.locator('.misfits')).toContainText('动员部署阶段：结束晚于试点期满，请核对。');
	await page.getByLabel('动员部署阶段：对应评分项').fill('C1第1项、C77');
	await expect(phases.first()).toContainText('评分表里没有：C77');
	await page.getByLabel('动员部署阶段：到').fill('2026-09');
	await page.getByRole('button', { name: '动员部署阶段下移' }).click();
	await expect(phases.nth(1).locator('summary')).toContainText('动员部署阶段');
	await page.getByRole('button', { name: '动员部署阶段上移' }).click();
	await page.getByRole('button', { name: '填进去' }).click();
	await expect(page.locator('#work')).toContainText('申请书里现在有 8 行');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: '工作计划，Word 文件' }).click();
	expect((await saving).suggestedFilename()).toMatch(/^某试点 工作计划 \S+\.docx$/);
	const sheet = page.waitForEvent('download');
	await page.getByRole('button', { name: '工作计划，Excel 文件' }).click();
	expect((await sheet).suggestedFilename()).toMatch(/\.xlsx$/);
	await page.goto('/forms/application/');
	await expect(page.locator('[data-field="steps"] textarea').first()).toHaveValue('2026年3月—2026年9月');
	await page.goto('/plan/');
	await expect(page.locator('.plan-picture [data-lane]').first()).toContainText('动员部署阶段');
	expect(wrongs).toEqual([]);
});

test('what a phase should have met is told by the self-check of whatever table', async ({ page }) => {
	await lay(page, { begins: '2026-03-01', ends: '2029-02-28' });
	const said = { setAside: [], updatedAt: at, createdAt: at };
	const check = { format: 2, id: 'c', pilot: 'p', rubric: 'national', table: '', name: '第一次自查', ...said };
	const line = { format: 5, reason: '', note: '', later: false, papers: [], ...said };
	await page.goto('/about/');
	await page.goto('/pilot/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	const kept = await stored(page);
	await replace(page, '', [...kept, ['check c', check], ['line c c1-1', { ...line, answer: { choice: '' } }]]);
	await page.goto('/plan/work/');
	await page.getByRole('button', { name: '照灞桥' }).click();
	await expect(page.getByLabel('做到没有，照这份自查')).toHaveValue('c');
	await expect(page.locator('.phase summary').first()).toContainText('应当做到而还没有的 7 项');
	await page.locator('.phase summary').first().click();
	await expect(page.locator('.phase').first()).toContainText('C2第1项（还没填）');
});

test('what is written and is no day is named; what can be read is understood', async ({ page }) => {
	await lay(
		page,
		{
			begins: '２０２６．３．１',
			ends: '2028年2月',
			running: '6月31日',
			built: '二〇二五年三月',
			qualified: '二〇二五年三月十五日',
		},
		{ 'application applied': '2026年1月' },
	);
	await openPlan(page);
	await expect(row(page, 'begins').locator('input')).toHaveValue('2026-03-01');
	await expect(row(page, 'qualified').locator('input')).toHaveValue('2025-03-15');
	for (const written of ['2028年2月', '6月31日', '二〇二五年三月'])
		await expect(page.locator('.notice', { hasText: written })).toContainText('没有拿来推算');
});

test('nothing told yet: it says what to tell first', async ({ page }) => {
	await lay(page, {});
	await openPlan(page);
	await expect(page.locator('#plan')).toContainText('还推不出');
	await expect(page.locator('.plan-picture')).toHaveCount(0);
	await expect(page.locator('section > .plan-table tbody tr')).toHaveCount(7);
	await expect(page.locator('details > summary', { hasText: '还推不出最晚的 12 件' })).toBeVisible();
});

for (const zone of ['Pacific/Pago_Pago', 'Pacific/Kiritimati'])
	test(`no clock and no zone moves a worked-out day: ${zone}`, async ({ browser }) => {
		const says: string[] = [];
		for (const now of ['2025-11-29T11:30:00Z', '2026-11-29T11:30:00Z', '2027-11-29T11:30:00Z']) {
			const context = await browser.newContext({ timezoneId: zone });
			const page = await context.newPage();
			await lay(page, { begins: '2026-03-01', ends: '2028-02-29', running: '2026-08-31' });
			await page.clock.setFixedTime(now);
			await openPlan(page);
			says.push((await row(page, 'evaluation-applied').locator('td').nth(1).textContent()) ?? '');
			await context.close();
		}
		for (const each of says) expect(each).toContain('最早2027年2月28日');
		expect(new Set(says.map((each) => each.replaceAll(/[^\d年月日]/g, ''))).size).toBe(1);
	});

test('midnight passes while the page is open', async ({ page }) => {
	await lay(page, { 'evaluation-applied': '2026-11-30' });
	await page.clock.install({ time: '2026-11-29T15:59:00Z' });
	await openPlan(page);
	await expect(page.locator('#plan')).toContainText('今天是 2026-11-29');
	await expect(row(page, 'evaluation-applied')).toHaveAttribute('data-state', 'planned');
	await page.clock.runFor(120_000);
	await expect(page.locator('#plan')).toContainText('今天是 2026-11-30');
	await expect(row(page, 'evaluation-applied')).toHaveAttribute('data-state', 'done');
});

test('at most 40 KB of script; without it the periods are there with their words', async ({ page, browser }) => {
	await lay(page, { begins: '2026-03-01' });
	await page.goto('/about/');
	await page.waitForLoadState('networkidle');
	const bodies: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js'))
			bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
	});
	await openPlan(page);
	await page.waitForLoadState('networkidle');
	const total = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
	console.log(`\nwhen: ${(total / 1024).toFixed(1)} KB of script`);
	expect(total).toBeGreaterThan(5 * 1024);
	expect(total).toBeLessThanOrEqual(40 * 1024);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const still = await context.newPage();
	await still.goto('/plan/');
	await expect(still.locator('#running-half-a-year')).toContainText(
		'试点单位标准体系创建并运行未满半年的不得提出评估申请',
	);
	await expect(still.locator('#silence-extension')).toContainText('都没有写试点可以延期');
	await expect(still.locator('input[type="date"]')).toHaveCount(0);
	await context.close();
});

for (const { colorScheme, width } of looksOf(1))
	test(`axe finds nothing on what days lead to, ${colorScheme}, ${width} px`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await lay(page, {
			begins: '2023-03-01',
			ends: '2025-02-28',
			running: '2024-08-31',
			'evaluation-applied': '2024-12-01',
		});
		await openPlan(page);
		for (const each of await page.locator('#plan summary').all()) if (await each.isVisible()) await each.click();
		await expectClean(page, 'what days lead to');
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
