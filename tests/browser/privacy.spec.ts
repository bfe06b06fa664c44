import { expect, type Page } from '@playwright/test';
import { addPaper, note, open, saved, start, stored } from './check.ts';
import { test } from './where.ts';

/* What is typed anywhere stays here: no request says it, from no page, window or worker. */

test.use({ keepsItself: true });

const canary = '金丝雀zqxj42';
/** As addresses, JSON and base64 would carry it. */
const disguises = [
	canary,
	encodeURIComponent(canary),
	encodeURIComponent(encodeURIComponent(canary)),
	'zqxj42',
	JSON.stringify(canary).replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`),
	Buffer.from(canary).toString('base64').slice(0, 16),
];

/** Types it into every field in sight; returns how many there were. */
async function fillAll(page: Page): Promise<number> {
	const fields = page.locator('main').locator('input[type="text"], input:not([type]), textarea');
	let filled = 0;
	for (const field of await fields.all())
		if ((await field.isVisible()) && (await field.isEditable())) {
			await field.fill(canary);
			filled += 1;
		}
	return filled;
}

test('a word typed into every field of every feature appears in no request', async ({ page, context }) => {
	const sent: string[] = [];
	let requests = 0;
	context.on('request', async (request) => {
		requests += 1;
		const { host } = new URL(request.url());
		const whole = [request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join('\n');
		if (disguises.some((form) => whole.includes(form)) || (host && host !== 'localhost:4180')) sent.push(request.url());
	});

	await page.goto('/check/');
	await expect(page.locator('main[data-ready]')).toBeAttached();
	expect(await fillAll(page)).toBe(1);
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('单位名称')).toBeEnabled();
	expect(await fillAll(page)).toBe(25);
	await page.goto('/pilot/');
	await expect(page.locator('.pilot-head')).toContainText(canary);
	for (const [form, fields] of [
		['application', 47],
		['evaluation-application', 25],
	] as const) {
		await page.goto(`/forms/${form}/`);
		await expect(page.locator('main[data-ready]')).toBeAttached();
		if (form === 'application') await page.getByRole('button', { name: '添一行' }).click();
		for (const more of await page.locator('#form summary').all()) await more.click();
		expect(await fillAll(page), form).toBe(fields);
	}
	await page.goto('/forms/');
	await expect(page.locator('.parcel')).toContainText(canary);
	const check = await start(page);
	await page.goto(check);
	await open(page, 'b1');
	await note(page, 'b1').fill(canary);
	const row = await addPaper(page, 'b1', canary);
	await row.getByRole('button', { name: /^改/ }).click();
	expect(await fillAll(page)).toBeGreaterThan(4);
	await saved(page);
	await page.goto('/pilot/evidence/');
	await expect(page.locator('main[data-ready]')).toBeAttached();
	await page.getByRole('button', { name: /^改/ }).first().click();
	expect(await fillAll(page)).toBe(9);
	await page.goto(`${check}#all`);
	await expect(page.locator('[id="b2"]')).toBeVisible();
	await page.goto(check);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await expect(page.locator('.offers')).toBeVisible();
	await fillAll(page);
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: '自评表，Word 文件' }).click();
	await coming;

	await page.goto('/check/');
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	await page.getByText('没有文件，只有复制来的备份内容').click();
	await page.locator('#bring textarea').fill(canary);
	await expect(page.locator('#bring [role="alert"]')).toBeVisible();

	await page.goto('/checklist/');
	await expect(page.locator('main[data-ready]')).toBeAttached();
	await page.locator('.opt').nth(1).click();
	expect(await fillAll(page)).toBeGreaterThan(0);

	await page.goto('/training/quiz/#trainer');
	await expect(page.locator('main[data-ready]')).toBeAttached();
	await fillAll(page);

	// Results come as one types, without asking anyone.
	await page.goto('/search/');
	await page.locator('main input[name="q"]').fill(canary);
	await expect(page.locator('main')).toContainText(/没有找到|的结果|按词找到/);
	await expect(page).toHaveTitle(new RegExp(canary));

	await page.goto('/');
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? ''))
		.toBe('activated');
	const held = JSON.stringify(await stored(page));
	expect(held.split(canary).length).toBeGreaterThan(6);
	expect(requests).toBeGreaterThan(100);
	expect(sent).toEqual([]);
});
