/* The main ways through the site, as a reader goes them in any browser. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import type { Bank } from '../../src/features/training/bank.ts';
import { drawMock } from '../../src/features/training/draw.ts';
import { readPackage, wordsOf } from '../package.ts';
import { keys, type Page } from './page.ts';

export type Journey = (page: Page) => Promise<void>;

const typed = '自评说明：窗口 3 个';

/** Waits until the element that the address names stands in the window. */
const arrived = (page: Page, address: string) =>
	page.waitFor((wanted) => {
		const [path, id = ''] = wanted.split('#');
		const { top = -1, bottom = 0 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
		return location.pathname === path && location.hash === `#${id}` && bottom > 0 && top >= 0 && top < innerHeight;
	}, address);

async function read(page: Page): Promise<void> {
	await page.open('/docs/xize-2013/#art-18');
	await page.see('h1', '社会管理和公共服务综合标准化试点细则');
	await page.see('#art-18', '试点创建工作期限一般为 2 至 3 年');
	await arrived(page, '/docs/xize-2013/#art-18');
	await page.click('.cite', '复制引用');
	await page.see('.cite', '已复制');
	await page.click('[id="art-18.p1"] a[href="#annex-2"]', '附件 2');
	await arrived(page, '/docs/xize-2013/#annex-2');
	await page.click('#art-20 a[href="../baqiao-2021/#annex"]');
	await arrived(page, '/docs/baqiao-2021/#annex');
}

async function search(page: Page): Promise<void> {
	await page.open(`/search/?q=${encodeURIComponent('评估组要几个人')}`);
	await page.see('.results .where', '第十九条');
	const target = await page.evaluate(() => document.querySelector('.results .where a')?.getAttribute('href') ?? '');
	assert.equal(target, '/docs/xize-2013/#art-19');
	await page.click('.results .where a');
	await arrived(page, target);
	await page.see('#art-19', '评估组成员一般为 5 至 7 人');
}

async function check(page: Page): Promise<void> {
	await page.open('/check/shenzhen-2022/');
	await page.click('button', '开始');
	await page.see('#hub');
	const line = 'b6';
	await page.evaluate((hash) => {
		location.hash = hash;
	}, line);
	const note = `[id="${line}"] .note textarea`;
	const first = `[id="${line}"] .opt`;
	await page.click(first);
	await page.type(note, typed);
	await page.see('.check-foot [role="status"]', '已保存');
	const standing = await page.see('.say.short', '自评');
	assert.match(standing, /自评 [1-9]/);
	await page.reload();
	await page.waitFor(
		(field, option, words) =>
			document.querySelector<HTMLTextAreaElement>(field)?.value === words &&
			document.querySelector<HTMLInputElement>(`${option} input`)?.checked,
		note,
		first,
		typed,
	);
	assert.equal(await page.see('.say.short', '自评'), standing);
	await page.click('.steps a', '回到总览');
	await page.see('[data-sums]', /自评 [\d.]+ 分/.exec(standing)?.[0]);
}

/** Options of a line, chosen one after another where all lines are shown. */
async function choose(page: Page): Promise<void> {
	await page.click('#hub a[href="#all"]');
	for (const nth of [2, 1, 3]) {
		const option = `#b1 .opt:nth-of-type(${nth})`;
		await page.click(option);
		await page.waitFor((css) => document.querySelector<HTMLInputElement>(`${css} input`)?.checked, option);
	}
	await page.see('.check-foot [role="status"]', '已保存');
}

/** Goes on where `check` ended. */
async function takeAway(page: Page): Promise<void> {
	const backup = await page.saves(() => page.click('.check-foot button', '下载备份'));
	assert.match(backup.name, /备份 .*\.json$/);
	const { pilots } = JSON.parse(backup.bytes.toString()) as {
		pilots: { checks: { lines: Record<string, { note: string }> }[] }[];
	};
	const lines = pilots.flatMap(({ checks }) => checks.flatMap((check) => Object.values(check.lines)));
	assert(lines.some(({ note }) => note === typed));
	await page.see('.check-foot', '之后没有改动');
	await page.click('button', '自评表、材料目录');
	for (const [button, ending] of [
		['自评表，Word 文件', 'docx'],
		['自评表，Excel 文件', 'xlsx'],
	] as const) {
		const { name, bytes } = await page.saves(() => page.click('.offers button', button));
		assert(name.endsWith(`.${ending}`), name);
		const read = readPackage(bytes);
		assert.deepEqual(read.faults, []);
		assert(wordsOf(read).includes(typed), `${name} does not hold what was typed`);
	}
}

const asked = (page: Page): Promise<string> =>
	page.waitFor(() => document.querySelector<HTMLElement>('.ask')?.dataset.question);

const bank: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));

