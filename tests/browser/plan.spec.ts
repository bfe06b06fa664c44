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
	await applied.locator('summary', { hasText: '最早' }).first().click();
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
	await expect(clashes).toContainText('提出评估申请应当不早于2026年12月1日');
	await expect(clashes).toContainText('按“期满前的最后 3 个月以内”理解，提出评估申请应当不早于2027年11月29日');
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
	await expect(page.locator('#plan')).toContainText('提出复查申请最晚是2026年7月31日，已经过了');
});

test('the next deadline, and what is late, stand with the pilot', async ({ page }) => {
	await lay(page, { ends: '2028-12-31' });
	await page.clock.setFixedTime('2026-11-29T04:00:00Z');
	await page.goto('/pilot/');
	await expect(page.locator('.rooms')).toContainText('下一个：提出试点申请，最晚2027年1月1日');
	await lay(page, { qualified: '2023-10-31' });
	await page.goto('/pilot/');
	await expect(page.locator('.rooms .bars', { hasText: '提出复查申请' })).toContainText(
		'最晚是2026年7月31日，已经过了',
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
	await page.getByLabel('试一试：试点期满').fill('2027-12-31');
	await expect(row(page, 'running')).toContainText('最晚2027年3月31日');
	await expect(row(page, 'ends')).toContainText('2027年12月31日（试的）');
	expect(await stored(page)).toEqual(before);
	await page.getByRole('button', { name: '都还原' }).press('Enter');
	await expect(row(page, 'running')).toContainText('最晚2028年3月31日');
	await page.reload();
	await expect(row(page, 'running')).toContainText('最晚2028年3月31日');
});

test('what is written and is no day is named; what can be read is understood', async ({ page }) => {
	await lay(page, { begins: '２０２６．３．１', ends: '2028年2月', running: '6月31日', built: '二〇二五年三月' });
	await openPlan(page);
	await expect(row(page, 'begins')).toContainText('2026年3月1日');
	for (const written of ['2028年2月', '6月31日', '二〇二五年三月'])
		await expect(page.locator('.notice', { hasText: written })).toContainText('没有拿来推算');
});

test('nothing told yet: it says what to tell first', async ({ page }) => {
	await lay(page, {});
	await openPlan(page);
	await expect(page.locator('#plan')).toContainText('还推不出');
	await expect(row(page, 'evaluation-applied')).toContainText('有关的日期还没有填');
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
		for (const each of await page.locator('#plan summary').all()) await each.click();
		await expectClean(page, 'what days lead to');
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
