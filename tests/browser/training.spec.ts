import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { loadLibrary } from '../../src/content/library.ts';
import { type Bank, type BankQuestion, kindNames } from '../../src/features/training/bank.ts';
import { drawMock } from '../../src/features/training/draw.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { kindOf } from '../../src/rubric/rules.ts';
import type { Rubric } from '../../src/schemas/rubric.ts';
import { readGift } from '../gift.ts';
import { named, readXlsx } from '../package.ts';
import { saved, start } from './check.ts';
import { expectClean } from './clean.ts';
import { stored, write } from './database.ts';
import { looksOf, oneOf } from './thorough.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

const bank: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));
const { problems, rubrics, themes } = loadLibrary('.');
const known = new Map(bank.questions.map((question) => [question.id, question]));

const quiz = '/training/quiz/';

async function open(page: Page, hash = ''): Promise<void> {
	await page.goto(quiz + hash);
	await expect(page.locator('main[data-ready]')).toBeAttached();
}

const shown = async (page: Page): Promise<BankQuestion> => {
	const id = await page.locator('.ask').getAttribute('data-question');
	const question = known.get(id ?? '');
	if (!question) throw new Error(`no question ${id}`);
	return question;
};

const rightPlaces = (question: BankQuestion): number[] =>
	question.kind === 'truth'
		? [question.holds ? 0 : 1]
		: 'options' in question
			? question.options.flatMap(({ right }, i) => (right ? [i] : []))
			: [];

/** Answers the question in sight, rightly or as wrong as can be. */
async function answer(page: Page, right: boolean): Promise<BankQuestion> {
	const question = await shown(page);
	if (question.kind === 'match') {
		for (const [i, { right: side }] of question.pairs.entries()) {
			const wrong = question.pairs[(i + 1) % question.pairs.length]?.right ?? '';
			await page
				.locator('.match select')
				.nth(i)
				.selectOption({ label: right ? side : wrong });
		}
		return question;
	}
	if (question.kind === 'order') {
		if (!right) {
			await page.locator('.order li').first().getByRole('button', { name: /^下移/ }).click();
			await page.locator('.order li').nth(1).getByRole('button', { name: /^上移/ }).click();
			return question;
		}
		for (const [i, step] of question.steps.entries())
			for (;;) {
				const rows = await page.locator('.order li > span:first-child').allTextContents();
				const at = rows.indexOf(step);
				if (at === i) break;
				await page.locator('.order li').nth(at).getByRole('button', { name: /^上移/ }).click();
			}
		return question;
	}
	const places = rightPlaces(question);
	const count = question.kind === 'truth' ? 2 : question.options.length;
	const chosen = right ? places : [Array.from({ length: count }, (_, i) => i).find((i) => !places.includes(i)) ?? 0];
	for (const place of chosen) await page.locator(`.ask [data-place="${place}"] input`).check();
	return question;
}

const submit = (page: Page) => page.getByRole('button', { name: '看对不对' }).click();
const next = (page: Page) => page.getByRole('button', { name: /^(下一题|做完了)$/ }).click();

test('practice: the reason for what was chosen, then the words, then the clause', async ({ page }) => {
	const wrongs = watch(page);
	await open(page);
	await page.getByRole('link', { name: '申报与受理' }).click();
	for (let i = 0; i < 6; i += 1) {
		const question = await answer(page, i % 2 === 1);
		await submit(page);
		const explain = page.locator('.explain');
		await expect(explain).toHaveAttribute('data-right', String(i % 2 === 1));
		await expect(explain.locator('.verdict')).toBeFocused();
		const [source] = question.sources;
		await expect(explain.locator('blockquote').last()).toContainText(question.sources.at(-1)?.quote ?? '');
		await expect(explain.locator(`a[href="${source?.url}"]`).first()).toBeVisible();
		// Where every option is right, what was chosen lacks others and is not wrong.
		const wrong = 'options' in question && question.options.find(({ right }) => !right);
		if (i % 2 === 0 && wrong) {
			const text = (await explain.textContent()) ?? '';
			expect(text.indexOf(wrong.why ?? '?')).toBeGreaterThan(0);
			expect(text.indexOf(wrong.why ?? '?')).toBeLessThan(text.indexOf(question.explanation));
		}
		await next(page);
	}
	await expect(page.locator('.practice')).toContainText('答对 3 / 6');
	await page.goto(`${quiz}#book`);
	await expect(page.locator('.book li')).toHaveCount(3);
	expect(wrongs).toEqual([]);
});

