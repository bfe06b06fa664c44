import { expect, test } from '@playwright/test';
import { markReader, shownText } from '../../src/clauses/marks.ts';
import { awardsOf } from '../../src/clauses/printed-table.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/scoring/criteria.ts';

const { rubrics } = loadLibrary('.');
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
						[line.textContent ?? '', ...Array.from(line.querySelectorAll('a'), (a) => a.getAttribute('href') ?? '')],
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
	await page.goto('/docs/xize-2013/#art-16');
	await page.locator('#art-16 summary').click();
	await page.locator('#art-16').getByRole('link', { name: 'C1第1项–C1第2项' }).click();
	await expect(page).toHaveURL('/rubrics/national/#c1-1');
	await expect(page.locator('#c1-1')).toBeInViewport();
	await page.locator('#c1-1').getByRole('link', { name: '原表这一项' }).click();
	await expect(page).toHaveURL('/docs/baqiao-2021/#annex.c1-1');
	await expect(page.locator('[id="annex.c1-1"]')).toBeInViewport();
	await page.goBack();
	await page.locator('#c1-1').getByRole('link', { name: '细则 第十六条' }).click();
	await expect(page).toHaveURL('/docs/xize-2013/#art-16');
});

test('each clause of the 细则 counts the lines that rest on it', async ({ page }) => {
	await page.goto('/docs/xize-2013/');
	const pairs = rubrics.flatMap(({ id, conditions, vetoes, ...rubric }) => {
		const lines = [...criteriaOf(rubric), ...(vetoes?.lines ?? [])];
		const cited = lines.flatMap((line) => line.clauses.map(({ clause }) => `${id}/${line.id} ${clause}`));
		return [...cited, ...conditions.map(({ id: condition, clause }) => `${id}/${condition} ${clause}`)];
	});
	const expected = new Set(pairs.filter((pair) => pair.includes(' xize-2013#'))).size;
	const summaries = await page.locator('.uses summary').allTextContents();
	const counted = summaries.map((text) => Number(/评分 (\d+)/.exec(text)?.[1] ?? 0)).reduce((a, b) => a + b, 0);
	expect(expected).toBeGreaterThan(100);
	expect(counted).toBe(expected);
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
	const shown = await page
		.locator('.compare a.which')
		.evaluateAll((all) =>
			all.map((a) => ({ href: a.getAttribute('href') ?? '', partial: a.textContent?.includes('的一部分') ?? false })),
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
