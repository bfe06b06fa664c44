import { expect, type Page } from '@playwright/test';
import { canonical, digest } from '../../src/digest.ts';
import { note, open, saved, start } from './check.ts';
import { full, stored } from './database.ts';
import { backup, backupOfAll, bringBack, checkIn, choose, json, openFiles, parsed, withCheck } from './files.ts';
import { type Kind, kinds } from './filled.ts';
import { oneOf } from './thorough.ts';
import { test } from './where.ts';

/* What a colleague's file may do to what is here, each test named after its fault; what a forged or broken file says is never trusted. Every row failed on the build of the first edition (2026-11-26). */

test.use({ actionTimeout: 15_000 });

const every = Object.entries(kinds);

/** The highest number that is a whole one. */
const most = Number.MAX_SAFE_INTEGER;

interface Record {
	[field: string]: unknown;
	version?: { by: string; at: number; sum: string };
}

/** A file of everything, with one record changed by an unkind hand; what the record's own browser is called is told. */
async function forged(page: Page, name: string, change: (record: Record, own: string, at: number) => Record) {
	const whole = JSON.parse((await backupOfAll(page)).buffer.toString());
	const [{ checks = [], walks, facts, forms }] = whole.pilots;
	const [holder, at] = {
		line: [checks.find(({ lines }: { lines: object }) => 'b6' in lines)?.lines, 'b6'],
		finding: [walks, 'training-2022#s8.1'],
		facts: [facts, 'unit-name'],
		form: [forms, 'evaluation-application self-check-report'],
	}[name] as [{ [id: string]: Record }, string];
	const { version, seen: _, rivals: __, ...said } = holder[at] as Record;
	holder[at] = change(said, version?.by ?? '', version?.at ?? 0);
	return json(whole);
}

/** As its writer would sign it. */
function signed(said: Record, by: string, at: number, seen: { [by: string]: number }): Record {
	const { updatedAt: _, ...content } = said;
	return { ...said, version: { by, at, sum: digest(canonical(content)) }, seen };
}

const textOf: { [name: string]: string } = { line: 'note', finding: 'note', facts: 'said', form: 'said' };

const saying = (record: Record, name: string, words: string): Record => ({ ...record, [`${textOf[name]}`]: words });

async function filled(page: Page, { visit, field, status }: Kind, words: string): Promise<string> {
	await start(page);
	const address = await visit(page);
	await field(page).fill(words);
	await expect(status(page)).toContainText('已保存');
	return address;
}

const heldIn = async (page: Page, key: string) => JSON.stringify(new Map(await stored(page)).get(key) ?? null);

/** Writing goes on as ever. */
async function writesOn(page: Page, { field, status }: Kind, address: string): Promise<void> {
	for (const words of ['接着写', '再接着写']) {
		await page.goto('/about/');
		await page.goto(address);
		await expect(field(page)).toBeEnabled();
		await field(page).fill(words);
		await expect(status(page)).toContainText('已保存');
		await page.reload();
		await expect(field(page)).toHaveValue(words);
	}
}

for (const [name, kind] of oneOf(every, 1)) {
	test(`${name}: counters far above now in a file do not brick the record`, async ({ page }) => {
		const address = await filled(page, kind, '本机的');
		const file = await forged(page, name, (said, own) =>
			signed(saying(said, name, '同事的'), own || 'x', most, { [own || 'x']: most, y: most }),
		);
		await bringBack(page, [file]);
		await writesOn(page, kind, address);
	});

	for (const [how, claimed] of [
		['far above now', () => most],
		['just above what was written', (at: number) => at + 1],
	] as const)
		test(`${name}: a file that claims to have seen versions ${how} replaces no newer words`, async ({ page }) => {
			const address = await filled(page, kind, '本机新写的');
			const file = await forged(page, name, (said, own, at) =>
				signed(saying(said, name, '冒充的'), 'forger', at + 1, { [own || 'x']: claimed(at), forger: at + 1 }),
			);
			await choose(page, [file]);
			await expect(page.locator('.preview')).toBeVisible();
			const bring = page.getByRole('button', { name: '带回来' });
			if (await bring.isVisible()) {
				await bring.click();
				await expect(page.locator('#bring')).toContainText('带回来了');
			}
			expect(await heldIn(page, await kind.key(page, address))).toContain('本机新写的');
			await page.goto(address);
			await expect(page.locator('main')).toContainText(/两份都留着|都留着|冒充的/);
		});
}