test('a practice goes on after a reload where it was, and a question is put into the book by hand', async ({
	page,
}) => {
	await open(page, '?practice=topic:notes');
	await answer(page, true);
	await submit(page);
	await page.getByRole('button', { name: '放进错题本' }).click();
	await expect(page.getByRole('button', { name: '放进错题本' })).toHaveCount(0);
	await next(page);
	const second = await shown(page);
	await page.reload();
	await expect(page.locator('.practice')).toContainText('第 2 题');
	await expect(page.locator('.practice')).toContainText('答对 1 / 1');
	expect((await shown(page)).id).toBe(second.id);
	await open(page, '#book');
	await expect(page.locator('.book li')).toHaveCount(1);
});

test('by keyboard alone: 1 to 9 choose while the focus is in the question, Enter goes on', async ({ page }) => {
	await open(page, '?practice=topic:applying');
	for (let i = 0; i < 8; i += 1) {
		const question = await shown(page);
		if (i === 0) await page.locator('.ask :is(input, select, button:not(:disabled))').first().focus();
		await expect(page.locator('.ask :focus')).toHaveCount(1);
		if (question.kind === 'match')
			for (const select of await page.locator('.match select').all()) {
				await select.focus();
				await page.keyboard.press('ArrowDown');
			}
		else if (question.kind !== 'order') {
			await page.keyboard.press('2');
			await expect(page.locator('.ask .opt').nth(1).locator('input')).toBeChecked();
		}
		if (question.kind === 'match' || question.kind === 'order')
			await page.getByRole('button', { name: '看对不对' }).press('Enter');
		else await page.keyboard.press('Enter');
		await expect(page.locator('.verdict')).toBeFocused();
		await page.keyboard.press('Tab');
		await page.getByRole('button', { name: '下一题' }).press('Enter');
		await expect(page.locator('.explain')).toHaveCount(0);
	}
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('12');
	await expect(page.locator('.ask input:checked')).toHaveCount(0);
});

test('each view takes the focus to its heading, and what an answer was worth is announced', async ({ page }) => {
	await open(page);
	const heading = page.locator('#quiz h2');
	for (const [link, text] of [
		['打开错题本', '错题本'],
		['做题记录', '做题记录'],
		['印一张卷子，导出题库', '给培训老师'],
		['全部', '练习：全部'],
	] as const) {
		await page.getByRole('link', { name: link, exact: true }).click();
		await expect(heading).toHaveText(text);
		await expect(heading).toBeFocused();
		if (link === '全部') break;
		await page.goBack();
		await expect(heading).not.toHaveText(text);
		await expect(heading).toBeFocused();
	}
	await answer(page, true);
	await submit(page);
	await expect(page.getByRole('status').locator('.verdict')).toBeVisible();
});

test('by touch at 360 px: a whole mock, its result, and every wrong answer opens its clause', async ({ browser }) => {
	const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	await open(page);
	await page.getByLabel(/^卷号/).fill('7');
	await page.getByRole('button', { name: '开始', exact: true }).tap();
	const expected = drawMock(bank.questions, 7);
	for (const [i, { id }] of expected.entries()) {
		expect((await shown(page)).id).toBe(id);
		await answer(page, i % 3 !== 0);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		if (i < expected.length - 1) await page.getByRole('button', { name: '下一题' }).tap();
	}
	await page.getByRole('button', { name: '交卷' }).tap();
	await page.getByRole('alert').getByRole('button', { name: '交卷' }).tap();
	await expect(page.locator('.result .wrong')).toHaveCount(10);
	await expect(page.locator('.result .say')).toContainText(/30 题得 2\d(\.\d+)? 分/);
	for (const link of await page.locator('.result .wrong > a').all()) {
		const href = (await link.getAttribute('href')) ?? '';
		expect(bank.questions.some(({ sources }) => sources[0]?.url === href)).toBe(true);
	}
	const rows = await page.locator('.by-document tbody tr').count();
	expect(rows).toBe(5);
	await page.goto(`${quiz}#book`);
	await expect(page.locator('.book li')).toHaveCount(10);
	await context.close();
});

const remaining = async (page: Page): Promise<number> => {
	const [, minutes = '', seconds = ''] = /(\d+):(\d+)/.exec((await page.locator('.clock').textContent()) ?? '') ?? [];
	return Number(minutes) * 60 + Number(seconds);
};

