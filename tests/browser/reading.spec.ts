import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { shownText } from '../../src/clauses/marks.ts';
import { words } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { markKindNames } from '../../src/strings/site.ts';
import { expectClean } from './clean.ts';
import { looksOf, oneOf, thorough } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

const { documents, rubrics } = loadLibrary('.');
const pages = [
	'/',
	'/docs/',
	...documents.map(({ id }) => `/docs/${id}/`),
	'/docs/xize-2013/uses/',
	'/docs/jiguan-shiwu/uses/',
	'/docs/marks/',
	'/standards/',
	'/rubrics/',
	...rubrics.map(({ id }) => `/rubrics/${id}/`),
	'/rubrics/compare/',
	'/training/',
	'/training/questions/',
	'/training/questions/notes/',
	'/forms/',
	'/forms/application/',
	'/checklist/',
	'/search/',
	'/about/',
	'/404.html',
	'/plan/',
	'/plan/work/',
];

/** Pages that a quick run takes for others of their kind. */
const alike = ['/docs/jiguan-shiwu/uses/', '/docs/shenzhen-2022/', '/rubrics/national/', '/training/questions/'];

/** Everything that a page must never do, gathered while it is used. */
for (const [turn, path] of pages.entries()) {
	for (const { colorScheme, width } of thorough || (turn % 2 === 0 && !alike.includes(path)) ? looksOf(turn / 2) : [])
		test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, async ({ page }) => {
			const wrongs = watch(page);
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			await page.goto(path);
			// A clause arrived at is lit, and has its button.
			await page.evaluate(() => {
				location.hash = document.querySelector('.row[id], tr[id]')?.id ?? '';
				for (const details of document.querySelectorAll('details')) details.open = true;
			});
			await expectClean(page, path);
			expect(wrongs).toEqual([]);
		});

	test(`${path} fits narrow and wide and does not shift`, { tag: '@thorough' }, async ({ page }) => {
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const width of thorough ? [360, 768, 1440] : oneOf([360, 1440], turn)) {
			await page.setViewportSize({ width, height: 900 });
			// A page that is still being resized when it loads would seem to shift.
			await page.waitForFunction((wanted) => innerWidth === wanted, width);
			await page.goto(path);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(wide, `${width} px`).toBeLessThanOrEqual(0);
			const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
			expect(shifts, `${width} px`).toEqual([]);
		}
	});
}

const bare = (text: string) => text.replaceAll(/\s/g, '');

for (const document of documents) {
	test(`${document.id} shows its words and nothing between them, script off`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`/docs/${document.id}/`);
		// Script is off in the page: the copy is read through the protocol.
		const text = await page.locator('article').evaluate((article) => {
			const copy = article.cloneNode(true) as Element;
			for (const node of copy.querySelectorAll('.side, .document-head, .ours-line, script')) node.remove();
			return copy.textContent ?? '';
		});
		const expected = Array.from(words(document), ({ runs }) => shownText(runs)).join('');
		expect(bare(text)).toBe(bare(expected));
		for (const { number, reason } of document.marks)
			await expect(page.locator(`#mark-${number}`)).toContainText(reason.slice(0, 8));
		await context.close();
	});
}

for (const document of documents)
	test(`${document.id}: every mark stands in the text, by it its note, and both on the list of marks`, async ({
		page,
	}) => {
		const expected = document.marks.map(({ number, kind, captured, shown, reason }) => {
			const says = [
				kind === 'note' ? '' : markKindNames[kind],
				captured,
				kind === 'repair' || kind === 'restore' ? shown : '',
				reason,
			];
			return { number, says: says.filter(Boolean).map(bare) };
		});
		await page.goto(`/docs/${document.id}/`);
		const notes = await page.locator('article').evaluate((article) =>
			Array.from(article.querySelectorAll('.ours li[id]'), (note) => ({
				id: note.id,
				text: note.textContent ?? '',
				signs: article.querySelectorAll(`a.to-note[href="#${note.id}"]`).length,
			})),
		);
		expect(notes.map(({ id, signs }) => [id, signs])).toEqual(expected.map(({ number }) => [`mark-${number}`, 1]));
		for (const [i, { says }] of expected.entries())
			for (const words of says) expect(bare(notes[i]?.text ?? '')).toContain(words);

		await page.goto(`/docs/marks/#${document.id}`);
		const rows = await page.locator(`[id="${document.id}"] tbody tr`).allTextContents();
		expect(rows).toHaveLength(expected.length);
		for (const [i, { says }] of expected.entries())
			for (const words of says) expect(bare(rows[i] ?? '')).toContain(words);
		const kinds = await page.locator(`[id="${document.id}"] td:nth-child(2)`).allTextContents();
		expect(kinds).toEqual(document.marks.map(({ kind }) => markKindNames[kind]));
	});

