import { expect } from '@playwright/test';
import { markReader, shownText } from '../../src/clauses/marks.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { awardsOf } from '../../src/rubric/rules.ts';
import { watch } from './watch.ts';
import { test } from './where.ts';

const { documents, rubrics } = loadLibrary('.');
const plain = (text: string) => shownText(markReader().read(text));
const bare = (text: string) => text.replaceAll(/\s|<br>/g, '');

for (const rubric of rubrics)
	test(`${rubric.id}: every line shows its rule, points, papers and clauses, script off`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
		const page = await context.newPage();
		await page.goto(`/rubrics/${rubric.id}/`);
		const shown = await page
			.locator('.line')
			.evaluateAll((lines) =>
				Object.fromEntries(
					lines.map((line) => [
						line.id,
						[
							line.textContent ?? '',
							...Array.from(line.querySelectorAll('a'), (a) => a.href.replace(location.origin, '')),
						],
					]),
				),
			);
		for (const criterion of criteriaOf(rubric)) {
			const [text = '', ...links] = shown[criterion.id] ?? [];
			const seen = bare(text);
			for (const words of [
				criterion.matter,
				criterion.lead,
				criterion.tail,
				criterion.look,
				...awardsOf(criterion).map((award) => award.text),
			])
				if (words) expect(seen, criterion.id).toContain(bare(plain(words)));
			expect(seen).toContain(`${criterion.points}分`);
			expect(seen).toContain(bare(criterion.label));
			if (criterion.evidence) expect(seen).toContain(bare(criterion.evidence));
			for (const { clause, quote } of criterion.clauses) {
				expect(seen).toContain(bare(`“${quote}”`));
				expect(links).toContain(`/docs/${clause.replace('#', '/#')}`);
			}
		}
		await context.close();
	});

test('from a clause to the lines that rest on it, to their table, and back to the clause', async ({ page }) => {
	const wrongs = watch(page);
	await page.goto('/a/b/docs/xize-2013/#art-16');
	await expect(page.locator('#art-16 .cite')).toBeVisible();
	const uses = page.locator('#art-16').getByRole('link', { name: '被引用' });
	await uses.click();
	await expect(uses).toHaveAttribute('aria-expanded', 'true');
	await page.locator('#art-16').getByRole('link', { name: '国家计分表 C1第1项' }).click();
	await expect(page).toHaveURL('/a/b/rubrics/national/#c1-1');
	await expect(page.locator('#c1-1')).toBeInViewport();
	await page.locator('#c1-1').getByRole('link', { name: '原表这一项' }).click();
	await expect(page).toHaveURL('/a/b/docs/baqiao-2021/#annex.c1-1');
	await expect(page.locator('[id="annex.c1-1"]')).toBeInViewport();
	await page.goBack();
	await page.locator('#c1-1').getByRole('link', { name: '细则 第十六条' }).click();
	await expect(page).toHaveURL('/a/b/docs/xize-2013/#art-16');
	expect(wrongs).toEqual([]);
});

test('what rests on a clause opens under it and closes again; where it cannot, the page with it opens', async ({
	page,
}) => {
	await page.goto('/docs/xize-2013/');
	const row = page.locator('#art-16');
	const uses = row.getByRole('link', { name: '被引用' });
	await uses.focus();
	await expect(row.locator('.cite')).toBeVisible();
	for (const open of [true, false, true]) {
		await page.keyboard.press('Enter');
		await expect(uses).toHaveAttribute('aria-expanded', `${open}`);
		await expect(row.locator('.use-list')).toHaveCount(open ? 1 : 0);
	}
	await expect(page).toHaveURL('/docs/xize-2013/');
	await page.route('**/uses/', (route) =>
		route.request().resourceType() === 'xhr' ? route.abort() : route.continue(),
	);
	await page.locator('#art-15').getByRole('link', { name: '被引用' }).click();
	await expect(page).toHaveURL('/docs/xize-2013/uses/#art-15');
	await expect(page.locator('#art-15')).toBeInViewport();
});

test('every count under a clause is what the page of uses lists, script off', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	for (const { id } of documents) {
		await page.goto(`/docs/${id}/`);
		const told = await page
			.locator('.side .uses')
			.evaluateAll((links) => links.map((link) => [link.getAttribute('href')?.split('#')[1], link.textContent]));
		await page.goto(`/docs/${id}/uses/`);
		const listed = await page.locator('.entries > section').evaluateAll((sections) =>
			sections.flatMap((section) => {
				const links = Array.from(section.querySelectorAll('li > a'), (link) => link.getAttribute('href') ?? '');
				// Where only questions rest on a clause, it is told on this page alone.
				const told = links.some((href) => !href.includes('/training/'));
				return told ? [[section.id, `被引用 ${links.length}`]] : [];
			}),
		);
		expect(listed).toEqual(told);
	}
	await context.close();
});

test('every line that rests on a clause of the 细则 is listed under it', async ({ page }) => {
	await page.goto('/docs/xize-2013/uses/');
	const pairs = rubrics.flatMap(({ id, conditions, vetoes, ...rubric }) => {
		const lines = [...criteriaOf(rubric), ...(vetoes?.lines ?? [])];
		const cited = lines.flatMap((line) => line.clauses.map(({ clause }) => `${id}/${line.id} ${clause}`));
		return [...cited, ...conditions.map(({ id: condition, clause }) => `${id}/${condition} ${clause}`)];
	});
	const expected = new Set(pairs.filter((pair) => pair.includes(' xize-2013#'))).size;
	expect(expected).toBeGreaterThan(100);
	await expect(page.locator('.entries li > a[href*="/rubrics/"]')).toHaveCount(expected);
});

test('a threshold leads to its sentence, and silence is said', async ({ page }) => {
	await page.goto('/rubrics/shenzhen-2022/');
	const line = page.locator('#threshold');
	await expect(line).toContainText('候选线 85 分');
	await line.getByRole('link').click();
	await expect(page.locator(':target')).toContainText('综合评分85分及以上');
	for (const id of ['national', 'jiguan-shiwu']) {
		await page.goto(`/rubrics/${id}/`);
		await expect(page.locator('#threshold')).toContainText('文件未公布合格分数线');
	}
});

test('the comparison shows every line, in two places only where a part of it is meant', async ({ page }) => {
	await page.goto('/rubrics/compare/');
	const shown = await page.locator('.compare a.which').evaluateAll((all) =>
		all.map((a) => ({
			href: (a as HTMLAnchorElement).href.replace(location.origin, ''),
			partial: a.textContent?.includes('的一部分') ?? false,
		})),
	);
	const lines = rubrics.flatMap((rubric) => criteriaOf(rubric).map(({ id }) => `/rubrics/${rubric.id}/#${id}`));
	expect([...new Set(shown.map(({ href }) => href))].sort()).toEqual([...lines].sort());
	const whole = shown.filter(({ partial }) => !partial).map(({ href }) => href);
	expect(new Set(whole).size).toBe(whole.length);
});

test('the comparison shows points that differ and words that differ', async ({ page }) => {
	await page.goto('/rubrics/compare/');
	await expect(page.locator('#staff')).toContainText('分值相同');
	await expect(page.locator('#staff .own')).toHaveText(['有']);
	await expect(page.locator('#leading-body')).toContainText('分值不同');
	await expect(page.locator('#pilot-plan')).toContainText('仅此一表');
	await expect(page.locator('#complaints td').last()).toContainText('2 分第33项的一部分');
});