async function beginMock(page: Page, number = 11): Promise<void> {
	await open(page);
	await page.getByLabel(/^卷号/).fill(String(number));
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await expect(page.locator('.mock')).toBeVisible();
}

const givenIn = (page: Page) => page.locator('.card .full').count();

const endings: { [how: string]: (page: Page, context: BrowserContext) => Promise<Page> } = {
	reloaded: async (page) => {
		await page.reload();
		return page;
	},
	closed: async (page, context) => {
		await page.close();
		const fresh = await context.newPage();
		await fresh.goto(`${quiz}#mock`);
		return fresh;
	},
	crashed: async (page, context) => {
		const session = await context.newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		// It never answers.
		void session.send('Page.crash').catch(() => undefined);
		await crashed;
		const fresh = await context.newPage();
		await fresh.goto(`${quiz}#mock`);
		return fresh;
	},
};

for (const [how, end] of Object.entries(endings))
	test(`a mock that is ${how} goes on with the same questions, answers and time`, async ({ page, context }) => {
		await beginMock(page);
		for (let i = 0; i < 3; i += 1) {
			await answer(page, true);
			await page.getByRole('button', { name: '下一题' }).click();
		}
		await page.getByText('做个记号').click();
		const before = await remaining(page);
		const again = await end(page, context);
		await expect(again.locator('.mock')).toBeVisible();
		expect((await shown(again)).id).toBe(drawMock(bank.questions, 11)[3]?.id);
		expect(await remaining(again)).toBeLessThan(before);
		expect(await remaining(again)).toBeGreaterThan(before - 60);
		await again.locator('.card summary').click();
		expect(await givenIn(again)).toBe(3);
		expect(await again.locator('.card .flagged').count()).toBe(1);
		for (let i = 2; i >= 0; i -= 1) await again.getByRole('button', { name: '上一题' }).click();
		const question = await shown(again);
		expect(question.id).toBe(drawMock(bank.questions, 11)[0]?.id);
		for (const place of rightPlaces(question))
			await expect(again.locator(`.ask [data-place="${place}"] input`)).toBeChecked();
	});

for (const [how, end] of oneOf(Object.entries(endings), 0))
	test(`a mock that is paused and ${how} stays paused until one goes on`, async ({ page, context }) => {
		await beginMock(page);
		await answer(page, true);
		await page.getByRole('button', { name: '停一下' }).click();
		const said = page.getByText(/^停在第 1 题/);
		const before = await said.textContent();
		expect(before).toMatch(/还有 \d+:\d\d/);
		const again = await end(page, context);
		const paused = again.getByText(/^停在第 1 题/);
		await expect(paused).toHaveText(before ?? '');
		// Twice as long as the clock needs for a step.
		await again.waitForTimeout(2_000);
		await expect(paused).toHaveText(before ?? '');
		await again.getByRole('button', { name: '接着做' }).click();
		await expect(again.locator('.clock')).toBeVisible();
		const left = await remaining(again);
		await expect.poll(() => remaining(again)).toBeLessThan(left);
	});

test('a paper and its answers are handed in together or not at all', async ({ page }) => {
	await beginMock(page);
	await answer(page, true);
	await page.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		let left = 10;
		IDBObjectStore.prototype.put = function (...args) {
			if (String(args[1]).startsWith('study ') && left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
			return put.apply(this, args);
		};
	});
	const handIn = async () => {
		await page.getByRole('button', { name: '交卷' }).click();
		await page.getByRole('alert').getByRole('button', { name: '交卷' }).click();
	};
	const answers = async () => (await stored(page)).filter(([key]) => key.startsWith('study ')).length;
	await handIn();
	await expect(page.getByText('没有存下')).toBeVisible();
	expect(await answers()).toBe(0);
	const before = Date.now();
	await page.goto('about:blank');
	await page.goto(`${quiz}#mock`);
	await expect(page.locator('.mock')).toBeVisible();
	await handIn();
	await expect(page.locator('.result')).toContainText('30 题得');
	await expectTimes(page, 30, before);
});

test('time that runs out while the page is away hands the paper in with its answers', async ({ page }) => {
	await beginMock(page);
	await answer(page, true);
	await page.goto('about:blank');
	await page.goto('/about/');
	await page.evaluate(() => localStorage.removeItem('now mock'));
	for (const [key, mock] of await stored(page))
		if (key.startsWith('mock ')) await write(page, key, { ...(mock as object), spent: 15 * 60_000 - 500 });
	await page.goto(`${quiz}#mock`);
	await expect(page.locator('.result')).toContainText('30 题得');
	expect((await stored(page)).filter(([key]) => key.startsWith('study ')).length).toBe(30);
});

