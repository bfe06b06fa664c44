import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { filesIn } from '../../src/integrations/built-files.ts';
import { freshId } from '../../src/kept/ids.ts';
import { written } from '../../src/kept/lineage.ts';
import type { LineRecord } from '../../src/schemas/saved-check.ts';
import { args, findChromium } from '../chromium.ts';
import { type Everyday, figures, half, percent } from '../everyday.ts';
import { readDocx, readXlsx, wordsOf } from '../package.ts';
import { note, open, saved } from './check.ts';
import { stored } from './database.ts';
import { thorough } from './thorough.ts';
import { test } from './where.ts';

/* The main ways through the site, the same list wherever it is opened: from a server, under a path, from a folder. */

// A folder is opened in the whole browser: without its windows it does not follow a link from file to file.
test.use({ launchOptions: { executablePath: findChromium() ?? '', args } });

const built = 'tests/.out/root';

/** As clerks have it: a folder name with all that has to be written otherwise in an address. */
const odd = '标准化 试点#1 100%（办公室）';

interface Place {
	name: string;
	/** What the root of the site is there; made before the first test and taken away after the last. */
	root: () => string;
}

let folder = '';

/** Every file of the folder with when it was last written to. */
const untouched = () => filesIn(join(folder, odd)).map((path) => [path, statSync(join(folder, odd, path)).mtimeMs]);

let before: ReturnType<typeof untouched> = [];

test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'folder-'));
	cpSync(built, join(folder, odd), { recursive: true });
	// As on a medium that cannot be written to.
	for (const path of filesIn(join(folder, odd))) chmodSync(join(folder, odd, path), 0o444);
	before = untouched();
});
test.afterAll(() => {
	expect(untouched()).toEqual(before);
	rmSync(folder, { recursive: true, force: true });
});

const places: Place[] = [
	{ name: 'from a server', root: () => 'http://localhost:4180/' },
	{ name: 'under a path', root: () => 'http://localhost:4180/a/b/' },
	{ name: 'from a folder', root: () => `${pathToFileURL(join(folder, odd)).href}/` },
];

/** The address of a page, as someone there would open it. */
const at = (root: string, path: string): string =>
	root + (root.startsWith('file:') ? path.replace(/(^|\/)(?=[?#]|$)/, '$1index.html') : path);

/** Complaints of our own; that modules do not come from a folder the browser says by itself. */
function listen(page: Page): string[] {
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error' && !/from origin 'null'|ERR_FAILED/.test(message.text()))
			wrongs.push(message.text());
	});
	return wrongs;
}

async function startCheck(page: Page, root: string, table = 'shenzhen-2022'): Promise<string> {
	await page.goto(at(root, `check/${table}/`));
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await expect(page.locator('#hub')).toBeVisible();
	return page.url().replace(/#.*/, '');
}

async function write(page: Page, line: string, words: string): Promise<void> {
	await open(page, line);
	await note(page, line).fill(words);
	await saved(page);
}

async function file(page: Page, button: string | RegExp): Promise<Buffer> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await coming).path());
}

async function choose(page: Page, root: string, files: readonly Buffer[]): Promise<void> {
	await page.goto(at(root, 'check/'));
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	await page
		.locator('input[type="file"]')
		.setInputFiles(files.map((buffer, i) => ({ name: `${i}.json`, buffer, mimeType: 'application/json' })));
}

async function bringBack(page: Page, root: string, files: readonly Buffer[]): Promise<void> {
	await choose(page, root, files);
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('带回来了');
}

interface Given {
	page: Page;
	root: string;
	context: BrowserContext;
	browser: Browser;
}

type Journey = (given: Given) => Promise<void>;

const typeCloseReopen: Journey = async ({ page, root, context }) => {
	const address = await startCheck(page, root);
	await open(page, 'b6');
	await page.locator('#b6 .opt').first().click();
	await write(page, 'b6', '关掉之前写的');
	await page.close();
	const next = await context.newPage();
	await next.goto(at(root, ''));
	const link = next.locator('#unfinished a').first();
	await expect(link).toContainText('继续上次的自查');
	await link.click();
	await expect(next).toHaveURL(address);
	await open(next, 'b6');
	await expect(note(next, 'b6')).toHaveValue('关掉之前写的');
	await expect(next.locator('.say.short')).toContainText('自评 8 分');
	await next.goto(at(root, 'check/'));
	await expect(next.locator('.check-list > li')).toHaveCount(1);
	await next.locator('.check-list a').first().click();
	await expect(next.locator('#hub')).toBeVisible();
};

