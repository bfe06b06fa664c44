import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe as its builder has it, told to come to a page once. */
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core');
const axeSource = `if (!globalThis.axe) {${source}}`;

/**
 * A state of a page in which axe finds nothing and nothing stands beyond its width. Only what is wrong is told in full,
 * and in the page itself: our pages have no frames, for which the builder would put all of it together in another page.
 */
export async function expectClean(page: Page, state: string, without: string[] = []): Promise<void> {
	expect(page.frames(), state).toHaveLength(1);
	const { violations, passes } = await new AxeBuilder({ page, axeSource })
		.options({ resultTypes: ['violations'] })
		.disableRules(without)
		.setLegacyMode()
		.analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
		state,
	).toEqual([]);
	// What found nothing has looked.
	expect(passes.length, state).toBeGreaterThan(10);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0);
}