test('what is erased in another tab is not brought back by a mock that runs here', async ({ page, context }) => {
	await beginMock(page);
	await answer(page, true);
	const other = await context.newPage();
	await other.goto('/check/');
	await other.getByRole('button', { name: '清除本机数据' }).click();
	await other.getByRole('button', { name: '清除', exact: true }).click();
	await expect(page.locator('#quiz')).toContainText('这里没有找到它');
	await page.close();
	const left = () => other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('now ')));
	await expect.poll(async () => [await stored(other), await left()]).toEqual([[], []]);
});

test('reloading again and again and moving the clock gain no time', async ({ page }) => {
	await beginMock(page);
	let left = await remaining(page);
	for (const shift of [-86_400_000, 86_400_000, 0]) {
		await page.addInitScript((by) => {
			const real = Date.now.bind(Date);
			Date.now = () => real() + by;
		}, shift);
		for (let i = 0; i < 3; i += 1) {
			await page.reload();
			await expect(page.locator('.clock')).toBeVisible();
			const now = await remaining(page);
			expect(now).toBeLessThan(left);
			expect(now).toBeGreaterThan(left - 30);
			left = now;
		}
	}
});

test('the clock stands still while the page waits behind another one', async ({ page }) => {
	await beginMock(page);
	const before = await remaining(page);
	await page.evaluate(() => {
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		const now = performance.now.bind(performance);
		performance.now = () => now() + 600_000;
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	});
	await expect.poll(() => remaining(page)).toBeLessThan(before);
	expect(await remaining(page)).toBeGreaterThan(before - 60);
});

