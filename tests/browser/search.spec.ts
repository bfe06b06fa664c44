import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import type { Bank } from '../../src/features/training/bank.ts';
import { expectClean } from './clean.ts';
import { looksOf, oneOf, thorough } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';
import { withoutCatalogue, withoutSegmenter } from './without.ts';

interface Query {
	q: string;
	kind: string;
	expect: string[];
}

const queries: Query[] = parse(readFileSync('tests/data/search-queries.yaml', 'utf8'));

const bank: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));
const documentOf = new Map(bank.questions.map(({ id, document }) => [id, document]));

const address = (q: string, base = '/') => `${base}search/?q=${encodeURIComponent(q)}`;

/** The page has an answer to a question, whatever it is. */
const answered = (page: Page, q: string) =>
	page.waitForFunction((asked) => {
		const results = document.querySelector('.results');
		if (results?.getAttribute('aria-busy') === 'true') return false;
		const list = results?.getAttribute('aria-label');
		const status = document.querySelector('.status')?.textContent ?? '';
		return (
			list?.startsWith(`“${asked.slice(0, 120)}`) || status.includes(`“${asked}”`) || /没有读到|可以查找/.test(status)
		);
	}, q);

/** Asks the next question on the same page, as Back and Forward do. */
const ask = (page: Page, q: string, base: string) =>
	page.evaluate(
		(to) => {
			history.replaceState(null, '', to);
			dispatchEvent(new PopStateEvent('popstate'));
		},
		address(q, base),
	);

const found = (page: Page, base = '/') =>
	page
		.locator('.where a')
		.evaluateAll(
			(links, start) => links.map((link) => (link.getAttribute('href') ?? '').slice(start.length).replace('/#', '#')),
			base,
		);

interface Run {
	name: string;
	base?: string;
	prepare?: (page: Page) => Promise<unknown>;
	/** Only every so many queries are asked. */
	every?: number;
	/** The least share of queries answered first and among the first five. */
	first: number;
	five: number;
}

const runs: Run[] = [
	{ name: 'as built', every: thorough ? 1 : 3, first: 0.99, five: 1 },
	{
		name: 'under a prefix, without Intl.Segmenter',
		base: '/a/b/',
		every: thorough ? 5 : 10,
		prepare: withoutSegmenter,
		first: 0.99,
		five: 1,
	},
	{ name: 'from the index alone', every: thorough ? 1 : 20, prepare: withoutCatalogue, first: 0.98, five: 0.99 },
	{
		name: 'from the index alone, without Intl.Segmenter',
		every: thorough ? 1 : 10,
		prepare: (page) => Promise.all([withoutCatalogue(page), withoutSegmenter(page)]),
		first: 0.98,
		five: 0.99,
	},
];

for (const { name, base = '/', every = 1, prepare, first, five } of thorough ? runs : runs.slice(0, 3))
	test(`the table of queries, ${name}`, { tag: '@thorough' }, async ({ page }) => {
		expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length);
		expect(queries.length).toBeGreaterThanOrEqual(150);
		await prepare?.(page);
		await page.goto(`${base}search/`);
		const misses: string[] = [];
		let [atOne, inFive] = [0, 0];
		const asked = queries.filter((_, i) => i % every === 0);
		for (const { q, kind, expect: wanted } of asked) {
			await ask(page, q, base);
			await answered(page, q);
			const got = (await found(page, base)).slice(0, 5);
			const at = got.findIndex((each) => wanted.includes(each));
			atOne += at === 0 ? 1 : 0;
			inFive += at >= 0 ? 1 : 0;
			if (at !== 0) misses.push(`  ${at + 1 || '–'}  [${kind}] ${q} → ${got[0]}, wanted ${wanted.join(' or ')}`);
		}
		const share = (number: number) => `${((100 * number) / asked.length).toFixed(1)} %`;
		console.log(`\n${asked.length} queries ${name}: hit@1 ${share(atOne)}, hit@5 ${share(inFive)}`, misses.join('\n'));
		// Of a few queries one may be that of a hundred that comes second.
		expect(atOne).toBeGreaterThanOrEqual(Math.min(asked.length * first, asked.length - (thorough ? 0 : 1)));
		expect(inFive / asked.length).toBeGreaterThanOrEqual(five);
	});

