import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { note, open } from './check.ts';
import { replace } from './database.ts';
import { choose, openFiles } from './files.ts';
import { thorough } from './thorough.ts';
import { test } from './where.ts';
import { worker } from './worker.ts';

/* Files that are almost ours in the real browser: as unit/fuzzed-files.test.ts has them, fewer, and with a page. */

interface Fuzzed {
	here: ReadonlyMap<string, unknown>;
	fuzzed: (seed: number) => Uint8Array;
}

let made: Fuzzed;

test.beforeAll(async () => {
	const outfile = resolve(`tests/.out/fuzzed-${process.pid}.mjs`);
	const { outputFiles } = await build({
		entryPoints: ['tests/unit/fuzzed.ts'],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
		define: { 'import.meta.env.BUILD': '"test"' },
	});
	writeFileSync(outfile, outputFiles[0]?.text ?? '');
	made = await import(pathToFileURL(outfile).href);
});

/** The largest of a thousand, and some of all sizes. */
function seeds(): number[] {
	const bySize = Array.from({ length: 1000 }, (_, i) => ({ seed: i + 1, size: made.fuzzed(i + 1).length })).sort(
		(a, b) => b.size - a.size,
	);
	const [large, other] = thorough ? [10, 20] : [2, 3];
	const step = Math.floor(bySize.length / (other + 1));
	return [...bySize.slice(0, large), ...Array.from({ length: other }, (_, i) => bySize[(i + 1) * step])].flatMap(
		(each) => each?.seed ?? [],
	);
}

test('files that are almost ours: a preview within 2 s, a key within 200 ms, and all of it is taken back', {
	tag: '@thorough',
}, async ({ page }) => {
	const wrongs: string[] = [];
	page.on('pageerror', ({ message }) => wrongs.push(message));
	const slowest = { preview: 0, key: 0 };
	let keysPressed = 0;
	for (const seed of seeds()) {
		await page.goto('/about/');
		await page.goto('/check/');
		await expect(page.locator('main[data-ready]')).toBeVisible();
		await replace(page, '', [...made.here]);
		await openFiles(page);
		const work = await worker(page);
		const looked = page.locator('#bring .preview, #bring [role="alert"]').first();
		const preview = await work(async () => {
			await choose(page, [{ name: 'a.json', buffer: Buffer.from(made.fuzzed(seed)) }]);
			await expect(looked, `${seed}`).toBeVisible();
		});
		slowest.preview = Math.max(slowest.preview, preview);
		const bring = page.getByRole('button', { name: '带回来' });
		if (!(await bring.isVisible())) continue;
		await bring.click();
		await expect(page.locator('#bring'), `${seed}`).toContainText('带回来了');
		await page.goto('/check/shenzhen-2022/?check=abc#b2');
		const press = await worker(page);
		for (const line of ['b1', 'b2', 'b3']) {
			await open(page, line);
			if (!(await note(page, line).isEnabled())) continue;
			await note(page, line).click();
			const key = await press(() => page.keyboard.press('a'));
			slowest.key = Math.max(slowest.key, key);
			keysPressed += 1;
			await expect(page.locator('.check-foot [data-state="saved"]'), `${seed} ${line}`).toBeAttached();
		}
		await openFiles(page);
		await page.getByRole('button', { name: '撤销这次带回' }).click();
		await expect(page.locator('#bring'), `${seed}`).toContainText('撤销了');
	}
	console.log(
		`slowest preview ${slowest.preview.toFixed(0)} ms, slowest of ${keysPressed} keys ${slowest.key.toFixed(0)} ms`,
	);
	expect(keysPressed).toBeGreaterThan(3);
	expect(slowest.preview).toBeLessThan(2000);
	expect(slowest.key).toBeLessThan(200);
	expect(wrongs).toEqual([]);
});
