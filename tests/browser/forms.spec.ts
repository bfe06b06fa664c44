import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { shownText } from '../../src/clauses/marks.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { bare, printedIn, slotsIn } from '../../src/forms/printed.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { form } from '../../src/kept/kinds/form.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { filled } from '../fixtures/drafting.ts';
import { awkward } from '../fixtures/takeaway.ts';
import { readPackage, wordsOf } from '../package.ts';
import { saved as checkSaved, note } from './check.ts';
import { expectClean } from './clean.ts';
import { replace } from './database.ts';
import { bringBack, file, openFiles } from './files.ts';
import { looksOf } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';
import { worker } from './worker.ts';

/* The forms and reports of a pilot: filled in, drafted, printed, taken away, and filled in by several. */

async function openForm(page: Page, id: string): Promise<void> {
	await page.goto(`/forms/${id}/`);
	await expect(page.locator('main[data-ready]')).toBeVisible();
}

/** A field by what it is called. */
const at = (page: Page, label: string) => page.locator('#form').getByLabel(label, { exact: true });

/** What stands in a field is stored. */
const saved = (page: Page, label: string) =>
	expect(
		page.locator('#form section', { has: page.getByLabel(label, { exact: true }) }).locator('.fate'),
	).toContainText('已保存');

async function say(page: Page, label: string, text: string): Promise<void> {
	await at(page, label).fill(text);
	await saved(page, label);
}

const today = '2026-11-20T01:02:03.000Z';

interface Laid {
	facts?: { [fact: string]: string };
	/** By form and field: a text, or rows of cells by their columns. */
	own?: { [field: string]: string | { [column: string]: string }[] };
	more?: [string, unknown][];
}

/** A pilot as it is kept, laid there at once. */
async function lay(page: Page, { facts = {}, own = {}, more = [] }: Laid): Promise<void> {
	const said = { setAside: [], updatedAt: today };
	const forms = Object.entries(own).map(([field, text]): [string, unknown] => [
		`form p ${field.replace('#', ' ')}`,
		typeof text === 'string'
			? { ...form.empty(), ...said, said: text }
			: { ...form.empty(), ...said, rows: text.map((cells, i) => ({ id: `r${i}`, cells })) },
	]);
	await page.goto('/about/');
	await page.goto('/pilot/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await replace(page, 'nothing', [
		['pilot p', { format: 1, id: 'p', createdAt: today, updatedAt: today }],
		...Object.entries(facts).map(([id, text]): [string, unknown] => [
			`fact p ${id}`,
			{ ...said, format: 3, said: text },
		]),
		...forms,
		...more,
	]);
}

/** The self-check of tests/fixtures/filled-national.yaml, with its facts and its register. */
const national = (): Laid => ({
	facts: filled.facts,
	own: filled.own,
	more: [
		[
			'check c',
			{ format: 2, id: 'c', pilot: 'p', rubric: filled.table, name: '2026 年自查', createdAt: today, updatedAt: today },
		],
		...filled.papers.map(({ id, ...paper }): [string, unknown] => [
			`evidence p ${id}`,
			{ ...evidence.empty(), updatedAt: today, ...paper },
		]),
		...Object.entries(filled.lines).map(([id, { papers, ...said }]): [string, unknown] => [
			`line c ${id}`,
			{ ...line.empty(), updatedAt: today, ...said, papers: papers.map((each) => ({ id: each, note: '' })) },
		]),
	],
});

/** The page as it is printed. */
async function putOnPaper(page: Page): Promise<void> {
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
}

/** Files of a form for a colleague. */
async function handOut(page: Page): Promise<{ name: string; buffer: Buffer }> {
	if ((await page.locator('.hand-out').count()) === 0)
		await page.getByRole('button', { name: '分给同事填，或交回' }).click();
	const { name, bytes } = await file(page, '下载文件');
	return { name, buffer: bytes };
}

/** The words of the form's Word file; nothing in it disagrees or acts. */
async function word(page: Page): Promise<string> {
	const read = readPackage((await file(page, 'Word 文件')).bytes);
	expect(read.faults).toEqual([]);
	return wordsOf(read);
}