test('the link over the bar leaves a mock as it is, and an address cut off opens the beginning', async ({ page }) => {
	await beginMock(page);
	await page.getByRole('link', { name: '跳到正文' }).press('Enter');
	await expect(page).toHaveURL(/#main$/);
	await expect(page.locator('.mock')).toBeVisible();
	await page.goto('about:blank');
	await open(page, '#%E6%');
	await expect(page.getByRole('heading', { name: '模拟考试', exact: true })).toBeVisible();
});

test('a question that was reworded since is passed over', async ({ page }) => {
	const [first] = drawMock(bank.questions, 11);
	await beginMock(page);
	await page.route('**/data/questions.json', (route) => {
		const questions = bank.questions.map((each) => (each.id === first?.id ? { ...each, version: 'other' } : each));
		return route.fulfill({ json: { ...bank, questions } });
	});
	await page.reload();
	await expect(page.locator('.mock')).toContainText('这一题后来改过了');
	await page.getByRole('button', { name: '下一题' }).click();
	await expect(page.locator('.ask')).toBeVisible();
	await page.getByRole('button', { name: '上一题' }).click();
	await expect(page.locator('.ask')).toHaveCount(0);
	await page.getByRole('button', { name: '交卷' }).click();
	await expect(page.getByRole('alert')).toContainText('还有 29 题没有答');
});

test('a mock that is handed in in another tab leads to its result here', async ({ page, context }) => {
	await beginMock(page);
	await answer(page, true);
	const other = await context.newPage();
	await open(other, '#mock');
	await other.getByRole('button', { name: '交卷' }).click();
	await other.getByRole('alert').getByRole('button', { name: '交卷' }).click();
	await expect(other.locator('.result')).toBeVisible();
	await expect(page.locator('.result')).toContainText('第 11 号模拟卷的结果');
});

test('a pause hides the question and stops the clock; when time is up the paper is handed in', async ({ page }) => {
	await page.clock.install();
	await beginMock(page);
	await answer(page, true);
	await page.getByRole('button', { name: '停一下' }).click();
	await expect(page.locator('.ask')).toHaveCount(0);
	const said = await page.locator('#quiz').textContent();
	await page.clock.runFor(60_000);
	expect(await page.locator('#quiz').textContent()).toBe(said);
	await page.getByRole('button', { name: '接着做' }).click();
	await page.clock.runFor(16 * 60_000);
	await expect(page.locator('.result')).toContainText('30 题得');
	await expect(page.locator('.result')).toContainText('用了 15 分 0 秒');
});

test('the wrong-answer book: guessed is not known, three in a row, taken out and put back', async ({ page }) => {
	await open(page, '?practice=topic:notes');
	const question = await answer(page, true);
	await page.getByText('我是猜的').click();
	await submit(page);
	await expect(page.locator('.explain')).toHaveAttribute('data-right', 'true');
	for (let i = 0; i < 3; i += 1) {
		await open(page, '#book');
		await expect(page.locator('.book li')).toHaveCount(1);
		await expect(page.locator('.book li')).toContainText(i === 0 ? '还要连对 3 次' : `连对 ${i} 次`);
		await page.getByRole('link', { name: '做今天该做的 1 题' }).click();
		expect((await shown(page)).id).toBe(question.id);
		await answer(page, true);
		await submit(page);
		await expect(page.locator('.explain')).toBeVisible();
	}
	await open(page, '#book');
	await expect(page.locator('.book li')).toContainText('待巩固，第 1 次复习');
	await expect(page.locator('#quiz')).toContainText('今天没有该复习的');
	await page.getByLabel(/^考试日期/).fill('2030-01-02');
	await page.getByRole('button', { name: /^拿出来/ }).click();
	await expect(page.locator('.book li')).toHaveCount(0);
	await page.getByRole('button', { name: '放回去（从头来）' }).click();
	await expect(page.locator('.book li')).toHaveCount(1);
	await page.reload();
	await expect(page.locator('.book li')).toContainText('还要连对 3 次');
	await expect(page.getByLabel(/^考试日期/)).toHaveValue('2030-01-02');
});

/** Every stored answer says when it was given. */
async function expectTimes(page: Page, count: number, since: number): Promise<void> {
	const answers = (await stored(page)).filter(([key]) => key.startsWith('study '));
	expect(answers).toHaveLength(count);
	for (const [key, value] of answers) {
		const { at } = value as { at: string };
		expect(at, key).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
		expect(Date.parse(at), key).toBeGreaterThanOrEqual(since);
		expect(Date.parse(at), key).toBeLessThanOrEqual(Date.now());
	}
}

test('every answer is kept with question, version, time, right and guessed', async ({ page }) => {
	await open(page, '?practice=topic:notes');
	const before = Date.now();
	const question = await answer(page, false);
	await submit(page);
	await expect(page.locator('.explain')).toBeVisible();
	await expect
		.poll(async () => (await stored(page)).find(([key]) => key === 'study 00000001')?.[1])
		.toMatchObject({
			question: question.id,
			version: question.version,
			right: false,
			guessed: false,
			what: 'answered',
		});
	await expectTimes(page, 1, before);
	await open(page, '#history');
	await expect(page.locator('.history tbody tr')).toHaveCount(1);
});

test('an answer that is on its way when the page goes is kept, once', async ({ page }) => {
	for (let i = 1; i <= 5; i += 1) {
		await open(page, '?practice=topic:notes');
		await answer(page, true);
		await submit(page);
		await expect(page.locator('.explain')).toBeVisible();
		await page.goto('/about/');
		await open(page, '#history');
		expect((await stored(page)).filter(([key]) => key.startsWith('study '))).toHaveLength(i);
	}
	// Nothing reaches storage before the page goes; the next page stores what was said.
	await open(page, '?practice=topic:notes');
	await page.evaluate(() => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('gone', 'AbortError');
		};
	});
	const question = await answer(page, false);
	await submit(page);
	await page.goto('/about/');
	await open(page, '#book');
	await expect(page.locator('.book li')).toHaveCount(1);
	const last = (await stored(page)).filter(([key]) => key.startsWith('study '));
	expect(last).toHaveLength(6);
	expect(last.at(-1)?.[1]).toMatchObject({ question: question.id, right: false, n: 6 });
});

test('the day of the test that is on its way when the page goes is kept, and one that was taken back stays so', async ({
	page,
}) => {
	for (const day of ['2027-01-31', '']) {
		await open(page, '#book');
		await page.evaluate(() => {
			const gone = () => {
				throw new DOMException('gone', 'AbortError');
			};
			IDBObjectStore.prototype.put = gone;
			IDBObjectStore.prototype.delete = gone;
		});
		await page.locator('input[type="date"]').fill(day);
		await page.goto('/about/');
		for (let visit = 0; visit < 2; visit += 1) {
			await open(page, '#book');
			await expect(page.locator('input[type="date"]')).toHaveValue(day);
			await page.goto('/about/');
		}
		expect((await stored(page)).filter(([key]) => key === 'study-exam')).toHaveLength(day ? 1 : 0);
	}
});