/** Gives an answer, whatever it is worth, to the question in sight. */
async function answer(page: Page): Promise<void> {
	const id = await asked(page);
	const kind = bank.questions.find((question) => question.id === id)?.kind;
	if (kind === 'order') await page.click('.order button', '下移');
	else if (kind !== 'match') await page.click('.ask .opt');
	else
		for (let i = 1; await page.evaluate((nth) => document.querySelectorAll('.match select').length >= nth, i); i += 1) {
			// A press would open the list, which belongs to the system and not to the page.
			await page.evaluate((nth) => document.querySelectorAll<HTMLElement>('.match select')[nth - 1]?.focus(), i);
			await page.press(keys.ArrowDown);
			await page.waitFor((nth) => document.querySelectorAll<HTMLSelectElement>('.match select')[nth - 1]?.value, i);
		}
}

/** What is chosen and set in the question in sight. */
const given = (page: Page) =>
	page.evaluate(() => [
		document.querySelector<HTMLElement>('.ask')?.dataset.question,
		...Array.from(
			document.querySelectorAll<HTMLElement>('.ask .order li > span:first-child'),
			(step) => step.textContent,
		),
		...Array.from(document.querySelectorAll<HTMLInputElement>('.ask input'), ({ checked }) => checked),
		...Array.from(document.querySelectorAll<HTMLSelectElement>('.ask select'), ({ value }) => value),
	]);

async function practice(page: Page): Promise<void> {
	await page.open('/training/quiz/');
	await page.click('a', '申报与受理');
	const id = await asked(page);
	await answer(page);
	await page.click('.practice button', '看对不对');
	await page.see('.explain .verdict');
	const question = bank.questions.find((each) => each.id === id);
	await page.see('.explain', question?.explanation);
	await page.see('.explain blockquote', question?.sources[0]?.quote);
	await page.click('.practice button', '下一题');
	await page.waitFor((before) => document.querySelector<HTMLElement>('.ask')?.dataset.question !== before, id);
}

/** A mock that soon asks to choose, to match and to put in order. */
function mockNumber(): number {
	for (let number = 1; ; number += 1) {
		const kinds = drawMock(bank.questions, number)
			.slice(0, 3)
			.map(({ kind }) => kind);
		if (kinds.includes('match') && kinds.includes('order')) return number;
	}
}

async function mock(page: Page): Promise<void> {
	await page.open('/training/quiz/');
	const field = '.start input[type="number"]';
	await page.click(field);
	await page.press(keys.End, ...Array.from({ length: 6 }, () => keys.Backspace));
	const number = mockNumber();
	await page.type(field, String(number));
	await page.click('.start button', '开始');
	const questions = drawMock(bank.questions, number).slice(0, 3);
	const shows = (id: string) => page.see(`.ask[data-question="${id}"]`);
	const answers = new Map<string, unknown>();
	for (const { id } of questions) {
		if (answers.size > 0) await page.click('.mock button', '下一题');
		await shows(id);
		await answer(page);
		answers.set(id, await given(page));
	}
	await page.see('.mock .card summary', '答了 3 / 30');
	await page.reload();
	await page.see('.mock .card summary', '答了 3 / 30');
	for (const { id } of questions.toReversed()) {
		await shows(id);
		assert.deepEqual(await given(page), answers.get(id));
		if (id !== questions[0]?.id) await page.click('.mock button', '上一题');
	}
}

/** What pages fetch after they are drawn: Firefox complains of one that is left while its data come. */
const lateData: readonly (readonly [address: RegExp, name: string])[] = [
	[/^\/(pilot|plan|forms)\/$/, 'periods'],
	[/^\/plan\/work\/$/, 'forms/national'],
	[/^\/forms\/./, 'form-checks'],
];

async function seeAll(page: Page): Promise<void> {
	for (const file of globSync('**/index.html', { cwd: 'tests/.out/root' })) {
		const address = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
		await page.open(address);
		// What a script draws counts too.
		await page.see(/^\/(check|pilot|plan|forms|training\/quiz)/.test(address) ? 'main[data-ready]' : 'h1, h2');
		for (const [, name] of lateData.filter(([of]) => of.test(address)))
			await page.waitFor(
				(file) => performance.getEntriesByType('resource').some((each) => each.name.endsWith(file)),
				`/data/${name}.json`,
			);
		await page.fits();
	}
}

export const journeys: Record<string, Journey> = {
	'reads a clause and follows its references': read,
	'searches and opens what comes first': search,
	'checks itself and finds it again after a reload': check,
	'takes files away': takeAway,
	'chooses where all lines are shown': choose,
	practises: practice,
	'goes on with a mock after a reload': mock,
	'sees every page fit the window': seeAll,
};