test('two write one report, each in a browser of their own: other sections come together, the same one waits at its field', async ({
	page,
	browser,
}) => {
	const wrongs = watch(page);
	await openForm(page, 'summary-report');
	await say(page, '组织管理', '第一稿');
	const first = await handOut(page);
	const colleague = await (await browser.newContext()).newPage();
	await openFiles(colleague);
	await bringBack(colleague, [first]);
	await openForm(colleague, 'summary-report');
	await expect(at(colleague, '组织管理')).toHaveValue('第一稿');
	await say(colleague, '标准体系建设', '同事写的体系');
	await say(colleague, '试点效果', '同事写的效果');
	const theirs = await handOut(colleague);
	await say(page, '任务完成情况', '我写的任务');
	await say(page, '试点效果', '我写的效果');
	const mine = await handOut(page);
	await openFiles(page);
	await bringBack(page, [theirs]);
	await openForm(page, 'summary-report');
	for (const [label, text] of [
		['组织管理', '第一稿'],
		['标准体系建设', '同事写的体系'],
		['任务完成情况', '我写的任务'],
		['试点效果', '我写的效果'],
	] as const)
		await expect(at(page, label)).toHaveValue(text);
	// Both stand at the one field that both wrote, and only there.
	const waiting = page.locator('[role="alert"].notice');
	await expect(waiting).toHaveCount(1);
	const choice = page.locator('#effects [role="alert"]');
	await expect(choice).toContainText('我写的效果');
	await expect(choice).toContainText('同事写的效果');
	// A file of before the choice brings nothing back and loses nothing.
	await openFiles(colleague);
	await bringBack(colleague, [mine]);
	await openForm(colleague, 'summary-report');
	await expect(at(colleague, '试点效果')).toHaveValue('同事写的效果');
	await expect(colleague.locator('#effects [role="alert"]')).toContainText('我写的效果');
	await choice.getByRole('button', { name: '用文件里的' }).click();
	await expect(at(page, '试点效果')).toHaveValue('同事写的效果');
	await expect(choice).toHaveCount(0);
	await saved(page, '试点效果');
	// What was chosen settles it for the other too.
	const chosen = await handOut(page);
	await openFiles(colleague);
	await bringBack(colleague, [chosen]);
	await openForm(colleague, 'summary-report');
	await expect(at(colleague, '任务完成情况')).toHaveValue('我写的任务');
	await expect(at(colleague, '试点效果')).toHaveValue('同事写的效果');
	await expect(colleague.locator('[role="alert"].notice')).toHaveCount(0);
	expect(wrongs).toEqual([]);
	await colleague.context().close();
});

/** Goes on by Tab until it is there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
	for (let i = 0; i < 120; i += 1) {
		if (await wanted.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	await expect(wanted).toBeFocused();
}

test('by keyboard alone from an empty browser to 申报材料包: its list and its Word files say what was typed', async ({
	page,
}) => {
	const wrongs = watch(page);
	await openForm(page, 'evaluation-application');
	for (const [label, text] of [
		['试点名称', '清水镇便民服务综合标准化试点'],
		['试点单位', '清水镇便民服务中心'],
		['自查报告', '照细则逐项自查，没有发现不合格的。'],
	] as const) {
		await tabTo(page, at(page, label));
		await page.keyboard.type(text);
		await saved(page, label);
	}
	await tabTo(page, page.locator('#below').getByRole('link', { name: '表格和报告' }));
	await page.keyboard.press('Enter');
	// What was begun is ticked already.
	await expect(page.getByLabel('评估申请表', { exact: true })).toBeChecked();
	await expect(page.locator('[data-form="evaluation-application"]')).toContainText('填了 3');
	const other = page.getByLabel('总结报告', { exact: true });
	await tabTo(page, other);
	await page.keyboard.press('Space');
	await expect(other).toBeChecked();
	await tabTo(page, page.getByRole('button', { name: '下载申报材料包' }));
	const coming = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	const download = await coming;
	expect(download.suggestedFilename()).toMatch(/清水镇便民服务中心.*申报材料包 \d{4}-\d\d-\d\d\.zip$/);
	const files = unzipSync(readFileSync(await download.path()));
	expect(Object.keys(files)).toEqual(['00 清单.docx', '01 评估申请表.docx', '02 总结报告.docx']);
	const says = Object.values(files).map((bytes) => {
		const read = readPackage(bytes);
		expect(read.faults).toEqual([]);
		return wordsOf(read);
	});
	for (const words of ['清水镇便民服务综合标准化试点', '评估申请表', '总结报告']) expect(says[0]).toContain(words);
	for (const words of ['清水镇便民服务中心', '照细则逐项自查，没有发现不合格的。']) expect(says[1]).toContain(words);
	expect(says[2]).toContain('组织管理');
	await expect(page.locator('.parcel [role="status"]')).toContainText('打包好了');
	expect(wrongs).toEqual([]);
});

/** A field where a draft was taken over from an earlier self-check. */
const takenOver = (field: string): [string, unknown] => [
	`form p ${field}`,
	{ ...form.empty(), updatedAt: today, said: '自评99分。', drafted: '从前起草的一段' },
];