// biome-ignore lint/performance/useDomNodeTextContent: what a reader sees counts, not what is there.
const seen = (page: Page) => page.locator('body').innerText();

for (const path of pages.filter(
	(each, i) => !/^\/(search|checklist|forms|plan)\//.test(each) && (thorough || i % 2 === 0),
))
	test(`${path} says the same with script off, but for what it adds`, async ({ page, browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const still = await context.newPage();
		await page.goto(path);
		await still.goto(path);
		await page.evaluate(() => {
			for (const added of document.querySelectorAll('.cite, nav button')) added.remove();
		});
		expect(await seen(still)).toBe(await seen(page));
		await context.close();
	});

test('script off, the folded contents opens on a phone', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
	const page = await context.newPage();
	await page.goto('/docs/xize-2013/');
	const link = page.getByRole('link', { name: '第五章 试点的评估' });
	await expect(link).toBeHidden();
	await page.getByText('目录', { exact: true }).click();
	await link.click();
	await expect(page).toHaveURL(/#ch-5$/);
	await context.close();
});

test('the clause arrived at is lit and in sight', async ({ page }) => {
	await page.goto('/docs/xize-2013/#art-18.p2');
	const clause = page.locator('[id="art-18.p2"]');
	await expect(clause).toBeInViewport({ ratio: 1 });
	const colour = (locator: typeof clause) => locator.evaluate((node) => getComputedStyle(node).backgroundColor);
	expect(await colour(clause)).not.toBe(await colour(page.locator('[id="art-18.p1"]')));
	expect(
		await clause.evaluate(
			(node) =>
				document
					.elementFromPoint(node.getBoundingClientRect().right - 5, node.getBoundingClientRect().top + 20)
					?.closest('[id]')?.id,
		),
	).toBe('art-18.p2');
});

test('a mark leads to its note, and the note says what was captured', async ({ page }) => {
	await page.goto('/docs/xize-2013/');
	await page.locator('[id="art-15.5"] .to-note').click();
	const note = page.locator(':target');
	await expect(note).toContainText('所据文本作“and”，这里作“和”');
	await expect(note).toBeInViewport();
});

test('a cross-reference says where it leads, and leads there', async ({ page }) => {
	await page.goto('/docs/xize-2013/#art-20');
	const link = page.locator('#art-20 p a').first();
	const gist = await page
		.locator('#art-20 .gist')
		.first()
		.evaluate((node) => getComputedStyle(node, '::after').content);
	expect(gist).toContain('灞桥方案 附件');
	await link.click();
	await expect(page).toHaveURL(/\/docs\/baqiao-2021\/#annex$/);
	await page.locator('#annex > .head').getByRole('link', { name: '被引用' }).click();
	await page.locator('#annex').getByRole('link', { name: '细则 第二十条' }).click();
	await expect(page).toHaveURL(/xize-2013\/#art-20$/);
});

test.describe('复制引用', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	const cited =
		/^《社会管理和公共服务综合标准化试点细则（试行）》（国标委服务联〔2013〕61号）第十八条第二款\r?\nhttp:\/\/localhost:4180\/docs\/xize-2013\/#art-18\.p2$/;
	const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

	test('by mouse', async ({ page }) => {
		await page.goto('/docs/xize-2013/');
		await page.locator('[id="art-18.p2"]').hover();
		await page.getByRole('button', { name: '复制引用' }).click();
		await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
		expect(await clipboard(page)).toMatch(cited);
		await page.locator('[id="art-18.p1"]').hover();
		await expect(page.locator('[id="art-18.p1"]').getByRole('button', { name: '复制引用' })).toBeVisible();
	});

	test('with the words, as the page shows them', async ({ page }) => {
		const { documents } = JSON.parse(readFileSync('tests/.out/root/data/documents.json', 'utf8'));
		const plain = (text: string) => text.replace(/\s/g, '');
		for (const [id, anchors] of Object.entries({
			'xize-2013': ['art-18.p2', 'art-9.3', 'art-9', 'art-15.6', 'ch-7', 'annex-1.s5.2'],
			'baqiao-2021': ['s4.p6', 's5.7.2'],
			'training-2022': ['s8.4', 's7.p16'],
		}))
			for (const anchor of anchors) {
				await page.goto('about:blank');
				await page.goto(`/docs/${id}/#${anchor}`);
				await page.getByRole('button', { name: '连原文复制' }).click();
				await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
				const { text } = documents
					.find((each: { id: string }) => each.id === id)
					.clauses.find((each: { id: string }) => each.id === anchor);
				const [, says, words = ''] = /(规定|写道)：“(.*)”\r?\nhttp/s.exec(await clipboard(page)) ?? [];
				expect(says).toBe(id === 'training-2022' ? '写道' : '规定');
				expect(words.length, anchor).toBeGreaterThan(3);
				if (anchor === 'ch-7') expect(plain(text).startsWith(plain(words))).toBe(true);
				else expect(plain(words), anchor).toBe(plain(text));
			}
		await page.goto('/rubrics/national/#c4-1');
		await expect(page.getByRole('button', { name: '复制引用' })).toBeVisible();
		await expect(page.getByRole('button', { name: '连原文复制' })).toBeHidden();
	});

	test('whoever arrives at a part of an article sees which article it is', async ({ page }) => {
		for (const width of [360, 1200]) {
			await page.setViewportSize({ width, height: 600 });
			for (const part of ['art-18.p2', 'art-15.8', 'art-34.4', 'art-21.8']) {
				await page.goto('about:blank');
				await page.goto(`/docs/xize-2013/#${part}`);
				const number = page.locator(`[id="${part.replace(/\..*/, '')}"] > .no .self`);
				await expect(number).toBeInViewport();
				const [no, text] = [await number.boundingBox(), await page.locator(`[id="${part}"]`).boundingBox()];
				if (width < 640) expect((no?.y ?? 0) + (no?.height ?? 0)).toBeLessThanOrEqual((text?.y ?? 0) + 8);
			}
		}
	});

	test('an item of an article is cited with its article', async ({ page }) => {
		await page.goto('/docs/xize-2013/#art-9.3');
		await page.getByRole('button', { name: '复制引用' }).click();
		await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
		expect(await clipboard(page)).toContain('第九条第（三）项\n');
	});

	test('by keyboard', async ({ page }) => {
		await page.goto('/docs/xize-2013/');
		await page.getByRole('link', { name: '第十八条第二款' }).first().focus();
		await expect(page.getByRole('button', { name: '复制引用' })).toBeVisible();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: '复制引用' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: '已复制' })).toBeFocused();
		expect(await clipboard(page)).toMatch(cited);
	});

	test('by touch on a phone', async ({ browser }) => {
		const context = await browser.newContext({
			hasTouch: true,
			viewport: { width: 360, height: 800 },
			permissions: ['clipboard-read'],
		});
		const page = await context.newPage();
		await page.goto('/docs/xize-2013/#art-18.p2');
		await page.getByRole('button', { name: '复制引用' }).tap();
		await expect(page.getByRole('button', { name: '已复制' })).toBeVisible();
		expect(await clipboard(page)).toMatch(cited);
		await context.close();
	});

	test('without the clipboard API, as on plain HTTP', async ({ page }) => {
		await page.addInitScript(() =>
			Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined, writable: true }),
		);
		await page.goto('/docs/xize-2013/#art-18.p2');
		await page.getByRole('button', { name: '复制引用' }).click();
		await expect(page.getByRole('button', { name: '已复制' })).toBeFocused();
		const other = await page.context().newPage();
		await other.addInitScript(() => undefined);
		await page.evaluate(() => {
			const field = document.createElement('textarea');
			document.body.append(field);
			field.focus();
		});
		await page.keyboard.press('ControlOrMeta+v');
		expect(await page.locator('textarea').inputValue()).toMatch(cited);
	});
});