async function file(page: Page, button: string): Promise<Buffer> {
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await coming).path());
}

/** What the key of a question says, by the lines it is printed with. */
function keyIn(lines: readonly string[], key: string): string[] {
	const by = (pattern: RegExp) =>
		new Map(
			lines.flatMap((line): [string, string][] => {
				const [, sign = '', text = ''] = pattern.exec(line) ?? [];
				return sign ? [[sign, text]] : [];
			}),
		);
	const lettered = by(/^([A-J])\. (.*)$/);
	const numbered = by(/^（(\d)）(.*)$/);
	if (lettered.size === 0) return [key];
	if (numbered.size === 0) return Array.from(key, (letter) => lettered.get(letter) ?? '?');
	return key.split(' ').map(([number = '', letter = '']) => `${numbered.get(number)} → ${lettered.get(letter)}`);
}

function keyOf(question: BankQuestion): string[] {
	switch (question.kind) {
		case 'single':
		case 'multiple':
			return question.options.filter(({ right }) => right).map(({ text }) => text);
		case 'truth':
			return [question.holds ? '对' : '错'];
		case 'order':
			return question.steps;
		case 'match':
			return question.pairs.map(({ left, right }) => `${left} → ${right}`);
	}
}

const explanationOf = ({ explanation, sources }: BankQuestion): string =>
	explanation + sources.map(({ quote, citation }) => `“${quote.replaceAll(/\s*\n\s*/g, ' ')}”（${citation}）`).join('');

const reasonsOf = (question: BankQuestion): string =>
	'options' in question
		? question.options
				.filter(({ right }) => !right)
				.map(({ text, why }) => `“${text}”：${why}`)
				.join('')
		: '';

test('trainers: the bank leaves in three forms, each read back with the same ids, keys and reasons', async ({
	page,
}) => {
	const wrongs = watch(page);
	await open(page, '#trainer');
	await expect(page.getByRole('heading', { name: '给培训老师' })).toBeVisible();

	const text = (await file(page, '通用文本')).toString('utf8');
	expect(text.charCodeAt(0)).toBe(0xfeff);
	const blocks = text.slice(1).trim().split('\r\n\r\n');
	expect(blocks).toHaveLength(bank.questions.length);
	for (const [i, question] of bank.questions.entries()) {
		const lines = (blocks[i] ?? '').split('\r\n');
		const [key = '', explanation, id] = lines.slice(-3);
		expect(id).toBe(`编号：${question.id}`);
		expect(keyIn(lines, key.replace('答案：', '')), question.id).toEqual(keyOf(question));
		expect(explanation).toBe(`解析：${explanationOf(question)}${reasonsOf(question)}`);
	}

	const gift = readGift((await file(page, 'Moodle GIFT')).toString('utf8'));
	expect(gift.map(({ name }) => name)).toEqual(bank.questions.map(({ id }) => id));
	for (const [i, question] of bank.questions.entries()) {
		const read = gift[i];
		expect(read?.stem).toBe(question.stem.replaceAll('*', ''));
		expect(read?.general).toContain(question.explanation);
		if ('options' in question) {
			expect(read?.answers.map((each) => each.text)).toEqual(question.options.map((each) => each.text));
			expect(read?.answers.map(({ weight }) => weight > 0)).toEqual(question.options.map(({ right }) => right));
			const sum = read?.answers.reduce((all, { weight }) => all + Math.max(0, weight), 0) ?? 0;
			expect(Math.abs(sum - 100)).toBeLessThan(0.01);
			expect(read?.answers.map(({ feedback }) => feedback)).toEqual(
				question.options.map(({ why = '' }) => why.replaceAll('\n', ' ').trim()),
			);
		}
		if (question.kind === 'truth') expect(read?.answers[0]?.text).toBe(question.holds ? 'TRUE' : 'FALSE');
		if (question.kind === 'match')
			expect(read?.answers.map(({ pair }) => pair)).toEqual(question.pairs.map((p) => p.right));
		if (question.kind === 'order') expect(read?.answers.map(({ pair }) => pair)).toEqual(question.steps);
	}

	const excel = readXlsx(await file(page, 'Excel 文件'));
	expect(excel.faults).toEqual([]);
	expect(excel.sheets).toHaveLength(1);
	const [sheet] = excel.sheets;
	if (!sheet) throw new Error('there is no sheet');
	expect(named(sheet.xml, 'mergeCell')).toEqual([]);
	const table = sheet.rows.map((row, y) => new Map(row.map((cell, x) => [sheet.refs[y]?.[x] ?? '', cell.text])));
	expect(table).toHaveLength(bank.questions.length + 1);
	const column = new Map(Array.from(table[0] ?? [], ([ref, head]) => [String(head), ref.replace(/1$/, '')]));
	const topics = new Map(bank.topics.map(({ id, title }) => [id, title]));
	for (const [i, question] of bank.questions.entries()) {
		const row = i + 2;
		const cell = (head: string) => table[i + 1]?.get(`${column.get(head)}${row}`) ?? '';
		expect(cell('编号')).toBe(question.id);
		expect(cell('题型')).toBe(kindNames[question.kind]);
		expect(cell('题干')).toBe(question.stem.replaceAll('*', ''));
		const options = Array.from({ length: 10 }, (_, n) => String(cell(`选项${n + 1}`)));
		expect(keyIn(options, String(cell('答案'))), question.id).toEqual(keyOf(question));
		if ('options' in question)
			expect(options.filter(Boolean).map((line) => line.slice(3))).toEqual(question.options.map((each) => each.text));
		expect(cell('解析')).toBe(explanationOf(question));
		expect(cell('错项说明')).toBe(reasonsOf(question));
		expect(cell('题目分类')).toBe(topics.get(question.topic));
		expect(cell('难度')).toBe(question.difficulty);
	}
	expect(wrongs).toEqual([]);
});