test('at most 40 KB of script before the first interaction with a form, whatever the pilot keeps', async ({ page }) => {
	const { facts, more = [], ...rest } = national();
	await lay(page, {
		...rest,
		facts: { ...facts, postcode: '71' },
		more: [...more, takenOver('evaluation-application self-check-report')],
	});
	const bodies: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js'))
			bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
	});
	const weight = async () => (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
	for (const id of ['application', 'evaluation-application']) {
		bodies.length = 0;
		await openForm(page, id);
		await expect(page.locator('.hints')).toBeVisible();
		await page.waitForLoadState('networkidle');
		const before = await weight();
		console.log(`\n${id}: ${(before / 1024).toFixed(1)} KB of script with its hints`);
		expect(before).toBeGreaterThan(5 * 1024);
		expect(before).toBeLessThanOrEqual(40 * 1024);
	}
	await page.keyboard.press('Tab');
	await expect(page.locator('.hints')).toContainText('自评99分');
	await expect(page.locator('#self-check-report .drafting')).toContainText('不一样');
	expect(await weight(), 'the measure sees what came').toBeGreaterThan(42 * 1024);
});

test('nothing moves while a form comes to life, nor when hints come', async ({ page }) => {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
				if (!hadRecentInput) shifts.push(value);
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await lay(page, { facts: { postcode: '71' }, own: { 'application#steps': [{ when: '2026年', what: '培训' }] } });
	const shifts = () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		for (const to of ['/forms/', '/forms/summary-report/', '/forms/application/']) {
			await page.goto('/about/');
			await page.goto(to);
			await expect(page.locator('main[data-ready]')).toBeVisible();
			if (to === '/forms/application/') await expect(page.locator('.hints')).toContainText('邮编');
			expect(await shifts(), `${to} ${width}`).toEqual([]);
		}
		await expect(page.locator('.hints')).not.toContainText('组织机构代码');
		await at(page, '组织机构代码').focus();
		await page.keyboard.type('1');
		await expect(page.locator('.hints')).toContainText('组织机构代码');
		await saved(page, '组织机构代码');
		expect(await shifts(), `a hint, ${width}`).toEqual([]);
		await page.keyboard.press('Backspace');
		await expect(page.locator('.hints')).not.toContainText('组织机构代码');
		await saved(page, '组织机构代码');
	}
});

test('a fact is typed once for all; what is said in one form alone stays there, and every text is in its Word file', async ({
	page,
}) => {
	await openForm(page, 'application');
	await say(page, '试点承担单位', '清水镇便民服务中心');
	await say(page, '单位地址', '人民路 1 号');
	await openForm(page, 'evaluation-application');
	await expect(at(page, '试点单位')).toHaveValue('清水镇便民服务中心');
	const address = page.locator('[id="own.address"]');
	await expect(address.getByLabel('地址', { exact: true })).toHaveValue('人民路 1 号');
	await address.locator('summary').click();
	await say(page, '这张表里的地址', '老街 9 号（试点时）');
	const other = await word(page);
	expect(other).toContain('老街 9 号（试点时）');
	expect(other).not.toContain('人民路 1 号');
	await page.goto('/pilot/facts/');
	await expect(page.getByLabel('单位名称')).toHaveValue('清水镇便民服务中心');
	await expect(page.getByLabel('单位地址')).toHaveValue('人民路 1 号');
	await openForm(page, 'application');
	const first = await word(page);
	expect(first).toContain('人民路 1 号');
	expect(first).not.toContain('老街');
	// By hand the other way: a place of the annex names what it was changed to.
	await putOnPaper(page);
	await expect(page.locator('.annex')).toContainText('人民路 1 号');
	await expect(page.locator('.annex')).not.toContainText('老街');
});