test('the same check under another table: what is here keeps its table and its words', async ({ page }) => {
	const address = await start(page);
	const id = new URL(address).searchParams.get('check');
	await open(page, 'b6');
	await note(page, 'b6').fill('本机的');
	await saved(page);
	const whole = JSON.parse((await backup(page)).toString());
	const check = { ...whole.check, rubric: 'national', updatedAt: '2999-01-01T00:00:00.000Z' };
	await openFiles(page);
	await choose(page, [json({ ...whole, check, lines: {} })]);
	await expect(page.locator('#bring .preview, #bring [role="alert"]').first()).toBeVisible();
	const bring = page.getByRole('button', { name: '带回来' });
	if (await bring.isVisible()) {
		const saidNew = `${await page.getByLabel('放到哪里').locator('option:checked').textContent()}`.includes('新的一份');
		await bring.click();
		await expect(page.locator('#bring')).toContainText('带回来了');
		expect.soft(await page.locator('.check-list > li').count()).toBe(saidNew ? 2 : 1);
	}
	expect.soft(new Map(await stored(page)).get(`check ${id}`)).toMatchObject({ rubric: 'shenzhen-2022' });
	await page.goto(`${address}#b6`);
	await page.reload();
	await expect(note(page, 'b6')).toHaveValue('本机的');
});

test('lines called as elements of the page are disable no other field', async ({ page }) => {
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));
	const address = await start(page);
	await open(page, 'b6');
	await note(page, 'b6').fill('本机的');
	await saved(page);
	const whole = parsed(await backup(page));
	const ids = ['take', 'below', 'hub', 'form', 'main', 'fields', 'top', 'requirements', 'section-1', 'b6 note'];
	const all = (record: unknown, of: readonly string[]) => Object.fromEntries(of.map((each) => [each, record]));
	await openFiles(page);
	const lines = all({ ...checkIn(whole).lines.b6, note: '别的' }, ids.slice(0, 3));
	await bringBack(page, [json(withCheck(whole, { lines, unreadable: all(17, ids.slice(3)) }))]);
	await page.goto(`${address.replace(/#.*/, '')}#b6`);
	await expect(note(page, 'b6')).toHaveValue('本机的');
	await expect(note(page, 'b6')).toBeEnabled();
	await note(page, 'b6').fill('本机的，接着写');
	await saved(page);
	await open(page, 'b7');
	await expect(note(page, 'b7')).toBeEnabled();
	await page.goto(`${address.replace(/#.*/, '')}#hub`);
	await expect(page.locator('#hub')).toBeVisible();
	expect(wrongs).toEqual([]);
});

const misshapen: { [name: string]: readonly [field: string, value: unknown][] } = {
	line: [
		['note', { a: 1 }],
		['papers', 17],
		['paper x', 17],
		['paper y', null],
		['answer', { choice: 5 }],
		['later', '是'],
	],
	finding: [
		['note', { a: 1 }],
		['finding', '没有这个'],
		['due', 17],
	],
	facts: [['said', { a: 1 }]],
};

/** What a file may try on any kind. */
const always: readonly [field: string, value: unknown][] = [
	['rivals', 'x'],
	['setAside', 17],
	['updatedAt', 5],
	['format', 99],
	['constructor', {}],
];