const walked = ['/search/', '/docs/xize-2013/', '/docs/marks/', '/rubrics/jiguan-shiwu/', '/rubrics/compare/'];

for (const path of ['/', ...oneOf(walked, 1)])
	test(`the keyboard reaches every link and control of ${path}, in order, and shows where it is`, async ({ page }) => {
		await page.goto(path);
		const selector = 'a[href], summary, input, select, button:not(.cite *), [tabindex="0"]';
		const expected = await page.evaluate(
			(query) =>
				Array.from(document.querySelectorAll<HTMLElement>(query))
					.filter((node) => node.checkVisibility())
					.map((node) => node.outerHTML.slice(0, 80)),
			selector,
		);
		expect(expected.length).toBeGreaterThan(12);
		const reached: string[] = [];
		for (let i = 0; i < expected.length * 4 && reached.length < expected.length; i += 1) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => {
				const node = document.activeElement as HTMLElement;
				return {
					html: node.outerHTML.slice(0, 80),
					outline: getComputedStyle(node).outlineStyle,
					cites: node.closest('.cite') !== null,
				};
			});
			expect(stop.outline, stop.html).not.toBe('none');
			if (!stop.cites) reached.push(stop.html);
		}
		expect(reached).toEqual(expected);
	});

for (const path of ['/docs/xize-2013/', '/docs/training-2022/', '/rubrics/shenzhen-2022/'])
	test(`targets of ${path} are large enough for a finger`, async ({ browser }) => {
		const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 800 } });
		const page = await context.newPage();
		await page.goto(path);
		await page.getByText('目录', { exact: true }).click();
		const small = await page
			.locator('.bar a, .bar input, .bar button, .contents a, summary, .row > .no > .self, .inner > .self')
			.evaluateAll((nodes) =>
				nodes
					.map((node) => [node.outerHTML.slice(0, 60), node.getBoundingClientRect().height] as const)
					.filter(([, height]) => height < 44),
			);
		expect(small).toEqual([]);
		await context.close();
	});