test('drafted from the self-check: taken over, told what differs since, taken or left by the paragraph, and had back', async ({
	page,
}) => {
	await lay(page, national());
	const field = page.locator('#self-check-report');
	const text = at(page, '自查报告');
	await openForm(page, 'evaluation-application');
	await field.getByRole('button', { name: '照自查起草' }).click();
	await field.getByRole('button', { name: '用这份草稿' }).click();
	const draft = await text.inputValue();
	const [first = ''] = Object.values(filled.lines).flatMap(({ note }) => note.split('\n').slice(0, 1));
	expect(draft).toContain(first.slice(0, 10));
	await field.getByRole('button', { name: '撤回刚才这一步' }).click();
	await expect(text).toHaveValue('');
	await field.getByRole('button', { name: '用这份草稿' }).click();
	await expect(text).toHaveValue(draft);
	await expect(field.locator('.drafting')).toContainText('没有不同');
	// One's own words, in another paragraph than the one that a line changes.
	const [line = '', { note: was = '' } = {}] =
		Object.entries(filled.lines).find(([, each]) => each.note.length > 20) ?? [];
	const mine = `${draft}\n办公室自己添的一段。`;
	await text.fill(mine);
	await saved(page, '自查报告');
	await page.goto(`/check/national/?check=c#${line}`);
	await note(page, line).fill('改过的说明：标准化办公室每季度检查一次。');
	await checkSaved(page);
	await openForm(page, 'evaluation-application');
	// Without being asked, once someone reaches for the page.
	await text.hover();
	const change = field.locator('.change');
	await expect(change).toHaveCount(1);
	await expect(change).toContainText('标准化办公室每季度检查一次');
	await expect(change).toContainText(was.slice(0, 10));
	await field.getByRole('button', { name: '第 1 处，留着现在的' }).click();
	await expect(change).toHaveCount(0);
	await expect(text).toHaveValue(mine);
	await field.getByRole('button', { name: '撤回刚才这一步' }).click();
	await field.getByRole('button', { name: '第 1 处，用新的' }).click();
	await expect(change).toHaveCount(0);
	const taken = await text.inputValue();
	expect(taken).toContain('标准化办公室每季度检查一次');
	expect(taken).not.toContain(was.slice(0, 10));
	expect(taken).toContain('办公室自己添的一段。');
	expect(taken.split('\n')).toHaveLength(mine.split('\n').length);
	await saved(page, '自查报告');
	await page.reload();
	await text.hover();
	await expect(field.locator('.drafting')).toContainText('没有不同');
	await expect(text).toHaveValue(taken);
});