for (const [name, kind] of oneOf(every, 2)) {
	test(`${name}: misshapen values that were set aside are taken by no one, and shut nothing`, async ({ page }) => {
		const wrongs: string[] = [];
		page.on('pageerror', ({ message }) => wrongs.push(message));
		const address = await filled(page, kind, '本机的');
		const values = [...(misshapen[name] ?? []), ...always];
		const file = await forged(page, name, (said) => ({
			...saying(said, name, '同事的'),
			updatedAt: '2999-01-01T00:00:00.000Z',
			setAside: values.map(([field, value], i) => ({
				field,
				value,
				at: `2026-11-0${(i % 9) + 1}T08:00:0${i % 10}.000Z`,
			})),
		}));
		await choose(page, [file]);
		await expect(page.locator('#bring .preview, #bring [role="alert"]').first()).toBeVisible();
		const bring = page.getByRole('button', { name: '带回来' });
		if (await bring.isVisible()) {
			await bring.click();
			await expect(page.locator('#bring')).toContainText('带回来了');
		}
		await page.goto(address);
		await expect(kind.field(page)).toHaveValue(/本机的|同事的/);
		const take = page.getByRole('button', { name: '换成那一份' });
		for (let left = await take.count(); left > 0; left -= 1) {
			if ((await take.count()) === 0) break;
			await take.first().click();
			await expect(kind.status(page)).not.toContainText('正在保存');
		}
		await writesOn(page, kind, address);
		expect(wrongs).toEqual([]);
	});

	test(`${name}: bad last words throw nothing, and hold up no others`, async ({ page }) => {
		const wrongs: string[] = [];
		page.on('pageerror', ({ message }) => wrongs.push(message));
		const { field, status } = kind;
		const address = await filled(page, kind, '原来的');
		const id = new URLSearchParams(
			(await stored(page)).find(([key]) => key.startsWith('check '))?.[0].replace('check ', 'id='),
		).get('id');
		await full(page);
		await field(page).fill('最后的话');
		await expect(status(page)).toContainText('没有存下');
		// Another page of the site, without any script of it.
		await page.goto('/sw-off.js');
		await page.evaluate(
			([texts]) => {
				for (const [i, text] of texts.entries())
					for (const key of [`leaving ${String.fromCharCode(33 + i)}`, `leaving zz${i}`])
						localStorage.setItem(key, text);
			},
			[
				[
					'',
					'{"half',
					'null',
					'17',
					'"x"',
					'[]',
					'{}',
					'{"kind":"constructor","id":"","base":{},"mine":{}}',
					'{"kind":"lines","id":17,"base":{},"mine":{}}',
					`{"kind":"lines","id":"${id} b7"}`,
					`{"kind":"lines","id":"${id} b7","base":null,"mine":null}`,
					`{"kind":"lines","id":"","base":{"format":1,"reason":"","note":"","papers":[],"later":false,"setAside":[],"updatedAt":"1970-01-01T00:00:00.000Z"},"mine":{"format":1,"reason":"","note":"x","papers":[null],"later":false,"setAside":[17],"updatedAt":"1970-01-01T00:00:00.000Z"}}`,
					'{"kind":"walks","id":"training-2022#s8.2","base":[],"mine":17}',
					'{"kind":"facts","id":"","base":{},"mine":{"name":17}}',
					'{"check":17,"line":17}',
					`{"check":"${id}","line":"b7"}`,
					`{"check":"${id}","line":"b7","base":{},"mine":{"papers":17,"setAside":17}}`,
					'{"walk":"x"}',
					'{"walk":"training-2022#s8.2","said":17}',
					'{"profile":17}',
					'{"profile":{"name":17}}',
				],
			] as const,
		);
		await page.goto(address);
		await expect(page.locator('main[data-ready]')).toBeVisible();
		await expect(field(page)).toHaveValue('最后的话');
		await writesOn(page, kind, address);
		for (const path of ['/check/', '/checklist/', '/training/quiz/']) {
			await page.goto(path);
			await expect(page.locator('main[data-ready]')).toBeVisible();
		}
		expect(wrongs).toEqual([]);
	});

	test(`${name}: ten thousand rivals in a file: preview and keys answer, and the rest is kept aside`, async ({
		page,
	}) => {
		// A page that hangs does not even close.
		test.setTimeout(90_000);
		const address = await filled(page, kind, '本机的');
		const file = await forged(page, name, (said) => {
			const rival = (i: number) => signed(saying(said, name, `第${i}种`), `writer${i}`, i + 1, {});
			const { seen: _, ...front } = rival(0);
			return {
				...front,
				rivals: Array.from({ length: 10_000 }, (__, i) => rival(i + 1)).map(({ seen: ___, ...one }) => one),
			};
		});
		await choose(page, [file]);
		await expect(page.locator('#bring .preview')).toBeVisible({ timeout: 10_000 });
		await page.getByRole('button', { name: '带回来' }).click({ timeout: 10_000 });
		await expect(page.locator('#bring')).toContainText('带回来了', { timeout: 10_000 });
		const all = JSON.stringify(await stored(page));
		for (const i of [1, 5000, 10_000]) expect.soft(all).toContain(`第${i}种`);
		await page.goto(address);
		await expect(kind.field(page)).toBeEnabled();
		for (const words of ['接着写', '再接着写']) {
			await kind.field(page).fill(words, { timeout: 5000 });
			await expect(kind.status(page)).toContainText('已保存', { timeout: 5000 });
			await expect(kind.field(page)).toHaveValue(words, { timeout: 5000 });
		}
	});
}