test('what nobody wrote is found by what somebody asks, and it says why', async ({ page }) => {
	await page.goto(address('头儿换了要不要重新发文'));
	await answered(page, '头儿换了要不要重新发文');
	await expect(page.locator('.results > li').first()).toContainText('因为有人这样问：“');
	await page.goto(address('标准体系'));
	await answered(page, '标准体系');
	await expect(page.locator('.results > li').first()).not.toContainText('因为有人这样问');
});

test('what no text says is said, with what comes nearest', async ({ page }) => {
	await page.goto(address('能延期吗'));
	const gap = page.locator('.gap');
	await expect(gap).toContainText('五份文件和三张评分表都没有写：试点到期以后能不能延期');
	const near = gap.getByRole('link').first();
	await near.click();
	await expect(page).toHaveURL(/\/docs\/.+#/);
	await page.goto(address('评估组要几个人'));
	await answered(page, '评估组要几个人');
	await expect(page.locator('.gap')).toHaveCount(0);
});

test('what sounds so is found, and said to be', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(address('评估组要几个人'));
	await answered(page, '评估组要几个人');
	expect(asked.filter((url) => url.includes('sounds'))).toEqual([]);
	for (const [typed, meant] of Object.entries({ pgsqb: '评估申请表', manyidu: '满意度', 归挡: '归档' })) {
		await page.goto(address(typed));
		await expect(page.locator('.heard')).toHaveText(`按读音相同的“${meant}”找的。`);
		await expect(page.locator('.results > li').first()).toContainText(meant === '归档' ? /档/ : meant);
	}
	// With what is needed for it cut off, the rest is there.
	await page.route('**/data/{sounds,gaps,lexicon}.json', (route) => route.abort());
	await page.goto('about:blank');
	await page.goto(address('评古组几个人'));
	await answered(page, '评古组几个人');
	await expect(page.locator('.results > li').first()).toBeVisible();
});

test('questions of the bank stand folded under the rest', async ({ page }) => {
	await page.goto(address('标准体系'));
	await answered(page, '标准体系');
	const quiz = page.locator('details.quiz');
	await expect(quiz.locator('summary')).toHaveText(/^题库里的 \d+ 道题$/);
	await expect(quiz.locator('li').first()).toBeHidden();
	await expect(page.locator('ol.results').first().locator('.tag', { hasText: '题目' })).toHaveCount(0);
	await quiz.locator('summary').click();
	await expect(quiz.locator('li').first()).toBeVisible();
});

test('what one takes part in is said once, and used by search, training and checklist', async ({ page }) => {
	await page.goto(address('经费'));
	await answered(page, '经费');
	const mine = page.getByLabel('我参加的是');
	await expect(mine).toHaveValue('');
	await mine.selectOption({ label: '深圳市民政局标准化示范单位' });
	await expect(page.locator('.where a').first()).toHaveAttribute('href', /shenzhen-2022/);
	await page.goto('/training/quiz/');
	await expect(page.getByLabel('我参加的是')).toHaveValue('shenzhen-2022');
	await expect(page.locator('.doors').first().locator('li').nth(1)).toContainText('深圳方案 照它做的');
	await page.goto('/checklist/');
	await expect(page.getByLabel('我参加的是')).toHaveValue('shenzhen-2022');
	const risks = page.locator('.risks summary [data-table="national"]');
	await expect(risks.first()).toBeHidden();
	await page.getByLabel('我参加的是').selectOption('');
	await expect(risks.first()).toBeVisible();
	await page.goto(address('经费'));
	await expect(page.getByLabel('我参加的是')).toHaveValue('');
});