test('the printed page is A4 with the text alone', async ({ page }) => {
	await page.goto('/docs/xize-2013/');
	await page.emulateMedia({ media: 'print' });
	for (const selector of ['.bar', '.contents', '.foot', '.uses', '.hint'])
		await expect(page.locator(selector).first(), selector).toBeHidden();
	await expect(page.locator('#art-1')).toBeVisible();
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
	expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10);
});

test('under a prefix every page opens and leads on', async ({ page }) => {
	const wrongs = watch(page);
	for (const path of pages) await page.goto(`/a/b${path}`);
	await page.goto('/a/b/');
	await page.getByRole('link', { name: '查规则' }).click();
	await page.getByRole('link', { name: '社会管理和公共服务综合标准化试点细则（试行）' }).click();
	await expect(page).toHaveURL('/a/b/docs/xize-2013/');
	await page.getByRole('link', { name: '全部列出' }).click();
	await expect(page).toHaveURL('/a/b/docs/marks/#xize-2013');
	expect(wrongs).toEqual([]);
});

test('opened from a folder, every reading page is read, and links lead on', async ({ page }) => {
	const folder = pathToFileURL(resolve('tests/.out/root')).href;
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));
	page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
	for (const path of pages.filter((each) => !/^\/(search|checklist|404)/.test(each))) {
		await page.goto(`${folder}${path}${path.endsWith('/') ? 'index.html' : ''}`);
		await expect(page.locator('h1'), path).toBeVisible();
		expect(await page.evaluate(() => getComputedStyle(document.body).margin), path).toBe('0px');
	}
	await page.goto(`${folder}/index.html`);
	await page.getByRole('link', { name: '查规则' }).click();
	await expect(page).toHaveURL(`${folder}/docs/index.html`);
	await page.getByRole('link', { name: '社会管理和公共服务综合标准化试点细则（试行）' }).click();
	await page
		.locator('#art-20')
		.getByRole('link', { name: '社会管理和公共服务综合标准化试点评估计分表' })
		.first()
		.click();
	await expect(page).toHaveURL(`${folder}/docs/baqiao-2021/index.html#annex`);
	await expect(page.locator('#annex')).toBeInViewport();
	await page.locator('#annex > .head').getByRole('link', { name: '被引用' }).click();
	await expect(page).toHaveURL(`${folder}/docs/baqiao-2021/uses/index.html#annex`);
	await page.getByRole('searchbox').fill('评估');
	await page.getByRole('button', { name: '搜索' }).click();
	await expect(page).toHaveURL(/\/search\/index.html/);
	await expect(page.locator('.where a').first()).toBeVisible();
	// That modules are not loaded from a folder the browser says by itself.
	expect(wrongs.filter((each) => !/file:|ERR_FAILED/.test(each))).toEqual([]);
});
