import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A state of a page in which axe finds nothing and nothing stands beyond its width. */
export async function expectClean(page: Page, state: string, without: string[] = []): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
		state,
	).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0);
}
