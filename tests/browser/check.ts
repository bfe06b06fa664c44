import { expect, type Page } from '@playwright/test';

/** Starts a check of a table and stays on its page; returns the address of the check. */
export async function start(page: Page, rubric = 'shenzhen-2022', base = '/'): Promise<string> {
	await page.goto(`${base}check/${rubric}/`);
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await expect(page.locator('#hub')).toBeVisible({ timeout: 15_000 });
	return page.url();
}

/** Opens one line of the check that is open. */
export async function open(page: Page, line: string): Promise<void> {
	await page.evaluate((hash) => {
		location.hash = hash;
	}, line);
	await expect(page.locator(`[id="${line}"]`)).toBeVisible();
}

export const note = (page: Page, line: string) => page.locator(`[id="${line}"] .note textarea`);

export const saved = (page: Page) => expect(page.locator('.check-foot [role="status"]')).toContainText('已保存');

/** Adds a paper to a line by its name, and says more of it; gives its row. */
export async function addPaper(page: Page, line: string, name: string, more: { [field: string]: string } = {}) {
	const list = page.locator(`[id="${line}"] .paper-list`);
	const field = list.getByRole('combobox');
	await field.fill(name);
	await field.press('Enter');
	const row = list.locator('.paper').last();
	await expect(row).toContainText(name);
	if (Object.keys(more).length > 0) await row.getByRole('button', { name: /^改/ }).click();
	for (const [what, text] of Object.entries(more)) await row.locator(`.paper-${what} input`).fill(text);
	return row;
}

/** Switched away from, or back to. */
export const hide = (page: Page, state: 'hidden' | 'visible') =>
	page.evaluate((is) => {
		Object.defineProperty(document, 'visibilityState', { value: is, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	}, state);

export { stored } from './database.ts';
