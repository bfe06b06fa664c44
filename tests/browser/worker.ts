import type { Page } from '@playwright/test';

/** What the page's thread works, in milliseconds: others that want the processor do not count. */
export async function worker(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const spent = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
	};
	return async (work: () => Promise<void>): Promise<number> => {
		const began = await spent();
		await work();
		return (await spent()) - began;
	};
}