test('what bars stands at the top of its form, on the list of forms and in the pilot', async ({ page }) => {
	await openForm(page, 'evaluation-application');
	await expect(page.locator('.bars')).toHaveCount(0);
	await openForm(page, 'application');
	await say(page, '标准体系运行时间', new Date(Date.now() - 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
	await openForm(page, 'evaluation-application');
	const bar = page.locator('#top .bars');
	await expect(bar).toContainText('现在还不能提出评估申请');
	await expect(bar).toContainText('不得提出评估申请');
	await expect(bar).toBeInViewport();
	await page.goto('/forms/');
	await expect(page.locator('[data-bars]')).toContainText('现在还不能提出评估申请');
	await page.goto('/pilot/');
	await expect(page.locator('.rooms .bars')).toContainText('不得提出评估申请');
});

for (const { colorScheme, width } of looksOf(3))
	test(`axe finds nothing on forms, ${colorScheme}, ${width} px`, { tag: '@thorough' }, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		for (const to of ['/forms/', '/forms/application/', '/forms/summary-report/']) {
			await page.goto(to);
			await expect(page.locator('main[data-ready]')).toBeVisible();
			await expectClean(page, `${to} blank`);
		}
		const { facts, own, more = [] } = national();
		const rest = {
			...form.empty(),
			updatedAt: today,
			said: '一种',
			setAside: [{ field: 'said', value: '另一种', at: today }],
		};
		await lay(page, {
			facts: { ...facts, postcode: '71', running: new Date().toISOString().slice(0, 10) },
			own: { ...own, 'application#steps': Array(2).fill({ when: '2026年', what: '培训', who: '办公室' }) },
			more: [...more, takenOver('summary-report organisation'), ['form p summary-report effects', rest]],
		});
		await page.goto('/forms/');
		await expect(page.locator('[data-bars]')).toContainText('不得');
		await expectClean(page, '/forms/ filled');
		await openForm(page, 'application');
		await expect(page.locator('.hints')).toBeVisible();
		for (const each of await page.locator('#form summary').all()) await each.click();
		await expectClean(page, 'a form filled, with hints');
		await openForm(page, 'summary-report');
		await page.locator('#organisation textarea').hover();
		await expect(page.locator('#organisation .change').first()).toBeVisible();
		await page.locator('#system').getByRole('button', { name: '照自查起草' }).click();
		await expect(page.locator('#system').getByRole('button', { name: '用这份草稿' })).toBeVisible();
		for (const each of await page.locator('.drafting summary').all()) await each.click();
		await expect(page.locator('#effects [role="alert"]')).toContainText('另一种');
		await page.getByRole('button', { name: '分给同事填，或交回' }).click();
		await expect(page.locator('.hand-out')).toBeVisible();
		await expectClean(page, 'drafts and what they change');
	});

test('by touch at 360 px: facts, a long field and two rows of 计划工作步骤 are filled in', async ({ browser }) => {
	const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await openForm(page, 'application');
	await at(page, '试点名称').tap();
	await at(page, '试点名称').fill('清水镇便民服务综合标准化试点'.repeat(4));
	await at(page, '标准化工作自我评价').tap();
	await at(page, '标准化工作自我评价').fill('长'.repeat(500));
	const rows = page.locator('#steps .paper-fields');
	for (const i of [0, 1]) {
		await page.locator('#steps').getByRole('button', { name: '添一行' }).tap();
		for (const [j, cell] of (await rows.nth(i).getByRole('textbox').all()).entries()) {
			await cell.tap();
			await cell.fill(`第${i + 1}步第${j + 1}栏`);
		}
	}
	await page.getByRole('button', { name: '第 2 行上移' }).tap();
	await saved(page, '标准化工作自我评价');
	for (const each of await page.locator('#form summary').all()) await each.tap();
	await page.getByRole('button', { name: '分给同事填，或交回' }).tap();
	await expect(page.getByRole('button', { name: '下载文件' })).toBeVisible();
	const small = await page
		.locator(
			'main button:not([disabled]), main select, main input:not([type="checkbox"]), main textarea, #form summary',
		)
		.evaluateAll((nodes) =>
			nodes
				.filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44)
				.map((node) => node.outerHTML.slice(0, 80)),
		);
	expect(small).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	await page.reload();
	await expect(rows).toHaveCount(2);
	await expect(rows.first().getByRole('textbox').first()).toHaveValue('第2步第1栏');
	await context.close();
});

test('awkward texts in a fact, a long field and a row stay as they are, do nothing, and are in the Word file', async ({
	page,
}) => {
	const wrongs = watch(page);
	// The long one has a test of its own.
	const all = Object.values(awkward).filter((text) => text.length < 5000);
	await openForm(page, 'application');
	await page.getByRole('button', { name: '添一行' }).click();
	const fields = [
		at(page, '业务范围'),
		at(page, '试点预期实现工作目标（包括标准体系建立、实施及实施效果等）'),
		page.locator('#steps textarea').first(),
	];
	const kept: string[] = [];
	for (const field of fields) {
		await field.evaluate((node, text) => {
			(node as HTMLTextAreaElement).value = text;
			node.dispatchEvent(new Event('input', { bubbles: true }));
		}, all.join('｜'));
		kept.push(await field.inputValue());
	}
	await saved(page, '业务范围');
	await page.reload();
	for (const [i, field] of fields.entries()) await expect(field).toHaveValue(kept[i] ?? '');
	const says = await word(page);
	for (const text of ['<img src=x onerror=alert(1)>', '=WEBSERVICE("http://x")', '第 299 行', '𠮷𪚥', '&lt;b&gt;'])
		expect(says.split(text)).toHaveLength(4);
	await putOnPaper(page);
	await expect(page.locator('.annex')).toContainText('<img src=x onerror=alert(1)>');
	await expect(page.locator('main img, main a[href^="javascript"]')).toHaveCount(0);
	await page.goto('/forms/');
	await expect(page.locator('.parcel')).toBeVisible();
	expect(wrongs).toEqual([]);
});