test('from a form on any page to the clause itself', async ({ page }) => {
	const wrongs = watch(page);
	await page.goto('/docs/baqiao-2021/');
	await page.getByRole('searchbox', { name: '搜索' }).fill('评估组要几个人');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(address('评估组要几个人'));
	await expect(page.getByRole('status')).toContainText('按词找到');
	await page.getByRole('link', { name: '细则 第十九条' }).click();
	await expect(page).toHaveURL('/docs/xize-2013/#art-19');
	await expect(page.locator('#art-19')).toBeInViewport();
	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('评估组要几个人');
	await expect(page.getByRole('link', { name: '细则 第十九条' })).toBeVisible();
	expect(wrongs).toEqual([]);
});

test('the address holds question, filters and length; Back, Forward and reload keep them', async ({ page }) => {
	await page.goto(address('标准体系'));
	const status = page.getByRole('status');
	await expect(status).toContainText(/找到 \d+ 处/);
	const all = await status.textContent();
	const kinds = page.getByRole('navigation', { name: '按类别筛选' });
	const line = kinds.getByRole('link', { name: /评分项/ });
	const count = /\d+/.exec((await line.textContent()) ?? '')?.[0];
	await line.click();
	await expect(status).toHaveText(`找到 ${count} 处。`);
	await expect(page).toHaveURL(/&kind=line$/);
	await page
		.getByRole('navigation', { name: '按文件筛选' })
		.getByRole('link', { name: /深圳方案/ })
		.click();
	await expect(page).toHaveURL(/&doc=shenzhen-2022&kind=line$/);
	for (const link of await found(page)) expect(link).toMatch(/^rubrics\/shenzhen-2022#/);
	await page.reload();
	await expect(line).toHaveAttribute('aria-current', 'true');
	await page.goBack();
	await expect(status).toHaveText(`找到 ${count} 处。`);
	await page.goBack();
	await expect(status).toHaveText(all ?? '');
	await expect(page.locator('.results > li')).toHaveCount(20);
	await page.getByRole('link', { name: /再看/ }).click();
	await expect(page.locator('.results > li')).toHaveCount(40);
	await expect(page).toHaveURL(/&show=40$/);
	await page.goBack();
	await expect(page.locator('.results > li')).toHaveCount(20);
});

test('counts of the filters add up to what is found', async ({ page }) => {
	await page.goto(address('标准化'));
	await answered(page, '标准化');
	const said = (await page.getByRole('status').textContent()) ?? '';
	const total = Array.from(said.matchAll(/(\d+) 处/g), ([, count]) => Number(count)).reduce((a, b) => a + b, 0);
	const sum = (name: string) =>
		page
			.getByRole('navigation', { name })
			.getByRole('link')
			.evaluateAll((links) =>
				links.reduce((all, link) => all + Number(/\d+$/.exec(link.textContent ?? '')?.[0] ?? 0), 0),
			);
	expect(await sum('按类别筛选')).toBe(total);
	expect(total).toBeGreaterThan(100);
	const kind = async (name: RegExp) => {
		const link = page.getByRole('navigation', { name: '按类别筛选' }).getByRole('link', { name });
		return Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
	};
	const standards = await kind(/^标准 \d+$/);
	expect(standards).toBeGreaterThan(0);
	expect(await kind(/^题目 \d+$/)).toBeGreaterThan(0);
	// The list of standards is of no document.
	expect((await sum('按文件筛选')) + standards).toBe(total);
});

for (const [from, prepare] of [
	['catalogue', undefined],
	['index', withoutCatalogue],
] as const)
	test(`questions are found under the document they are about, from the ${from}`, async ({ page }) => {
		await prepare?.(page);
		await page.goto(address('评估组'));
		await answered(page, '评估组');
		const filter = (name: string, option: RegExp) =>
			page.getByRole('navigation', { name }).getByRole('link', { name: option });
		await filter('按类别筛选', /^题目/).click();
		await filter('按文件筛选', /^细则/).click();
		await expect(page).toHaveURL(/&doc=xize-2013&kind=question$/);
		const results = page.locator('.where a');
		await expect(results.first()).toHaveText(/^题库 /);
		const shown = (await found(page)).map((link) => link.split('#')[1] ?? '');
		expect(shown.length).toBeGreaterThan(0);
		for (const id of shown) expect(documentOf.get(id), id).toBe('xize-2013');
		const counted = /\d+$/.exec((await filter('按文件筛选', /^细则/).textContent()) ?? '')?.[0];
		await expect(page.getByRole('status')).toContainText(new RegExp(`(^|\\D)${counted} 处`));
	});

test('results follow the typing, and the keyboard leads through them', async ({ page }) => {
	await page.goto('/search/');
	const box = page.getByRole('searchbox');
	await box.click();
	await box.pressSequentially('满意度测评');
	await expect(page.locator('.results mark').first()).toContainText('满意度');
	await expect(page).toHaveURL(address('满意度测评'));
	await expect(box).toBeFocused();
	// Until then more may be understood, and the list is drawn anew.
	await expect(page.locator('.results')).not.toHaveAttribute('aria-busy', 'true');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.where a').first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.where a').nth(1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(box).toBeFocused();
});

test('the same sentence in several places is one result', async ({ page }) => {
	await page.goto(address('未被列入失信被执行人'));
	await answered(page, '未被列入失信被执行人');
	const first = page.locator('.results > li').first();
	await expect(first).toContainText('同样的话还见于');
	await expect(first.getByRole('link', { name: '深圳指标 否决第3项' })).toBeVisible();
});

test('nothing found: shorter words and the contents, not a blank', async ({ page }) => {
	await page.goto(address('量子穿越'));
	await expect(page.getByRole('status')).toHaveText('没有找到“量子穿越”。');
	await expect(page.getByRole('heading', { name: '从目录找' })).toBeVisible();
	const nonsense = String.fromCharCode(...Array.from({ length: 110 }, (_, i) => 0x9e00 + i));
	await page.goto(address(`失信被执行人${nonsense}`));
	await expect(page.getByRole('status')).toContainText('没有找到“');
	await page.getByRole('link', { name: /^失信被执行人（\d+ 处）$/ }).click();
	await expect(page).toHaveURL(address('失信被执行人'));
	await expect(page.getByRole('searchbox')).toHaveValue('失信被执行人');
	await expect(page.locator('.results mark').first()).toHaveText('失信被执行人');
});

const odd = [
	'',
	' ',
	'的',
	'，。！？',
	'"评估组',
	'“评估组”"',
	'<img src=x onerror=alert(1)>',
	'<script>alert(1)</script>评估',
	'.*',
	'(评估组',
	'[评估|组]+?{2}$^\\',
	'🙂🙂',
	'👨‍👩‍👧',
	'\u202e评估组',
	'%',
	'javascript:alert(1)',
	'__proto__',
];

for (const base of oneOf(['/', '/a/b/'], 0))
	test(`odd questions do no harm at ${base}`, async ({ page }) => {
		const wrongs = watch(page);
		for (const q of odd) {
			await page.goto(address(q, base));
			await expect(page.getByRole('searchbox')).toHaveValue(q);
			if (q.trim()) await answered(page, q);
			expect(await page.locator('#results img, #results script').count(), q).toBe(0);
		}
		await page.goto(`${base}search/?q=%`);
		await page.goto(`${base}search/?q=%E8%AF&doc=none&kind=%3Cb%3E&show=-1`);
		expect(wrongs).toEqual([]);
	});

test('ten thousand characters are cut, and said to be', async ({ page }) => {
	await page.goto('/search/');
	await page.evaluate(() => history.replaceState(null, '', `/search/?q=${'评估组成员'.repeat(2000)}`));
	await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
	await expect(page.getByRole('status')).toContainText('只按前 120 个字查找');
	const box = page.getByRole('searchbox');
	await box.fill('评估');
	await expect(page.locator('.results mark').first()).toContainText('评估');
});

test('ten thousand characters pasted on the home page lead to an answer', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('searchbox').fill('评估组成员'.repeat(2000));
	await page.getByRole('button', { name: '搜索' }).click();
	await expect(page).toHaveURL(address('评估组成员'.repeat(24)));
	await expect(page.locator('.results > li').first()).toBeVisible();
});