const twoWindows: Journey = async ({ page, root, context }) => {
	const address = `${await startCheck(page, root)}#b6`;
	await page.goto(address);
	const other = await context.newPage();
	await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	await other.goto(address);
	await expect(other.locator('main[data-ready]')).toBeVisible();
	await note(page, 'b6').fill('甲写的');
	await saved(page);
	await note(other, 'b6').fill('乙写的');
	await expect(other.locator('#b6 [role="alert"]')).toContainText('甲写的');
	await other.getByRole('button', { name: '换成那一份' }).click();
	await saved(other);
	await other.reload();
	await expect(note(other, 'b6')).toHaveValue('甲写的');
};

const papers: Journey = async ({ page, root }) => {
	const address = await startCheck(page, root);
	await open(page, 'b6');
	await page.locator('#b6 .opt').first().click();
	await write(page, 'b6', '窗口 3 个');
	await page.goto(address);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await expect(page.locator('.offers')).toBeVisible();
	// Its look came too.
	await expect(page.locator('.offers')).toHaveCSS('list-style-type', 'none');
	const docx = readDocx(await file(page, '自评表，Word 文件'));
	const xlsx = readXlsx(await file(page, '自评表，Excel 文件'));
	expect([...docx.faults, ...xlsx.faults]).toEqual([]);
	const rows = [
		docx.content.filter((part) => typeof part !== 'string').flat(),
		xlsx.sheets.flatMap((sheet) => sheet.rows),
	].map((all) => {
		const row = all
			.map((cells) => cells.map(({ text }) => String(text ?? '')))
			.find((texts) => texts.includes('窗口 3 个'));
		return row?.slice(-4);
	});
	expect(rows[0]).toEqual(rows[1]);
	expect(rows[0]).toContain('8');
};

interface Query {
	q: string;
	expect: string[];
}

const queries: Query[] = parse(readFileSync('tests/data/search-queries.yaml', 'utf8'));

const search: Journey = async ({ page, root }) => {
	const asked = queries.filter((_, i) => thorough || i % 25 === 0);
	let first = 0;
	for (const { q, expect: wanted } of asked) {
		await page.goto(at(root, `search/?q=${encodeURIComponent(q)}`));
		const links = page.locator('.where a');
		await expect(links.first(), q).toBeVisible();
		const to = ((await links.first().getAttribute('href')) ?? '').replace('index.html', '').replace('/#', '#');
		if (wanted.some((each) => to.endsWith(each))) first += 1;
	}
	expect(first / asked.length).toBeGreaterThanOrEqual(0.99);
	await page.locator('.where a').first().click();
	await expect(page.locator('h1')).toBeVisible();
};