test('trainers: a paper, its answer sheet and its answers are printed by number', async ({ page }) => {
	await open(page, '#trainer');
	await page.getByLabel('卷号').fill('5');
	await page.getByRole('button', { name: '看卷子' }).click();
	const articles = page.locator('.printed-test article');
	await expect(articles).toHaveCount(3);
	await expect(articles.first().locator('ol > li')).toHaveCount(30);
	const ids = drawMock(bank.questions, 5);
	await expect(articles.first().locator('ol > li').first()).toContainText(
		(ids[0]?.stem ?? '').replaceAll('*', '').slice(0, 12),
	);
	await expect(articles.nth(1)).toContainText('姓名');
	await expect(articles.first()).not.toContainText('答案：');
	await page.evaluate(() => {
		window.print = () => undefined;
	});
	await page.getByRole('button', { name: /^打印/ }).click();
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
});

test('from a lost line to practice on it alone, and the server is not told which', async ({ page }) => {
	const lost = 'c24-1';
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await start(page, 'national');
	const national = rubrics.find(({ id }) => id === 'national') as Rubric;
	const choices = criteriaOf(national).flatMap((criterion): [name: string, value: string][] => {
		const { id, rule } = criterion;
		if (id === lost) return [[id, rule.kind === 'choice' ? (rule.options.at(-1)?.name ?? '') : '']];
		const best = kindOf(criterion.rule).bestAnswer(criterion.rule);
		if ('choice' in best) return [[id, best.choice]];
		return 'parts' in best ? Object.keys(best.parts).map((part) => [`${id} part ${part}`, 'yes']) : [];
	});
	await page.evaluate((all) => {
		for (const [name, value] of all)
			document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)?.click();
	}, choices);
	await saved(page);
	await page.goto(page.url().replace(/#.*/, '#hub'));
	await page.getByRole('link', { name: '学一学' }).click();
	const wanted = bank.questions.filter(({ lines }) => lines.includes(`national ${lost}`));
	expect(wanted.length).toBeGreaterThan(1);
	const met: string[] = [];
	for (let i = 0; i < wanted.length; i += 1) {
		await expect(page.locator('.practice')).toContainText(`第 ${i + 1} 题，共 ${wanted.length} 题`);
		met.push((await answer(page, true)).id);
		await submit(page);
		await next(page);
	}
	await expect(page.locator('#quiz')).toContainText(`这一组做完了：${wanted.length} 题`);
	expect(met.sort()).toEqual(wanted.map(({ id }) => id).sort());
	expect(asked.filter((address) => address.replace(/#.*/, '').includes('lines'))).toEqual([]);
});

test('five questions before each part of the notes', async ({ page }) => {
	await page.goto('/training/');
	await page
		.getByRole('link', { name: /^先测后读/ })
		.first()
		.click();
	await expect(page.locator('.practice')).toContainText('第 1 题，共 5 题');
});

test('each part of the notes leads to its section and to what it speaks of', async ({ page }) => {
	const kinds = { articles: '/docs/', lines: '/rubrics/', standards: '/standards/' };
	const speaksOf: { [part: string]: (keyof typeof kinds)[] } = {
		一: ['articles', 'lines', 'standards'],
		二: [],
		三: [],
		四: ['lines'],
		五: [],
		六: ['standards'],
		七: ['articles'],
		八: ['lines'],
	};
	await page.goto('/training/');
	const parts = page.locator('.guide > li');
	for (const [i, [part, wanted]] of Object.entries(speaksOf).entries()) {
		const item = parts.nth(i);
		await expect(item.locator('h2')).toContainText(part);
		const links = await item
			.locator('a')
			.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)));
		const [first, ...others] = links.map(({ pathname, hash }) => pathname + hash);
		expect(first).toBe(`/docs/training-2022/#s${i + 1}`);
		for (const [kind, start] of Object.entries(kinds))
			expect(
				others.some((href) => href.startsWith(start)),
				`${part} ${kind}`,
			).toBe(wanted.includes(kind as keyof typeof kinds));
	}
	for (const part of [4, 8]) {
		const told = problems.filter(({ clause }) => clause.startsWith(`training-2022#s${part}.`));
		const atRisk = themes.filter(({ id }) => told.some((problem) => problem.themes.includes(id)));
		const lines = new Set(
			atRisk.flatMap((theme) => Object.entries(theme.lines).flatMap(([table, of]) => of.map((id) => `${table} ${id}`))),
		);
		const folded = parts.nth(part - 1).locator('details');
		await expect(folded.locator('summary')).toContainText(`危及 ${lines.size} 个评分项`);
		await expect(folded.locator('li')).toHaveCount(lines.size);
	}
});

test('without storage one can still practise, and it is said', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
	await open(page, '?practice=topic:notes');
	await expect(page.getByText('这个浏览器不允许本站保存内容')).toBeVisible();
	await answer(page, false);
	await submit(page);
	await next(page);
	await page.evaluate(() => {
		location.hash = 'book';
	});
	await expect(page.locator('.book li')).toHaveCount(1);
});

