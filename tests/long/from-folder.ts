/*
 * The site opened from a folder in Firefox and in WebKit: what works there and what does not, as a table.
 * Chromium's part is browser/anywhere.spec.ts. Part of `npm run test:long`.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { firefox } from './firefox.ts';
import { Page } from './page.ts';
import { webkit } from './webkit.ts';

const folder = mkdtempSync(join(tmpdir(), 'folder-'));
const site = join(folder, '标准化 试点#1 100%');
cpSync('tests/.out/root', site, { recursive: true });

// A browser that never answers is given up.
setTimeout(() => {
	console.log('No answer for five minutes.');
	process.exit(1);
}, 300_000).unref();

const unit = '某市政务服务中心';

/** What is looked at, each by what a page shows within a while. */
const facts: Record<string, (page: Page) => Promise<unknown>> = {
	'a document is read': async (page) => {
		await page.open('/docs/xize-2013/index.html');
		await page.see('h1', '社会管理和公共服务综合标准化试点细则');
	},
	'search answers': async (page) => {
		await page.open(`/search/index.html?q=${encodeURIComponent('评估组要几个人')}`);
		await page.see('.results .where', '第十九条');
	},
	'questions are asked': async (page) => {
		await page.open('/training/quiz/index.html');
		await page.click('a', '申报与受理');
		await page.see('.ask');
	},
	'what is typed is there after a reload': async (page) => {
		await page.open('/pilot/facts/index.html');
		await page.type('input[name="unit-name said"]', unit);
		await page.see('#unit > [role="status"]', '已保存');
		await page.reload();
		await page.waitFor(
			(words) => document.querySelector<HTMLInputElement>('input[name="unit-name said"]')?.value === words,
			unit,
		);
	},
	'a check is filled in and scored': async (page) => {
		await page.open('/check/national/index.html');
		await page.click('button', '开始');
		await page.see('#hub');
		await page.see('[data-sums]', '自评 0 分');
	},
	'one page finds what another kept': async (page) => {
		await page.open('/check/index.html');
		await page.see('.check-list a');
	},
};

const table: string[] = [];
let failed = 0;
for (const start of [firefox, webkit]) {
	const driver = await start();
	const page = new Page(driver, pathToFileURL(site).href);
	for (const [fact, look] of Object.entries(facts)) {
		const fault = await look(page).then(
			() => undefined,
			(error: unknown) => `${error}`,
		);
		table.push(`| ${driver.version} | ${fact} | ${fault ? 'no' : 'yes'} |`);
		if (fault === undefined) continue;
		failed += 1;
		console.log(`${driver.version}: ${fact}: ${fault}`);
	}
	for (const complaint of driver.complaints()) {
		failed += 1;
		console.log(`${driver.version}: ${complaint}`);
	}
	await driver.close();
}
rmSync(folder, { recursive: true, force: true });
const said = ['| browser | from a folder | |', '| --- | --- | --- |', ...table].join('\n');
writeFileSync('tests/.out/from-folder.md', `${said}\n`);
console.log(said);
console.log(`${table.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