/** The same as from a server: browser/everyday.spec.ts. */
const everyday: Journey = async ({ page, root }) => {
	const asked = half('open').filter(({ kind }, i) => kind !== 'none' && i % (thorough ? 4 : 16) === 0);
	const got: { row: Everyday; given: string[] }[] = [];
	for (const row of asked) {
		await page.goto(at(root, `search/?q=${encodeURIComponent(row.q)}`));
		const list = page.locator('.results[aria-busy="false"]');
		await expect(list, row.q).toBeVisible();
		const links = await list
			.locator('.where a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
		got.push({
			row,
			given: links.map(
				(href) =>
					/(?:docs|rubrics|standards|training)\/.*/.exec(href.replace('index.html', '').replace('/#', '#'))?.[0] ?? '',
			),
		});
	}
	const { first, five, misses } = figures(got);
	console.log(
		`${asked.length} everyday queries: first ${percent(first)}, within five ${percent(five)}\n${misses.join('\n')}`,
	);
	expect(first).toBeGreaterThanOrEqual(0.65);
	expect(five).toBeGreaterThanOrEqual(0.85);
};

const quiz = 'training/quiz/';

const mock: Journey = async ({ page, root, context }) => {
	await page.goto(at(root, quiz));
	await page.locator('.start input[type="number"]').fill('8');
	await page.locator('.start button', { hasText: '开始' }).click();
	const ask = page.locator('.ask');
	await expect(ask).toBeVisible();
	const asked = await ask.getAttribute('data-question');
	if ((await ask.locator('.opt').count()) > 0) await ask.locator('.opt').first().click();
	else await ask.locator('select, button').first().press('ArrowDown');
	const summary = page.locator('.mock .card summary');
	const answered = await summary.textContent();
	const session = await context.newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	void session.send('Page.crash').catch(() => undefined);
	await crashed;
	const next = await context.newPage();
	await next.goto(at(root, `${quiz}#mock`));
	await expect(next.locator('.ask')).toHaveAttribute('data-question', asked ?? '');
	await expect(next.locator('.mock .card summary')).toHaveText(answered ?? '');
};

const colleagues: Journey = async ({ page, root }) => {
	const count = 20;
	const address = await startCheck(page, root);
	await write(page, 'b1', '办公室写的');
	await page.goto(address);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await page.locator('.hand-out > summary').click();
	await page.locator('.part-pick', { hasText: 'A1工作机制' }).locator('.opt input').check();
	const part = JSON.parse((await file(page, /下载分出去的/)).toString());
	const [{ checks }] = part.pilots;
	const [first] = Object.values<LineRecord>(checks[0].lines);
	const {
		version: _,
		seen: __,
		...blank
	} = { version: 0, seen: 0, ...first, note: '' } as unknown as LineRecord & {
		version: unknown;
		seen: unknown;
	};
	const returned = Array.from({ length: count }, (_, i) => {
		const line = `b${(i % 7) + 2}`;
		const record = written(
			undefined,
			{ ...(blank as LineRecord), note: `同事${i}写的` },
			freshId(),
			1_800_000_000_000 + i,
		);
		const lines = { ...checks[0].lines, [line]: record };
		return Buffer.from(JSON.stringify({ ...part, pilots: [{ ...part.pilots[0], checks: [{ ...checks[0], lines }] }] }));
	});
	await bringBack(page, root, returned);
	await page.goto(`${address}#b2`);
	const said: string[] = [];
	for (let line = 2; line <= 8; line += 1) {
		await open(page, `b${line}`);
		said.push(await note(page, `b${line}`).inputValue());
		const others = page.locator(`#b${line} [role="alert"]`);
		// Of seven lines each has two colleagues or three.
		await expect(others.nth(0)).toBeVisible();
		said.push(...(await others.allTextContents()));
	}
	for (let i = 0; i < count; i += 1) expect(said.join()).toContain(`同事${i}写的`);
	await choose(page, root, returned);
	await expect(page.locator('#bring')).toContainText('和本机的一样，带回来什么也不会变');
};

const everything: Journey = async ({ page, root, browser }) => {
	await page.goto(at(root, 'pilot/facts/'));
	await page.getByLabel('单位名称').fill('某某局');
	await expect(page.locator('#unit > [role="status"]')).toContainText('已保存');
	await startCheck(page, root, 'national');
	await write(page, 'c1-1', '一');
	await page.goto(at(root, 'checklist/'));
	const problem = (on: Page) => on.locator('[id="training-2022.s8.1"]');
	await problem(page).getByRole('radio', { name: '待整改', exact: true }).check();
	await problem(page).getByLabel('备注').fill('现场记下的');
	await expect(page.locator('.walk-bar [role="status"]')).toContainText('已保存');
	const list = readXlsx(await file(page, '整改清单，Excel 文件'));
	expect(wordsOf(list)).toContain('现场记下的');
	await page.goto(at(root, quiz));
	await page.getByRole('link', { name: '申报与受理' }).click();
	await expect(page.locator('.ask')).toBeVisible();
	// What is put in order has an order from the start, and what is matched is told to be answered first.
	if ((await page.locator('.ask .opt').count()) > 0) await page.locator('.ask .opt').first().click();
	await page.getByRole('button', { name: '看对不对' }).click();
	await expect(page.locator('.practice [role="status"]').first()).toBeAttached();
	await page.goto(at(root, `${quiz}#book`));
	await page.locator('input[type="date"]').fill('2027-01-31');
	await page.goto(at(root, 'check/'));
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	const backup = await file(page, '下载全部备份');
	const there = await browser.newContext();
	const elsewhere = await there.newPage();
	const wrongs = listen(elsewhere);
	await choose(elsewhere, root, [backup]);
	await expect(elsewhere.locator('[data-kind="walks"]')).toContainText('现场检查清单：新添 1 条');
	await elsewhere.getByRole('button', { name: '带回来' }).click();
	await expect(elsewhere.locator('#bring')).toContainText('带回来了');
	expect((await file(elsewhere, '下载全部备份')).toString()).toBe(backup.toString());
	await elsewhere.goto(at(root, 'pilot/facts/'));
	await expect(elsewhere.getByLabel('单位名称')).toHaveValue('某某局');
	await elsewhere.goto(at(root, 'checklist/'));
	await expect(problem(elsewhere).getByLabel('备注')).toHaveValue('现场记下的');
	await elsewhere.goto(at(root, `${quiz}#book`));
	await expect(elsewhere.locator('input[type="date"]')).toHaveValue('2027-01-31');
	await elsewhere.goto(at(root, 'check/'));
	await elsewhere.locator('#bring').getByRole('button', { name: '打开' }).click();
	await elsewhere.getByRole('button', { name: '撤销这次带回' }).click();
	await expect(elsewhere.locator('.check-list > li')).toHaveCount(0);
	expect(wrongs).toEqual([]);
	await there.close();
};

const journeys: Record<string, Journey> = {
	'typed, closed, opened again by 继续': typeCloseReopen,
	'two windows on one line': twoWindows,
	'papers that are read back': papers,
	'the table of queries': search,
	'what people ask': everyday,
	'a mock that is killed goes on': mock,
	'twenty colleagues’ parts at once': colleagues,
	'everything into one file, and back elsewhere': everything,
};

/** From a server search.spec.ts and everyday.spec.ts ask the same in every run. */
const asks: readonly Journey[] = [search, everyday];

/** A quick run goes every way from a folder, and one in four from each of the others, by turns. */
const tried = (place: number) =>
	Object.entries(journeys).filter(
		([, go], i) => thorough || places[place]?.name === 'from a folder' || (!asks.includes(go) && i % 4 === place),
	);

for (const [place, { name, root }] of places.entries())
	test.describe(name, () => {
		for (const [what, go] of tried(place))
			test(what, async ({ page, context, browser }) => {
				const wrongs = listen(page);
				await go({ page, context, browser, root: root() });
				expect(wrongs).toEqual([]);
			});
	});

test.describe('two copies in folders of one computer', () => {
	const copyOf = (name: string): string => {
		cpSync(built, join(folder, name), { recursive: true });
		return `${pathToFileURL(join(folder, name)).href}/`;
	};

	test('of builds that keep alike go on with the same check', async ({ page }) => {
		const [first, second] = [copyOf('甲'), copyOf('乙')];
		await startCheck(page, first);
		await write(page, 'b6', '在甲里写的');
		await page.goto(at(second, 'check/'));
		await page.locator('.check-list a').first().click();
		await open(page, 'b6');
		await expect(note(page, 'b6')).toHaveValue('在甲里写的');
	});

	test('of which one keeps in a newer way: the older says so, and nothing is mixed', async ({ page }) => {
		const [older] = [copyOf('旧')];
		await startCheck(page, older);
		await write(page, 'b6', '旧版写的');
		const laid = await stored(page);
		// What opening the newer one does to the store that all local files share.
		await page.goto(`${older}about/index.html`);
		await page.evaluate(
			(name) =>
				new Promise<void>((done) => {
					const request = indexedDB.open(name, 99);
					request.onsuccess = () => {
						request.result.close();
						done();
					};
				}),
			'standardisation-pilot',
		);
		await page.goto(at(older, 'check/'));
		await expect(page.getByText('更新的一版').first()).toBeVisible();
		await expect(page.locator('.check-list > li')).toHaveCount(0);
		await page.goto(at(older, 'check/national/'));
		await page.getByRole('button', { name: '开始', exact: true }).click();
		await open(page, 'c1-1');
		await note(page, 'c1-1').fill('只在这一页');
		await expect(page.locator('.check-foot')).toContainText('只记在这一页上');
		expect(await stored(page)).toEqual(laid);
	});
});