test('a bank that does not come is said, with the way to read on; a full disk is said', async ({ page }) => {
	await page.route('**/data/questions.json', (route) => route.abort());
	await open(page);
	await expect(page.locator('#quiz')).toContainText('没有读到');
	await expect(page.locator('#quiz').getByRole('link', { name: '题库' })).toBeVisible();
	await page.unrouteAll();
	await open(page, '?practice=topic:notes');
	await page.evaluate(() => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await answer(page, false);
	await submit(page);
	await expect(page.getByRole('alert')).toContainText('没有存下');
	// It is asked again.
	expect(await page.evaluate(() => localStorage.getItem('now practice'))).toBeNull();
});

test('at most 40 KB of script before the first question', async ({ page }) => {
	const bodies: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js'))
			bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
	});
	await open(page);
	const total = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
	console.log(`\nquiz: ${(total / 1024).toFixed(1)} KB of script`);
	expect(total).toBeGreaterThan(5 * 1024);
	expect(total).toBeLessThanOrEqual(40 * 1024);
});

for (const { colorScheme, width } of looksOf(0))
	test(`axe finds nothing in any state of the training, ${colorScheme}, ${width} px`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		const clean = (state: string) => expectClean(page, state);
		await open(page);
		await clean('home');
		const ids = (['single', 'order', 'match'] as const).map(
			(kind) => bank.questions.find((each) => each.kind === kind)?.id,
		);
		for (const id of ids) {
			await open(page, `?practice=${encodeURIComponent(`five:${id}:x`)}`);
			await clean(`asking ${id}`);
			await answer(page, false);
			await submit(page);
			await clean(`explaining ${id}`);
		}
		await beginMock(page);
		await page.locator('.card summary').click();
		await clean('mock');
		await page.getByRole('button', { name: '停一下' }).click();
		await clean('paused');
		await page.getByRole('button', { name: '接着做' }).click();
		await page.getByRole('button', { name: '交卷' }).click();
		await page.getByRole('alert').getByRole('button', { name: '交卷' }).click();
		await page.locator('.result .wrong summary').first().click();
		await clean('result');
		for (const hash of ['#book', '#history', '#trainer']) {
			await open(page, hash);
			await expect(page.locator('#quiz h2')).toBeVisible();
			if (hash === '#trainer') await page.getByRole('button', { name: '看卷子' }).click();
			await clean(hash);
		}
	});