test('400 rows of steps answer a key within 200 ms; 20,000 characters and a group of 30 are in the Word files whole', async ({
	page,
}) => {
	const steps = Array.from({ length: 400 }, (_, i) => ({
		when: `2026年${(i % 12) + 1}月`,
		what: `第${i}步`,
		who: '办公室',
	}));
	const members = Array.from({ length: 30 }, (_, i) => ({ name: `某人${i}号`, post: '标准化研究院工程师' }));
	const sentences = Array.from({ length: 2000 }, (_, i) => `第${i}句说明了情况。`);
	await lay(page, {
		own: {
			'application#steps': steps,
			'application#goals': sentences.join(''),
			'evaluation-application#self-check-report': sentences.join(''),
			'evaluation-report#members': members,
		},
	});
	await openForm(page, 'application');
	const cell = page.locator('#steps textarea').nth(700);
	await cell.click();
	const work = await worker(page);
	const pressed: number[] = [];
	for (const key of 'abcde')
		pressed.push(
			await work(async () => {
				await page.keyboard.press(key);
				await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
			}),
		);
	console.log(`a key in 400 rows: ${pressed.map((each) => each.toFixed(0)).join(', ')} ms`);
	expect(Math.max(...pressed)).toBeLessThan(200);
	const says = await word(page);
	expect(sentences.join('').length).toBeGreaterThan(20_000);
	expect(sentences.filter((each) => !says.includes(each))).toEqual([]);
	expect(says).toContain('第399步');
	// In a cell of a table it goes on in rows below.
	await openForm(page, 'evaluation-application');
	const report = await word(page);
	expect(sentences.filter((each) => !report.includes(each))).toEqual([]);
	expect(report).toContain('（续）');
	await openForm(page, 'evaluation-report');
	await expect(page.locator('.hints')).toContainText('30 人');
	const group = await word(page);
	expect(members.filter(({ name }) => !group.includes(name))).toEqual([]);
});

test('on paper stands the annex with what was typed; with script off it is whole and blank, and no dead field is shown', async ({
	page,
	browser,
}) => {
	await lay(page, {
		facts: { 'unit-name': '清水镇便民服务中心' },
		own: {
			'application#goals': '一、目标\n二、目标',
			'application#steps': [
				{ when: '2026年1月', what: '宣传培训', who: '办公室' },
				{ when: '2026年9月', what: '自查', who: '各科' },
			],
		},
	});
	await openForm(page, 'application');
	await expect(page.locator('.annex')).toBeHidden();
	await putOnPaper(page);
	for (const hidden of await page.locator('#form, .take-away, .hints').all()) await expect(hidden).toBeHidden();
	// biome-ignore lint/performance/useDomNodeTextContent: what is not to be seen is not printed.
	const printed = await page.locator('main').innerText();
	for (const words of ['清水镇便民服务中心', '一、目标', '宣传培训', '2026年9月', '各科'])
		expect(printed).toContain(words);
	await expect(page.locator('.annex tr.more-rows')).toHaveCount(1);
	const context = await browser.newContext({ javaScriptEnabled: false });
	const still = await context.newPage();
	const { forms, links } = loadLibrary('.');
	for (const { id, annex = '' } of forms) {
		await still.goto(`/forms/${id}/`);
		await expect(still.locator('.annex'), id).toBeVisible();
		await expect(still.locator('main :is(input, textarea, select, button):visible'), id).toHaveCount(0);
		const [document = '', anchor = ''] = annex.split('#');
		const clause = links.clause(document, anchor)?.clause;
		if (!clause) continue;
		// biome-ignore lint/performance/useDomNodeTextContent: what a reader sees counts.
		const blank = bare(await still.locator('.annex').innerText());
		for (const words of [
			shownText(clause.heading ?? []),
			...slotsIn(printedIn(clause.content)).map(({ label }) => label),
		])
			expect(blank, id).toContain(bare(words));
	}
	await context.close();
});

test('what is pasted from Word goes in as its text, and what does not is said', async ({ page }) => {
	await openForm(page, 'summary-report');
	const field = at(page, '组织管理');
	const paste = (html: string) =>
		field.evaluate(
			(area, [markup]) => {
				const clipboardData = new DataTransfer();
				clipboardData.setData('text/html', `${markup}`);
				clipboardData.setData('text/plain', '一、领导小组\t组长\n二、机构');
				area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
			},
			[html] as const,
		);
	const told = page.locator('#organisation .pasted');
	await paste('<ol><li>领导小组</li></ol><table><tr><td>组长</td></tr></table><img src="file:///a.png">');
	await expect(told).toHaveText('贴进来的是文字；图片和表格的格线放不进这一栏，没有带进来。');
	await paste('<p>领导小组</p><v:imagedata src="b.png"/>');
	await expect(told).toHaveText('贴进来的是文字；图片放不进这一栏，没有带进来。');
	await paste('<p>只有文字</p>');
	await expect(told).toHaveText('');
	await field.fill('一、领导小组\t组长\n二、机构');
	await saved(page, '组织管理');
});
