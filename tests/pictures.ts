/* Takes README's pictures of the built site: `node tests/pictures.ts`, after a build by `npm test`. */
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { serve } from './serve.ts';

const port = 4189;
const server = serve(() => 'tests/.out/root', port);
const browser = await chromium.launch({
	executablePath: findChromium() ?? '',
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1360, height: 850 } });
const shoot = (name: string) => page.screenshot({ path: `tests/pictures/${name}.jpg`, type: 'jpeg', quality: 72 });

await page.goto(`http://localhost:${port}/docs/xize-2013/#art-18`);
await page.locator('.cite').waitFor();
await shoot('clause');

await page.goto(`http://localhost:${port}/check/shenzhen-2022/`);
await page.getByRole('button', { name: '开始', exact: true }).click();
await page.locator('#hub').waitFor();
const hub = page.url();
for (const line of ['e1', 'a1', 'a2', 'a3', ...Array.from({ length: 24 }, (_, i) => `b${i + 1}`)]) {
	await page.evaluate((hash) => {
		location.hash = hash;
	}, line);
	const options = page.locator(`[id="${line}"] .opt`);
	await options.first().waitFor();
	await options.first().click();
}
await page.locator('.check-foot [role="status"]').filter({ hasText: '已保存' }).waitFor();
await page.goto(hub.replace(/#.*/, ''));
await page.locator('#hub').waitFor();
await shoot('self-check');
await browser.close();
server.close();
