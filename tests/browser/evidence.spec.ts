import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { addPaper, open, saved, start } from './check.ts';
import { expectClean } from './clean.ts';
import { keysIn, stored } from './database.ts';
import { backupOfAll, bringBack, file, openFiles } from './files.ts';
import { looksOf, thorough } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

/* The register: a paper once, and cited wherever it serves. */

/** What the clipboard holds is pasted into a field. */
const paste = (page: Page, text: string) =>
	page.locator('#many textarea').evaluate((field, words) => {
		const data = new DataTransfer();
		if (words) data.setData('text/plain', words);
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	}, text);

/** What is pasted is there when that is said, not before. */
async function putIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: '添进材料库' }).click();
	await expect(page.locator('#many [role="status"]')).toContainText('添进了');
}

async function openRegister(page: Page): Promise<void> {
	await page.goto('/pilot/evidence/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
}

const entriesIn = async (page: Page) => (await keysIn(page)).filter((key) => key.startsWith('evidence '));

/** Sixty papers as an office has them. */
const kinds = ['管理办法', '会议纪要', '培训签到表', '实施方案', '检查记录', '满意度报告'];
const matters = [
	'窗口服务',
	'档案管理',
	'标准宣贯',
	'安全应急',
	'投诉处理',
	'公文流转',
	'物资采购',
	'信息公开',
	'人员考核',
	'环境卫生',
];
const sixty = matters.flatMap((matter, i) =>
	kinds.map((kind, j) => ({ name: `${matter}${kind}`, number: `某办〔2025〕${i * 6 + j + 1}号` })),
);

test('the national table with 60 papers for 81 places: one paste, one confirmation, and four keys or two clicks a place', async ({
	page,
}) => {
	const wrongs = watch(page);
	const national = loadLibrary('.').rubrics.find(({ id }) => id === 'national');
	const lines = national ? criteriaOf(national).map(({ id }) => id) : [];
	const address = await start(page, 'national');
	await openRegister(page);
	const sheet = [
		'材料名称\t文号\t日期\t存放处',
		...sixty.map(({ name, number }, i) => `${name}\t${number}\t2025.${(i % 12) + 1}\t${(i % 4) + 1}号柜`),
	];
	await paste(page, sheet.join('\n'));
	await expect(page.locator('.preview h3')).toHaveText('会添进 60 份');
	await putIn(page);
	await expect(page.locator('#many [role="status"]')).toContainText('添进了 60 份');
	expect(await entriesIn(page)).toHaveLength(60);

	// 81 places: every line has two, five have three.
	const places = lines.flatMap((line, i) =>
		[0, 1, ...(i < 5 ? [2] : [])].map((k) => ({ line, paper: sixty[(i * 7 + k * 13) % 60] ?? sixty[0] })),
	);
	expect(places).toHaveLength(81);
	let keys = 0;
	let most = 0;
	for (const [line, own] of Map.groupBy(places, (place) => place.line)) {
		await page.goto(`${address.replace(/#.*/, '')}#${line}`);
		const field = page.locator(`[id="${line}"]`).getByRole('combobox');
		await field.waitFor();
		for (const { paper } of own) {
			await field.focus();
			const option = page.locator(`[id="${line}"] [role="option"][aria-selected="true"]`);
			let pressed = 0;
			// Its number, or a character of what it is about and one of what it is: whichever finds it first.
			const number = `${paper?.number.replace(/\D/g, '').slice(4)}`;
			for (const typed of [`${number}号`, `${paper?.name[0]}${paper?.name[4]}`, `${paper?.name.slice(0, 3)}`]) {
				await field.fill(`${typed}`);
				if ((await option.textContent())?.startsWith(`${paper?.name}`)) {
					pressed = `${typed}`.length + 1;
					break;
				}
			}
			expect(pressed, paper?.name).toBeGreaterThan(0);
			await field.press('Enter');
			keys += pressed;
			most = Math.max(most, pressed);
		}
		await saved(page);
	}
	console.log(`81 places: ${keys} keys, at most ${most}`);
	expect(most).toBeLessThanOrEqual(4);
	// Typed once: nothing was added to the register.
	expect(await entriesIn(page)).toHaveLength(60);
	await openRegister(page);
	await expect(page.locator('#evidence')).toContainText('共 60 份，用在 81 处');
	expect(wrongs).toEqual([]);
});

test('by two clicks: what the line above cites is offered at once', async ({ page }) => {
	await start(page, 'national');
	await open(page, 'c1-1');
	await addPaper(page, 'c1-1', '领导小组文件');
	await saved(page);
	await open(page, 'c1-2');
	const line = page.locator('#c1-2');
	await line.getByRole('combobox').click();
	await line.getByRole('option', { name: /领导小组文件/ }).click();
	await expect(line.locator('.paper')).toContainText('领导小组文件');
	expect(await entriesIn(page)).toHaveLength(1);
});

test('put right once, right everywhere: in lines, in the register, in papers', async ({ page }) => {
	const address = await start(page, 'national');
	await open(page, 'c1-1');
	const row = await addPaper(page, 'c1-1', '办法', { number: '一号' });
	await saved(page);
	await open(page, 'c1-2');
	await addPaper(page, 'c1-2', '办法');
	await saved(page);
	expect(await entriesIn(page)).toHaveLength(1);
	await open(page, 'c1-1');
	await row.locator('.paper-name textarea').fill('窗口管理办法');
	await saved(page);
	await open(page, 'c1-2');
	await expect(page.locator('#c1-2 .paper')).toContainText('窗口管理办法');
	await openRegister(page);
	await expect(page.locator('.register li')).toContainText(['窗口管理办法']);
	await expect(page.locator('.register li')).toContainText('C1第1项');
	await expect(page.locator('.register li')).toContainText('C1第2项');
	await page.locator('.register li a').last().click();
	await expect(page).toHaveURL(new RegExp(`${new URL(address).searchParams.get('check')}#c1-2`));
});

test('deleted from the register: a line shows the gap with its name and loses its proof, until it is had back', async ({
	page,
}) => {
	const address = await start(page, 'shenzhen-2022');
	await open(page, 'b6');
	await page.locator('#b6 .opt').first().click();
	await addPaper(page, 'b6', '窗口管理办法');
	await saved(page);
	await expect(page.locator('.say.short')).toContainText('其中 8 分已有佐证');
	await openRegister(page);
	await page.getByRole('button', { name: '删掉窗口管理办法' }).click();
	await expect(page.locator('[role="alert"]')).toContainText('它用在 1 处');
	await page.getByRole('button', { name: '不删' }).click();
	await expect(page.locator('.register > li')).toHaveCount(1);
	await page.getByRole('button', { name: '删掉窗口管理办法' }).click();
	await page.getByRole('button', { name: '确定删掉' }).click();
	await expect(page.locator('[role="alert"]')).toContainText('有 1 份材料已经从这里删掉');
	await expect(page.locator('[role="alert"]')).toContainText('窗口管理办法');
	await page.goto(`${address.replace(/#.*/, '')}#b6`);
	await expect(page.locator('#b6 .paper')).toContainText('窗口管理办法');
	await expect(page.locator('#b6 .paper')).toContainText('已从材料库删掉，不算佐证');
	await expect(page.locator('.say.short')).toContainText('其中 0 分已有佐证');
	await openRegister(page);
	await page.getByText('删掉的 1 份，可以拿回').click();
	await page.getByRole('button', { name: '拿回窗口管理办法' }).click();
	await page.goto(`${address.replace(/#.*/, '')}#b6`);
	await expect(page.locator('.say.short')).toContainText('其中 8 分已有佐证');
});

test('the same paper twice is put together, cited once, and apart again', async ({ page }) => {
	const address = await start(page, 'national');
	await openRegister(page);
	await paste(page, '名称\t文号\t日期\n办法\t一号\t2025.3');
	await putIn(page);
	await open2(page, address, 'c1-1');
	await addPaper(page, 'c1-1', '办法');
	await saved(page);
	await openRegister(page);
	await page.getByLabel('找一份，或者写新材料的名称').fill('《办 法》');
	await page.getByRole('button', { name: /^添一份/ }).click();
	const fields = page.locator('.register .paper-fields');
	await fields.locator('.paper-number input').fill('一号');
	await fields.locator('.paper-kept input').fill('3号柜');
	await page.getByRole('button', { name: /合成一份/ }).click();
	await expect(page.locator('.register > li')).toHaveCount(1);
	await expect(page.locator('.register > li')).toContainText('2025-03，存放处：3号柜');
	await page.getByRole('button', { name: '撤销' }).click();
	await expect(page.locator('.register > li')).toHaveCount(2);
	// One whose number nobody wrote is the numbered one of its name; another number is another paper.
	await fields.locator('.paper-number input').fill('');
	await expect(page.getByRole('button', { name: /合成一份/ })).toHaveCount(1);
	await fields.locator('.paper-number input').fill('二号');
	await expect(page.getByRole('button', { name: /合成一份/ })).toHaveCount(0);
});

async function open2(page: Page, address: string, line: string): Promise<void> {
	await page.goto(`${address.replace(/#.*/, '')}#${line}`);
	await page.locator(`[id="${line}"]`).getByRole('combobox').waitFor();
}

/** As many rows as someone may paste; a quick run takes fewer. */
const rows = thorough ? 5000 : 500;

test('what is pasted is understood or named: five thousand rows, one column, odd dates, formulas, a picture', {
	tag: '@thorough',
}, async ({ page }) => {
	const wrongs = watch(page);
	await openRegister(page);
	await paste(page, '');
	await expect(page.locator('#many [role="status"]')).toContainText('可能是图片');
	await paste(page, '名称\t时间\n办法\t去年\n=WEBSERVICE("http://x")\t2025年3月\n\t2025.3\n纪要\t45000');
	const preview = page.locator('.preview');
	await expect(preview.locator('h3')).toHaveText('会添进 3 份');
	await expect(preview).toContainText('1 行的日期没有认出来，原样留着：去年');
	await expect(preview).toContainText('1 行有公式，当作普通文字');
	await expect(preview).toContainText('1 行没有名称也没有文号，不添');
	await putIn(page);
	await expect(page.locator('.register > li')).toHaveCount(3);
	await expect(page.locator('.register')).toContainText('2023-03-15');
	await expect(page.locator('.register')).toContainText('日期没有认出来');
	await paste(page, '办法\n纪要\n签到表');
	await expect(preview.locator('h3')).toHaveText('会添进 1 份');
	await expect(preview).toContainText('2 行材料库里已经有了，不再添');
	await page.getByRole('button', { name: '不添' }).click();
	await paste(page, Array.from({ length: rows }, (_, i) => `材料${i}\t某办〔2025〕${i}号\t2025.3`).join('\n'));
	await expect(preview.locator('h3')).toHaveText(`会添进 ${rows} 份`);
	await putIn(page);
	await expect(page.locator('#many [role="status"]')).toContainText(`添进了 ${rows} 份`);
	await expect(page.getByRole('button', { name: `再看 100 份（共 ${rows + 3} 份）` })).toBeVisible();
	await page.locator('#many').getByRole('button', { name: '撤销' }).click();
	await expect(page.locator('.register > li')).toHaveCount(3);
	expect(await entriesIn(page)).toHaveLength(3);
	expect(wrongs).toEqual([]);
});

test('our own 迎评材料目录 comes back, with the lines that it names', async ({ page }) => {
	const address = await start(page, 'national');
	await openRegister(page);
	await paste(
		page,
		'序号\t评分项\t材料名称\t文号\t日期\t存放处\t备注\n1\tC1第1项　领导\t成立文件\t一号\t2025-01-15\t1柜\t\n2\tC1第2项　职责\t成立文件\t一号\t2025-01-15\t1柜\t\n3\tC1第2项　职责\t会议纪要\t\t2025.3\t\t',
	);
	await expect(page.locator('.preview h3')).toHaveText('会添进 2 份');
	await page
		.locator('.preview')
		.getByLabel(/同时记到哪份自查/)
		.selectOption({ index: 1 });
	await putIn(page);
	await expect(page.locator('.register > li')).toHaveCount(2);
	await open2(page, address, 'c1-2');
	await expect(page.locator('#c1-2 .paper')).toHaveCount(2);
});

test('numbers follow the table, and stay until they are asked for again', async ({ page }) => {
	await start(page, 'national');
	for (const [line, name] of [
		['c1-2', '乙'],
		['c1-1', '甲'],
	] as const) {
		await open(page, line);
		await addPaper(page, line, name);
		await saved(page);
	}
	await openRegister(page);
	await page.getByRole('button', { name: '编号', exact: true }).click();
	await expect(page.locator('.register > li').first()).toContainText('C1-1-01 甲');
	await expect(page.locator('.register > li').nth(1)).toContainText('C1-2-01 乙');
});

test('a register goes with its pilot, and with a part', async ({ page, browser }) => {
	const address = await start(page, 'national');
	await open(page, 'c1-1');
	await addPaper(page, 'c1-1', '成立文件', { kept: '3号柜' });
	await saved(page);
	const all = await backupOfAll(page);
	const there = await (await browser.newContext()).newPage();
	await openFiles(there);
	await bringBack(there, [all]);
	await openRegister(there);
	await expect(there.locator('.register > li')).toContainText(['成立文件']);
	const again = await backupOfAll(there);
	expect(again.buffer.toString()).toBe(all.buffer.toString());

	// A part takes along what may be cited, and brings back what its lines cite.
	await page.goto(address);
	await page.getByRole('button', { name: /自评表、材料目录/ }).click();
	await page.locator('.hand-out > summary').click();
	await page.locator('.hand-out .part-pick').first().getByRole('checkbox').first().check();
	const part = await file(page, /下载分出去的/);
	const colleague = await (await browser.newContext()).newPage();
	await openFiles(colleague);
	await bringBack(colleague, [{ name: 'part.json', buffer: part.bytes }]);
	await colleague.locator('.check-list a').first().click();
	await expect(colleague.locator('#hub')).toBeVisible();
	await open(colleague, 'c1-2');
	await addPaper(colleague, 'c1-2', '成立文件');
	await addPaper(colleague, 'c1-2', '同事的会议纪要');
	await saved(colleague);
	const filled = await file(colleague, '下载交回的文件');
	await openFiles(page);
	await bringBack(page, [{ name: 'filled.json', buffer: filled.bytes }]);
	await openRegister(page);
	await expect(page.locator('.register > li')).toHaveCount(2);
	await expect(page.locator('.register > li', { hasText: '成立文件' }).locator('a')).toHaveCount(2);
	await expect(page.locator('.register > li', { hasText: '同事的会议纪要' }).locator('a')).toHaveCount(1);
});

test('names from a chosen folder: read, not opened, and put right before they come in', async ({ page }) => {
	const folder = mkdtempSync(join(tmpdir(), 'papers-'));
	for (const name of ['某政发〔2025〕3号 窗口管理办法.pdf', '2025年3月会议纪要.docx', 'Thumbs.db', '.hidden'])
		writeFileSync(join(folder, name), 'never read');
	await openRegister(page);
	await page.locator('#many input[type="file"]').setInputFiles(folder);
	await expect(page.locator('.preview h3')).toContainText('会添进');
	await putIn(page);
	await expect(page.locator('.register > li', { hasText: '窗口管理办法' })).toContainText('某政发〔2025〕3号');
	await expect(page.locator('.register > li', { hasText: '会议纪要' })).toContainText('2025-03');
	await expect(page.locator('.register')).not.toContainText('hidden');
	await expect(page.locator('.register')).not.toContainText('Thumbs');
	expect(JSON.stringify(await stored(page))).not.toContain('never read');
	rmSync(folder, { recursive: true });
});

test('by keyboard alone: a paper is found, cited, put right and deleted', async ({ page }) => {
	await start(page, 'national');
	await open(page, 'c1-1');
	await page.locator('#c1-1').getByRole('combobox').focus();
	await page.keyboard.type('成立文件');
	await page.keyboard.press('Enter');
	await page.keyboard.type('会议纪要');
	await page.keyboard.press('Enter');
	await expect(page.locator('#c1-1 .paper')).toHaveCount(2);
	await page.keyboard.press('Escape');
	await page.locator('#c1-1').getByRole('button', { name: '改第 2 份：会议纪要' }).focus();
	await page.keyboard.press('Enter');
	await page.locator('#c1-1 .paper-number input').focus();
	await page.keyboard.type('2号');
	await saved(page);
	await openRegister(page);
	await page.getByRole('button', { name: '删掉会议纪要' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: '确定删掉' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.register > li')).toHaveCount(1);
	await expect(page.locator(':focus')).not.toHaveCount(0);
});

test('a register of 2,000 is as quick at a key as one of 60', async ({ page }) => {
	const address = await start(page, 'national');
	const measure = async () => {
		await open2(page, address, 'c1-1');
		const field = page.locator('#c1-1').getByRole('combobox');
		await field.focus();
		return page.evaluate(async () => {
			const input = document.querySelector<HTMLInputElement>('#c1-1 [role="combobox"]');
			const times: number[] = [];
			for (let i = 0; i < 20; i += 1) {
				const begun = performance.now();
				if (input) input.value = `材料${i}`;
				input?.dispatchEvent(new Event('input', { bubbles: true }));
				await new Promise((done) => requestAnimationFrame(done));
				times.push(performance.now() - begun);
			}
			return times.sort((a, b) => a - b)[10] ?? 0;
		});
	};
	const grow = async (from: number, to: number) => {
		await openRegister(page);
		await paste(
			page,
			Array.from({ length: to - from }, (_, i) => `材料${from + i}\t某办〔2025〕${from + i}号`).join('\n'),
		);
		await putIn(page);
		await expect(page.locator('#many [role="status"]')).toContainText('添进了');
	};
	await grow(0, 60);
	const few = await measure();
	await grow(60, 2000);
	const many = await measure();
	console.log(
		`a key: ${few.toFixed(1)} ms with 60, ${many.toFixed(1)} ms with 2,000, ${(many / few).toFixed(2)} times`,
	);
	expect(many).toBeLessThan(few * 3 + 30);
});

for (const { colorScheme, width } of looksOf(1))
	test(`axe finds nothing in the register, ${colorScheme}, ${width} px`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		await openRegister(page);
		await expectClean(page, 'no paper yet');
		await start(page, 'national');
		await open(page, 'c1-1');
		await addPaper(page, 'c1-1', '成立文件');
		await saved(page);
		await openRegister(page);
		await paste(page, '名称\t日期\n办法\t去年\n办法\t2025.3');
		await expectClean(page, 'a paste');
		await putIn(page);
		await page.locator('.register > li').first().getByRole('button', { name: /^改/ }).click();
		await expectClean(page, 'papers');
		await page.getByRole('button', { name: /^删掉成立文件/ }).click();
		await expectClean(page, 'asked before one is deleted');
		await page.getByRole('button', { name: '确定删掉' }).click();
		await page.getByText('删掉的 1 份，可以拿回').click();
		await expectClean(page, 'one deleted');
	});

test('what the sources name is ticked, becomes a paper to be completed, and leads to its sentence', async ({
	page,
}) => {
	await start(page, 'shenzhen-2022');
	await open(page, 'b2');
	const line = page.locator('#b2');
	await line.locator('.typical summary').click();
	const box = line.locator('.typical').getByRole('checkbox').first();
	const name = `${await line.locator('.typical .opt').first().textContent()}`.trim();
	await box.check();
	await expect(line.locator('.paper')).toContainText(name);
	await saved(page);
	expect(await entriesIn(page)).toHaveLength(1);
	await box.uncheck();
	await expect(line.locator('.paper')).toHaveCount(0);
	await box.check();
	expect(await entriesIn(page)).toHaveLength(1);
	const quote = `${await line.locator('.typical p').first().textContent()}`.replace(/^“|”.*$/gs, '');
	await line.locator('.typical p a').first().click();
	await expect(page.locator('main')).toContainText(quote.slice(0, 12));
});

test('by touch at 360 px: a paper is added, chosen again, put right, deleted and had back', async ({ browser }) => {
	const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const address = await start(page, 'national');
	await open2(page, address, 'c1-1');
	await addPaper(page, 'c1-1', '成立文件');
	await saved(page);
	await open2(page, address, 'c1-2');
	const line = page.locator('#c1-2');
	await line.getByRole('combobox').tap();
	await line.getByRole('option', { name: /成立文件/ }).tap();
	await line.getByRole('button', { name: '改第 1 份：成立文件' }).tap();
	await line.locator('.paper-number input').fill('3号');
	await saved(page);
	await openRegister(page);
	await expect(page.locator('.register > li')).toContainText('成立文件 3号');
	const small = await page
		.locator('main button:not([disabled]), main select, main input:not([type="checkbox"]), main textarea')
		.evaluateAll((nodes) =>
			nodes
				.filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44)
				.map((node) => node.outerHTML.slice(0, 80)),
		);
	expect(small).toEqual([]);
	await page.getByRole('button', { name: '删掉成立文件' }).tap();
	await page.getByRole('button', { name: '确定删掉' }).tap();
	await expect(page.locator('.register > li')).toHaveCount(0);
	await page.getByText('删掉的 1 份，可以拿回').tap();
	await page.getByRole('button', { name: '拿回成立文件' }).tap();
	await expect(page.locator('.register > li')).toHaveCount(1);
	await context.close();
});