test.describe('the data is missing or blocked', () => {
	test('all of it: said in words, with the way to read on, and mended by trying again', async ({ page }) => {
		await page.route(/search\.json|pagefind/, (route) => route.abort());
		await page.goto(address('评估组'));
		await expect(page.getByRole('status')).toContainText('搜索用的数据没有读到');
		await expect(page.getByRole('link', { name: '第五章 试点的评估' })).toBeVisible();
		await page.unrouteAll();
		await page.getByRole('searchbox').press('Enter');
		await expect(page.getByRole('link', { name: '细则 第十九条' })).toBeVisible();
	});

	for (const [name, body, type] of [
		['a page instead', '<!doctype html><p>请登录', 'text/html'],
		['half of it', '{"format":1,"passages":[{"kind":"ru', 'application/json'],
		['something else', '{"passages":null}', 'application/json'],
	] as const)
		test(`${name}: the index answers`, async ({ page }) => {
			await page.route('**/data/search.json', (route) => route.fulfill({ body, contentType: type }));
			await page.goto(address('评估组要几个人'));
			await expect(page.locator('.where a').first()).toHaveText('细则 第十九条');
		});

	test('an answer that never comes is said to be waited for', async ({ page }) => {
		await page.route('**/data/search.json', () => undefined);
		await page.goto(address('评估组'));
		await expect(page.getByRole('status')).toContainText('正在读取');
	});
});

