import { expect, type Locator, type Page } from '@playwright/test';
import { note, start } from './check.ts';
import { keysIn } from './database.ts';

/* Every kind of record that several people fill, each where it is filled in. */

export interface Kind {
	/** Opens a page on which one record can be filled in; gives its address. */
	visit: (page: Page) => Promise<string>;
	/** Where a text of it is written. */
	field: (page: Page) => Locator;
	/** What says how saving fares. */
	status: (page: Page) => Locator;
	/** Where two versions wait for a choice. */
	notice: (page: Page) => Locator;
	/** The key of the record; of a check its id is in the address, of a pilot it is drawn. */
	key: (page: Page, address: string) => Promise<string>;
}

async function keyLike(page: Page, like: RegExp): Promise<string> {
	const all = await keysIn(page);
	return all.find((key) => like.test(key)) ?? 'nothing';
}

const problem = 'training-2022.s8.1';

export const kinds: Record<string, Kind> = {
	line: {
		visit: async (page) => {
			const address = `${await start(page)}#b6`;
			await page.goto(address);
			return address;
		},
		field: (page) => note(page, 'b6'),
		status: (page) => page.locator('.check-foot'),
		notice: (page) => page.locator('#b6 [role="alert"]'),
		key: async (_, address) => `line ${new URL(address).searchParams.get('check')} b6`,
	},
	finding: {
		visit: async (page) => {
			await page.goto('/checklist/');
			await page.locator(`[id="${problem}"]`).getByRole('radio', { name: '待整改', exact: true }).check();
			await expect(page.locator('.walk-bar [role="status"]')).toContainText('已保存');
			return page.url();
		},
		field: (page) => page.locator(`[id="${problem}"]`).getByLabel('备注'),
		status: (page) => page.locator('.walk-bar'),
		notice: (page) => page.locator(`[id="${problem}"] [role="alert"]`),
		key: (page) => keyLike(page, /^walk \S+ training-2022#s8\.1$/),
	},
	facts: {
		visit: async (page) => {
			await page.goto('/pilot/facts/');
			await expect(page.getByLabel('单位名称')).toBeEnabled();
			return page.url();
		},
		field: (page) => page.getByLabel('单位名称'),
		status: (page) => page.locator('#unit > [role="status"]'),
		notice: (page) => page.locator('#unit [role="alert"]'),
		key: (page) => keyLike(page, /^fact \S+ unit-name$/),
	},
	form: {
		visit: async (page) => {
			await page.goto('/forms/evaluation-application/');
			await expect(page.locator('main[data-ready]')).toBeVisible();
			return page.url();
		},
		field: (page) => page.getByLabel('自查报告', { exact: true }),
		status: (page) =>
			page.locator('#form section', { has: page.getByLabel('自查报告', { exact: true }) }).locator('.fate'),
		notice: (page) => page.locator('#self-check-report [role="alert"]'),
		key: (page) => keyLike(page, /^form \S+ evaluation-application self-check-report$/),
	},
};

/** A page that hears of no other. */
export const withoutNews = (page: Page) =>
	page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
