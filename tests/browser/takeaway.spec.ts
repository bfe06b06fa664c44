import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { loadLibrary } from '../../src/content/library.ts';
import { readPackage, wordsOf } from '../package.ts';
import { note, open, saved, start, stored } from './check.ts';
import { expectClean } from './clean.ts';
import {
	backup,
	bringBack,
	checkIn,
	choose,
	file,
	type Given,
	json,
	openFiles,
	type PilotFile,
	parsed,
	withCheck,
} from './files.ts';
import { looksOf, thorough } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

const { rubrics } = loadLibrary('.');

const canary = '金丝雀不该出门';

async function takeAway(page: Page): Promise<void> {
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await expect(page.locator('.offers')).toBeVisible();
}

async function write(page: Page, line: string, text: string): Promise<void> {
	await open(page, line);
	await note(page, line).fill(text);
	await saved(page);
}

/** Everything that is kept, without what only this browser knows. */
const kept = async (page: Page) =>
	(await stored(page)).filter(([key]) => /^(check|line|fact|pilot) /.test(key)).sort(([a], [b]) => (a < b ? -1 : 1));

for (const { id, short } of rubrics)
	test(`${id}: every paper comes as a file that can be read, and nothing goes out`, async ({ page }) => {
		const wrongs = watch(page);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
		await start(page, id);
		const first = await page.locator('.criterion:not(.requirement)').first().getAttribute('id');
		await write(page, first ?? '', canary);
		await page.goto(page.url().replace(/#.*/, ''));
		expect(asked.filter((address) => /docx|xlsx|forms/.test(address))).toEqual([]);
		await takeAway(page);
		for (const [paper, endings] of Object.entries({
			自评表: ['docx', 'xlsx'],
			迎评材料目录: ['docx', 'xlsx'],
			整改清单: ['docx', 'xlsx'],
			自查简报: ['docx'],
		}))
			for (const ending of endings) {
				const { name, bytes } = await file(page, `${paper}，${ending === 'docx' ? 'Word' : 'Excel'} 文件`);
				expect(name).toMatch(new RegExp(`^${short} .*${paper} \\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
				const read = readPackage(bytes);
				expect(read.faults).toEqual([]);
				if (paper === '自评表') expect(wordsOf(read)).toContain(canary);
			}
		await page.getByRole('button', { name: '看一看，打印' }).click();
		await expect(page.locator('.sheet')).toContainText('自查，非官方结论');
		await page.evaluate(() => {
			window.print = () => undefined;
		});
		await page.getByRole('button', { name: '打印这一页纸' }).click();
		const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
		expect(asked.filter((address) => address.includes(canary))).toEqual([]);
		expect(wrongs).toEqual([]);
	});

test('in memory mode papers and backup can still be taken away', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
	await start(page, 'national');
	await open(page, 'c1-1');
	await note(page, 'c1-1').fill(canary);
	await page.evaluate(() => {
		location.hash = 'hub';
	});
	await takeAway(page);
	const { bytes } = await file(page, '自评表，Word 文件');
	expect(wordsOf(readPackage(bytes))).toContain(canary);
	expect((await backup(page)).toString()).toContain(canary);
});

test('without the network nothing is lost, and it is said', async ({ page }) => {
	await start(page);
	await write(page, 'b6', canary);
	await page.goto(page.url().replace(/#.*/, ''));
	await takeAway(page);
	await page.route('**/*', (route) => route.abort());
	await page.getByRole('button', { name: '自评表，Word 文件' }).click();
	await expect(page.locator('#take')).toContainText('没有做成，可能是网络断了');
	expect((await backup(page)).toString()).toContain(canary);
	await page.unrouteAll();
	await file(page, '自评表，Word 文件');
});

test('the age of the backup stays in sight, and ten changes are worth a word', async ({ page }) => {
	const wrongs = watch(page);
	await start(page);
	const foot = page.locator('.check-foot');
	await write(page, 'b1', '说明');
	await expect(foot).toContainText('还没有备份过，已填 1 项');
	await backup(page);
	await expect(foot).toContainText('之后没有改动');
	await page.reload();
	await expect(foot).toContainText('之后没有改动');
	for (let i = 1; i <= 10; i += 1) await write(page, `b${i}`, '又改');
	await expect(foot.locator('.notice')).toContainText('之后改了 10 项。请再下载一份');
	expect(wrongs).toEqual([]);
});

test('what is brought in or taken back is in no backup until the next one', async ({ page }) => {
	await start(page);
	const address = page.url().replace(/#.*/, '');
	const foot = page.locator('.check-foot');
	await write(page, 'b6', '同事的');
	const part = parsed(await backup(page));
	await write(page, 'b1', '本机的');
	await backup(page);
	await expect(foot).toContainText('之后没有改动');
	// Written before the last backup, and not in it.
	const { version: _, seen: __, ...plain } = checkIn(part).lines.b6 as { version: unknown; seen: unknown };
	const brought = json(withCheck(part, { lines: { b2: { ...plain, note: '同事早写的' } } }));
	const undo = async () => {
		await openFiles(page);
		await page.getByRole('button', { name: '撤销这次带回' }).click();
		await expect(page.locator('#bring')).toContainText('撤销了');
		await page.goto(address);
	};
	await openFiles(page);
	await bringBack(page, [brought]);
	await page.goto(address);
	await expect(foot).toContainText('现在的内容还没有备份过，已填 3 项');
	await undo();
	await expect(foot).toContainText('之后没有改动');

	await openFiles(page);
	await bringBack(page, [brought]);
	await page.goto(address);
	await backup(page);
	await expect(foot).toContainText('之后没有改动');
	await undo();
	await expect(foot).toContainText('现在的内容还没有备份过，已填 2 项');

	await backup(page);
	await openFiles(page);
	await choose(page, [json(withCheck(part, { lines: {} }))]);
	await expect(page.locator('#bring')).toContainText('和本机的一样');
	await page.goto(address);
	await expect(foot).toContainText('之后没有改动');
});

const good = async (page: Page): Promise<PilotFile> => {
	await start(page);
	await write(page, 'b6', '本机的');
	return parsed(await backup(page));
};

test('no bad file changes anything, and each is named', async ({ page }) => {
	const wrongs = watch(page);
	const whole = await good(page);
	const text = JSON.stringify(whole);
	const huge = join(mkdtempSync(join(tmpdir(), 'takeaway-')), 'huge.json');
	writeFileSync(huge, '{');
	truncateSync(huge, 200 * 1024 * 1024);
	const faults: [string, Buffer, RegExp][] = [
		['空的', Buffer.from(''), /文件是空的/],
		['截断', Buffer.from(text.slice(0, 300)), /不完整/],
		['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), /UTF-16/],
		['GBK', Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xd7, 0xd4, 0xb2, 0xe9]), Buffer.from('"}')]), /GBK/],
		['网页', Buffer.from('<!DOCTYPE html><title>x</title><p>y'), /网页/],
		['深', Buffer.from(`{"format":1,"check":${'['.repeat(10_000)}${']'.repeat(10_000)}}`), /太深/],
		['proto', Buffer.from(text.replace('"lines"', '"__proto__":{"x":1},"lines"')), /__proto__/],
		['constructor', Buffer.from(text.replace('"lines"', '"constructor":{"x":1},"lines"')), /constructor/],
		['两遍', Buffer.from(text.replace('"lines"', '"lines":{},"lines"')), /写了两遍/],
		['新版', json({ ...whole, format: 9 }).buffer, /格式 9/],
		['别的', json({ hello: 1 }).buffer, /不是本站的自查备份/],
		['没有的表', json(withCheck(whole, { check: { ...checkIn(whole).check, rubric: 'x9' } })).buffer, /x9.*这里没有/],
		['NaN', Buffer.from(text.replace('"later":false', '"later":NaN')), /不完整/],
		[
			'十万项',
			json(withCheck(whole, { lines: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [i, 1])) })).buffer,
			/100000 项/,
		],
	];
	await openFiles(page);
	const before = await stored(page);
	for (const [name, buffer, words] of faults) {
		await choose(page, [{ name: `${name}.json`, buffer }]);
		await expect(page.locator('#bring [role="alert"]')).toHaveText(words);
		await expect(page.locator('#bring [role="alert"]')).toContainText(`没有带回“${name}.json`);
		await expect(page.getByRole('button', { name: '带回来' })).toHaveCount(0);
	}
	await page.evaluate(() => {
		const read = File.prototype.arrayBuffer;
		File.prototype.arrayBuffer = function (this: File) {
			document.documentElement.dataset.read = this.name;
			return read.call(this);
		};
	});
	await page.locator('input[type="file"]').setInputFiles(huge);
	await expect(page.locator('#bring [role="alert"]')).toContainText('文件有 200 MB', { timeout: 1000 });
	await expect(page.locator('[data-read]')).toHaveCount(0);
	expect(await stored(page)).toEqual(before);
	await choose(page, [json(whole)]);
	await expect(page.locator('#bring')).toContainText('和本机的一样，带回来什么也不会变');
	expect(wrongs).toEqual([]);
});

test('a file that is partly bad brings what is good, and names the rest', async ({ page }) => {
	const whole = await good(page);
	const record = checkIn(whole).lines.b6;
	const { version: _, seen: __, ...plain } = { version: 0, seen: 0, ...record };
	const [pilot] = whole.pilots;
	pilot.facts = { phone: { format: 9 } };
	const part = withCheck(whole, {
		lines: {
			b1: { ...plain, note: '新的' },
			b2: { ...plain, note: 5 },
			b3: { ...plain, answer: { counts: { x: -1 } } },
			zz9: { ...plain, note: '表里没有' },
			b7: { ...plain, note: '<img src=x onerror=alert(1)>=1+1\u202e', answer: { choice: '没有这个选项' } },
		},
	});
	const text = json(part).buffer.toString().replace('"x":-1', '"x":1e309');
	await openFiles(page);
	await choose(page, [{ name: '半好.json', buffer: Buffer.from(text) }]);
	const preview = page.locator('.preview');
	await expect(preview).toContainText('没有带回 第2项：自评说明不是文字');
	await expect(preview).toContainText('没有带回 第3项：填的选择或数目不对');
	await expect(preview).toContainText('文件里的档案资料有 1 条读不出来，没有带进来；其他的照常');
	await expect(preview.locator('[data-fate="strange"]')).toContainText('zz9');
	await expect(preview.locator('[data-fate="new"]')).toContainText('第1项');
	await expect(preview.locator('[data-misfit]')).toHaveText(
		'有 1 项的选择不在这张表里，会原样带进来，但算作没填：第7项',
	);
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('新添 3 项');
	await page.locator('.check-list a').first().click();
	await open(page, 'b7');
	await expect(note(page, 'b7')).toHaveValue('<img src=x onerror=alert(1)>=1+1\u202e');
	const again = checkIn(parsed(await backup(page)));
	expect(again.lines.zz9).toMatchObject({ note: '表里没有' });
	expect(again.lines.b7).toMatchObject({ answer: { choice: '没有这个选项' } });
});

test('counts above the maximum and parts that no table has are named, kept and scored as said', async ({ page }) => {
	await start(page, 'jiguan-shiwu');
	await write(page, 'n1', '本机的');
	const whole = parsed(await backup(page));
	const { version: _, seen: __, ...plain } = checkIn(whole).lines.n1 as { version: unknown; seen: unknown };
	const lines = {
		n17: { ...plain, answer: { counts: { 牵头制定地方标准: 999_999_999 } } },
		n18: { ...plain, answer: { parts: { 专业人员参与: true, 没有这一项: true } } },
		n21: { ...plain, answer: { counts: { '组织 1 次集中培训': -1 } } },
	};
	await openFiles(page);
	await choose(page, [json(withCheck(whole, { lines }))]);
	await expect(page.locator('[data-misfit="in-part"]')).toHaveText(
		'有 1 项里写着这张表没有的小项，会原样带进来，那些小项不计分：第18项',
	);
	await expect(page.locator('[data-misfit="above"]')).toHaveText(
		'有 1 项的数目超过满分所需，会原样带进来，按满分计：第17项',
	);
	await expect(page.locator('[data-fate="rejected"]')).toContainText('没有带回 第21项：填的选择或数目不对');
	await page.getByRole('button', { name: '带回来' }).click();
	await page.locator('.check-list a').first().click();
	await open(page, 'n17');
	await expect(page.locator('#n17 .because')).toContainText('自评 10 分');
	await open(page, 'n18');
	await expect(page.locator('#n18 .because')).toContainText('自评 2 分');
	const again = checkIn(parsed(await backup(page)));
	expect(again.lines.n17?.answer).toEqual(lines.n17.answer);
	expect(again.lines.n18?.answer).toEqual(lines.n18.answer);
});

test('a name that would change is said before anything is done', async ({ page }) => {
	const whole = await good(page);
	const check = { ...checkIn(whole).check, name: '同事改的名称', updatedAt: '2999-01-01T00:00:00.000Z' };
	await openFiles(page);
	const before = await kept(page);
	await choose(page, [json(withCheck(whole, { check }))]);
	const said = page.locator('.preview [data-fate="renamed"]');
	await expect(said).toContainText(`从“${new Date().getFullYear()} 年自查”变成“同事改的名称”`);
	expect(await kept(page)).toEqual(before);
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('.check-list a').first()).toContainText('同事改的名称');
	await choose(page, [json(withCheck(whole, { check }))]);
	await expect(page.locator('#bring')).toContainText('和本机的一样');
	await expect(said).toHaveCount(0);
});

test('what came back can be undone, after a reload too, and what was done since stays', async ({ page }) => {
	const whole = await good(page);
	const address = page.url().replace(/#.*/, '');
	const record = checkIn(whole).lines.b6;
	const { version: _, seen: __, ...plain } = { version: 0, seen: 0, ...record };
	await openFiles(page);
	const before = await kept(page);
	await bringBack(page, [
		json(withCheck(whole, { lines: { b1: { ...plain, note: '甲' }, b2: { ...plain, note: '乙' } } })),
	]);
	await page.reload();
	await page.locator('#bring').getByRole('button', { name: '打开' }).click();
	await page.getByRole('button', { name: '撤销这次带回' }).click();
	await expect(page.locator('#bring')).toContainText('和带回之前一样');
	expect(await kept(page)).toEqual(before);

	await bringBack(page, [
		json(withCheck(whole, { lines: { b1: { ...plain, note: '甲' }, b2: { ...plain, note: '乙' } } })),
	]);
	const other = await page.context().newPage();
	await other.goto(`${address}#b1`);
	await expect(note(other, 'b1')).toHaveValue('甲');
	await write(other, 'b1', '甲，又改了');
	await page.getByRole('button', { name: '撤销这次带回' }).click();
	await expect(page.locator('#bring')).toContainText('之后又改过的 1 项没有动');
	await expect(note(other, 'b1')).toHaveValue('甲，又改了');
	await open(other, 'b2');
	await expect(note(other, 'b2')).toHaveValue('');
});

async function handOutFirstSection(page: Page): Promise<void> {
	await page.locator('.hand-out > summary').click();
	await page.locator('.part-pick', { hasText: 'A1工作机制' }).locator('.opt input').check();
}

/** A colleague's own browser: takes the part in, fills it, sends it back. */
async function colleague(browser: Browser, part: Buffer, lines: readonly string[], words: string): Promise<Given> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await openFiles(page);
	await bringBack(page, [{ name: 'part.json', buffer: part }]);
	await page.locator('.check-list a').first().click();
	await expect(page.locator('#top')).toContainText(`这是同事分给你填的`);
	for (const line of lines) await write(page, line, words);
	const buffer = await backup(page);
	await context.close();
	return { name: `${words}.json`, buffer };
}

test('a part: received where one looks for it, signed, filled, handed in, and seen to be whose', async ({
	page,
	browser,
}) => {
	await start(page);
	const address = page.url().replace(/#.*/, '');
	await takeAway(page);
	await page.locator('.hand-out > summary').click();
	await page.locator('.part-pick', { hasText: 'A1工作机制' }).getByText('逐项选').click();
	for (const line of ['第1项', '第2项'])
		await page
			.locator('.line-picks label', { hasText: new RegExp(`^\\s*${line}$`) })
			.getByRole('checkbox')
			.check();
	await page.getByLabel('给谁').fill('小李');
	const part = await file(page, /下载分出去的 2 项/);
	expect(part.name).toContain('分给小李');
	expect(checkIn(parsed(part.bytes)).check).toMatchObject({ by: '小李', part: ['b1', 'b2'] });

	const there = await (await browser.newContext()).newPage();
	await there.goto('/pilot/');
	await there.getByRole('link', { name: '收到同事发来的文件，在这里打开' }).click();
	await bringBack(there, [{ name: 'part.json', buffer: part.bytes }]);
	await expect(there.locator('#bring')).toContainText('同事分给你填的 2 项收到了，还没有填过');
	await there.getByRole('link', { name: /现在去填/ }).click();
	const notice = there.locator('#top details.notice');
	await expect(notice).toContainText('这是同事分给你填的 2 项，还有 2 项没填完');
	await expect(there.getByLabel(/你的名字/)).toHaveValue('小李');
	await there.getByLabel(/你的名字/).fill('李敏');
	await there.getByRole('link', { name: /接着做：第1项/ }).click();
	await there.locator('#b1 .opt').first().click();
	await saved(there);
	// On to the next of one's own, and then not to somebody else's.
	await there.getByRole('link', { name: '下一项' }).click();
	await expect(there.locator('#b2')).toBeVisible();
	await there.locator('#b2 .opt').first().click();
	await saved(there);
	await expect(there.locator('.steps')).toContainText('第 2 项，共 2 项');
	await expect(notice).toContainText('都填过了，请把文件交回去');
	await there.getByRole('link', { name: '看结果' }).click();
	await expect(there.locator('#hub')).toContainText('分给你的都填过了，请把文件交回去');
	const back = await file(there, '下载交回的文件');
	expect(back.name).toContain('李敏交回 2 项');

	await page.goto(address);
	await write(page, 'b1', '办公室写的');
	await openFiles(page);
	await choose(page, [
		{ name: back.name, buffer: back.bytes },
		{ name: 'again.json', buffer: back.bytes },
	]);
	await expect(page.locator('.job').first()).toContainText('李敏交回的，分出去的 2 项');
	await page.getByRole('button', { name: '带回来' }).click();
	// In two files, and counted once.
	await expect(page.locator('#bring')).toContainText('新添 1 项，更新 1 项');
	expect(
		(await stored(page)).flatMap(([key, value]) => (key.startsWith('check ') ? [value] : []))[0],
	).not.toHaveProperty('by');
	await page.getByRole('link', { name: /^打开“/ }).click();
	await open(page, 'b1');
	// What waits is in sight before anything is read or scrolled.
	await expect(page.locator('#b1 [role="alert"]')).toBeInViewport({ ratio: 1 });
});

test('lines are listed in the order of the table', async ({ page, browser }) => {
	await start(page);
	for (const line of ['b10', 'b2', 'b1']) await write(page, line, '写的');
	const { buffer } = { buffer: await backup(page) };
	const there = await (await browser.newContext()).newPage();
	await openFiles(there);
	await choose(there, [{ name: 'a.json', buffer }]);
	await expect(there.locator('[data-fate="new"]')).toContainText('第1项、第2项、第10项');
});

if (thorough)
	test('parts filled in by colleagues come back the same in any order', async ({ page, browser }) => {
		const count = 20;
		test.setTimeout(count * 60_000);
		await start(page);
		await write(page, 'b1', '办公室写的');
		const whole = await backup(page);
		const returned: Given[] = [];
		await page.goto(page.url().replace(/#.*/, ''));
		await takeAway(page);
		await handOutFirstSection(page);
		for (let i = 0; i < count; i += 1) {
			const { bytes } = await file(page, /下载分出去的 8 项/);
			// Neighbours share a line.
			returned.push(await colleague(browser, bytes, [`b${(i % 7) + 1}`, `b${(i % 7) + 2}`], `同事${i}`));
		}
		const outcomes = [];
		for (const order of [returned, [...returned].reverse()]) {
			const context = await browser.newContext();
			const office = await context.newPage();
			await openFiles(office);
			await bringBack(office, [{ name: 'whole.json', buffer: whole }]);
			if (order === returned) await bringBack(office, order);
			else for (const each of order) await bringBack(office, [each]);
			outcomes.push(await kept(office));
			await choose(office, order);
			await expect(office.locator('#bring')).toContainText('和本机的一样，带回来什么也不会变');
			await context.close();
		}
		expect(outcomes[1]).toEqual(outcomes[0]);
		for (let i = 0; i < count; i += 1) expect(JSON.stringify(outcomes[0])).toContain(`同事${i}`);
	});

test('a conflict is shown side by side, chosen now or later, and nothing is lost until then', async ({
	page,
	browser,
}) => {
	await start(page);
	await write(page, 'b1', '原来的');
	await write(page, 'b2', '原来的');
	const address = page.url().replace(/#.*/, '');
	await page.goto(address);
	await takeAway(page);
	await handOutFirstSection(page);
	const { bytes } = await file(page, /下载分出去的/);
	const back = await colleague(browser, bytes, ['b1', 'b2', 'b3'], '同事的');
	await write(page, 'b1', '本机的');
	await write(page, 'b2', '本机的');
	await openFiles(page);
	await choose(page, [back]);
	const conflicts = page.locator('.conflicts fieldset');
	await expect(conflicts).toHaveCount(2);
	await expect(conflicts.first()).toContainText('本机的');
	await expect(conflicts.first()).toContainText('同事的');
	await conflicts
		.first()
		.getByRole('radio', { name: /用文件里的/ })
		.check();
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('#bring')).toContainText('1 项两边都改过的都留着');
	await page.goto(address);
	await expect(page.locator('#hub [role="alert"]')).toContainText('有 1 项两边写的不一样');
	await open(page, 'b1');
	await expect(note(page, 'b1')).toHaveValue('同事的');
	await open(page, 'b3');
	await expect(note(page, 'b3')).toHaveValue('同事的');
	await open(page, 'b2');
	await expect(page.locator('#b2 [role="alert"]')).toContainText('同事的');
	await note(page, 'b2').fill('本机的，还在改');
	await saved(page);
	await page.reload();
	await expect(page.locator('#b2 [role="alert"]')).toContainText('同事的');
	await page.getByRole('button', { name: /合在一起/ }).click();
	await expect(note(page, 'b2')).toHaveValue('本机的，还在改\n同事的');
	await saved(page);
	await expect(page.locator('#b2 [role="alert"]')).toHaveCount(0);
	await openFiles(page);
	await choose(page, [back]);
	await expect(page.locator('#bring')).toContainText('和本机的一样，带回来什么也不会变');
});

test('a file may become a check of its own, and two checks are compared by points', async ({ page }) => {
	await start(page);
	await open(page, 'b6');
	await page.locator('#b6 .opt').first().click();
	await saved(page);
	const first = { name: 'a.json', buffer: await backup(page) };
	await page.locator('#b6 .opt').nth(3).click();
	await saved(page);
	await openFiles(page);
	await choose(page, [first]);
	await page.getByLabel('放到哪里').selectOption('copy');
	await page.getByRole('button', { name: '带回来' }).click();
	await expect(page.locator('.check-list li')).toHaveCount(2);
	const pickers = page.locator('.pickers select');
	await pickers.first().focus();
	await expect(pickers.first().locator('option')).toHaveCount(3);
	await pickers.first().selectOption({ label: `${new Date().getFullYear()} 年自查（深圳指标）` });
	await pickers.nth(1).selectOption({ index: 1 });
	const rows = page.locator('.compared tbody tr');
	await expect(rows).toHaveCount(1);
	await expect(rows.first()).toContainText('第6项');
	await expect(rows.first().locator('td').last()).toHaveText('+8');
});

test('everything of this computer goes into one file and comes back elsewhere', async ({ page, browser }) => {
	await page.goto('/pilot/facts/');
	await page.getByLabel('单位名称').fill('某某局');
	await start(page, 'national');
	await write(page, 'c1-1', '一');
	await start(page, 'jiguan-shiwu');
	await write(page, 'n1', '二');
	await openFiles(page);
	const { name, bytes } = await file(page, '下载全部备份');
	expect(name).toMatch(/^某某局 全部 备份 .*\.json$/);
	const context = await browser.newContext();
	const there = await context.newPage();
	await openFiles(there);
	await bringBack(there, [{ name, buffer: bytes }]);
	await expect(there.locator('.check-list li')).toHaveCount(2);
	const again = await file(there, '下载全部备份');
	expect(again.bytes.toString()).toBe(bytes.toString());
	await there.goto('/pilot/facts/');
	await expect(there.getByLabel('单位名称')).toHaveValue('某某局');
	await context.close();
});

test('who has filled in only the unit takes that away and brings it back', async ({ page, browser }) => {
	await page.goto('/pilot/facts/');
	await page.getByLabel('单位名称').fill('某某局');
	await expect(page.locator('#unit')).toContainText('已保存');
	await openFiles(page);
	const { name, bytes } = await file(page, '下载全部备份');
	const context = await browser.newContext();
	const there = await context.newPage();
	await openFiles(there);
	await bringBack(there, [{ name, buffer: bytes }]);
	await there.goto('/pilot/facts/');
	await expect(there.getByLabel('单位名称')).toHaveValue('某某局');
	await context.close();
});

for (const { colorScheme, width } of looksOf(1))
	test(`axe finds nothing where things are taken away and brought back, ${colorScheme}, ${width} px`, async ({
		page,
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		const clean = (state: string) => expectClean(page, state);
		const whole = await good(page);
		await write(page, 'b6', '本机又改的');
		await page.goto(page.url().replace(/#.*/, ''));
		await takeAway(page);
		await page.getByRole('button', { name: '看一看，打印' }).click();
		await expect(page.locator('.sheet')).toBeVisible();
		for (const details of await page.locator('.take-away summary').all()) await details.click();
		await clean('taking away');
		const record = checkIn(whole).lines.b6;
		await openFiles(page);
		await choose(page, [
			json(withCheck(whole, { lines: { b6: { ...record, note: '同事手改的' }, b2: 5, zz: record } })),
			json({ hello: 1 }, 'b.json'),
		]);
		await expect(page.locator('.conflicts')).toBeVisible();
		await clean('looking before bringing back');
		await page.getByRole('button', { name: '带回来' }).click();
		await expect(page.getByRole('button', { name: '撤销这次带回' })).toBeVisible();
		await clean('after');
	});