test('at most 150 KB before the first result', async ({ page }) => {
	const bodies: Promise<number>[] = [];
	page.on('response', (response) => {
		bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
	});
	// What comes after it, or not at all, is held back: the first result does not wait for it.
	let go = () => {};
	const shown = new Promise<void>((done) => {
		go = done;
	});
	await page.route('**/data/{gaps,sounds}.json', async (route) => {
		await shown;
		await route.continue();
	});
	await page.goto(address('评估组要几个人'));
	await expect(page.locator('.results > li').first()).toBeVisible();
	const sizes = await Promise.all(bodies);
	go();
	await answered(page, '评估组要几个人');
	const total = sizes.reduce((sum, size) => sum + size, 0);
	console.log(`\nbefore the first result: ${(total / 1024).toFixed(1)} KB in ${sizes.length} requests`);
	expect(total).toBeGreaterThan(20 * 1024);
	expect(total).toBeLessThanOrEqual(150 * 1024);
});

test('a warm search answers within 300 ms', async ({ page }) => {
	await page.goto(address('试点'));
	await answered(page, '试点');
	const times = await page.evaluate(
		async (typed) => {
			const box = document.querySelector<HTMLInputElement>('main input[name="q"]');
			const out: number[] = [];
			for (const q of typed) {
				const before = document.querySelector('.status')?.textContent;
				const start = performance.now();
				if (box) box.value = q;
				box?.dispatchEvent(new Event('input', { bubbles: true }));
				while (document.querySelector('.status')?.textContent === before && performance.now() - start < 2000)
					await new Promise((done) => setTimeout(done));
				out.push(performance.now() - start);
			}
			return out.sort((a, b) => a - b);
		},
		['评估组要几个人', '标准', '深圳标准化示范单位候选线多少分', '满意度', '标准化工作机制和经费保障的证明材料有哪些'],
	);
	console.log(`\nwarm answers: median ${times[2]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`);
	// The slowest of a few depends on what else the machine does.
	expect(times[2]).toBeLessThan(300);
});

