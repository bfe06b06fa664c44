import { expect, type Page } from '@playwright/test';
import { replace } from './database.ts';
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

test.use({ timezoneId: 'Asia/Shanghai' });

for (const [width, colorScheme] of [
	[1280, 'light'],
	[360, 'dark'],
] as const)
	test(`look ${width}`, async ({ page }) => {
		const wrongs = watch(page);
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await lay(page, {
			begins: '2026-03-01',
			ends: '2029-02-28',
			running: '2027-08-31',
			'unit-name': '某某市政务服务中心',
			'pilot-name': '某市政务服务标准化试点',
		});
		await page.clock.setFixedTime('2026-11-29T04:00:00Z');
		await page.goto('/plan/work/');
		await expect(page.locator('main[data-ready]')).toBeVisible();
		await page.screenshot({ path: `/tmp/look/work0-${width}.png`, fullPage: true });
		await page.getByRole('button', { name: '照灞桥' }).click();
		await expect(page.locator('.phase')).toHaveCount(8);
		await page.locator('.phase summary').nth(5).click();
		await page.locator('#work').screenshot({ path: `/tmp/look/work-${width}.png` });
		await openPlan(page);
		await page.getByRole('button', { name: '添一个日期' }).click();
		await page.getByLabel('什么事').fill('区里中期督查');
		await page.getByRole('textbox', { name: '日期', exact: true }).fill('2027-06-30');
		await page.getByLabel('依据', { exact: true }).fill('区府办〔2026〕8号');
		await page.getByLabel('最后期限').check();
		await page.locator('#plan').screenshot({ path: `/tmp/look/plan-${width}.png` });
		await page.evaluate(() => {
			document.documentElement.dataset.wall = 'A3';
		});
		await page.pdf({ path: `/tmp/look/wall-${width}.pdf`, preferCSSPageSize: true });
		console.log(wrongs);
	});