test('half a word of pinyin is no question, and arrows choose among candidates', async ({ page }) => {
	await page.goto(address('评估'));
	await answered(page, '评估');
	const box = page.getByRole('searchbox');
	await box.focus();
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: 'zhi', selectionStart: 3, selectionEnd: 3 });
	await expect(box).toHaveValue('评估zhi');
	await page.evaluate(() =>
		document.activeElement?.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true }),
		),
	);
	await expect(box).toBeFocused();
	await expect(page).toHaveURL(address('评估'));
	await session.send('Input.insertText', { text: '指标' });
	await expect(page).toHaveURL(address('评估指标'));
});

test('what is typed before the script comes is what is looked for', async ({ page }) => {
	let release = () => undefined as unknown;
	const held = new Promise<void>((done) => {
		release = () => done();
	});
	await page.route('**/_astro/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(address('评估'), { waitUntil: 'commit' });
	await page.getByRole('searchbox').fill('复查专家');
	release();
	await answered(page, '复查专家');
	await expect(page.getByRole('searchbox')).toHaveValue('复查专家');
});

test('the same question asked again tries again, and leaves no second entry for Back', async ({ page }) => {
	await page.goto('/about/');
	await page.getByRole('searchbox').fill('评估组');
	await page.keyboard.press('Enter');
	await answered(page, '评估组');
	for (let i = 0; i < 3; i += 1) await page.getByRole('searchbox').press('Enter');
	await page.goBack();
	await expect(page).toHaveURL('/about/');
});

test('a second search leaves the first one for Back', async ({ page }) => {
	await page.goto('/search/');
	const box = page.getByRole('searchbox');
	for (const q of ['评估组', '满意度']) {
		await box.press('ControlOrMeta+a');
		await box.pressSequentially(q);
		await box.press('Enter');
		await answered(page, q);
	}
	await page.goBack();
	await expect(page).toHaveURL(address('评估组'));
	await expect(box).toHaveValue('评估组');
	await page.goForward();
	await expect(box).toHaveValue('满意度');
});

test('the next results take the focus, and the page is named after the question', async ({ page }) => {
	await page.goto(address('标准体系'));
	await answered(page, '标准体系');
	await expect(page).toHaveTitle(/^“标准体系” /);
	await page.getByRole('link', { name: /再看/ }).click();
	await expect(page.locator('.where a').nth(20)).toBeFocused();
});

test('script that does not come is said to be missing', async ({ page }) => {
	await page.route('**/_astro/*.js', (route) => route.abort());
	await page.goto(address('评估组'));
	await expect(page.getByText('或者没有读到')).toBeVisible();
});

test('script off: the page says so, and offers every document with its contents', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/');
	await page.getByRole('searchbox').fill('评估组');
	await page.getByRole('button', { name: '搜索' }).click();
	await expect(page).toHaveURL(address('评估组'));
	await expect(page.getByText('搜索要用脚本，而这里的脚本没有打开')).toBeVisible();
	await page.getByRole('link', { name: '第五章 试点的评估' }).click();
	await expect(page).toHaveURL('/docs/xize-2013/#ch-5');
	await context.close();
});

test('results come without moving anything that was there', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		for (const q of ['评估组', '标准', '量子穿越', '']) {
			await page.goto(address(q));
			if (q) await answered(page, q);
			await page.waitForFunction(() => document.readyState === 'complete');
			expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), `${q} ${width}`).toEqual(
				[],
			);
		}
	}
});

for (const { colorScheme, width } of looksOf(1))
	test(`axe finds nothing on results and on none, ${colorScheme}, ${width} px`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		for (const q of ['未被列入失信被执行人', '标准', '量子穿越']) {
			await page.goto(address(q));
			await answered(page, q);
			await expectClean(page, q);
		}
	});
