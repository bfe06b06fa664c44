/*
 * How search grows: the built search page over 1, 10 and 100 times the content, the copies with
 * every fifth character changed. Prints a table; fails when the cost of a passage does not stay flat.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { close } from 'pagefind';
import { parse } from 'yaml';
import type { Catalogue } from '../../src/features/search/passage.ts';
import { heaviest } from '../../src/features/search/weight.ts';
import { writeIndex } from '../../src/integrations/search-index.ts';
import { findChromium } from '../chromium.ts';
import { serve } from '../serve.ts';

const built = 'tests/.out/root';
if (!existsSync(built)) throw new Error(`${built} is missing: run npm test, which builds it.`);
const queries: { q: string; kind: string; expect: string[] }[] = parse(
	readFileSync('tests/data/search-queries.yaml', 'utf8'),
);
const catalogue: Catalogue = JSON.parse(readFileSync(`${built}/data/search.json`, 'utf8'));
const letters = [...new Set(catalogue.passages.map(({ text }) => text).join(''))];

/** The content and its copies, which differ from it and from each other. */
function grown(times: number): Catalogue {
	const copies = Array.from({ length: times }, (_, copy) => copy);
	const name = (source: string, copy: number) => (copy === 0 ? source : source.replace(/\/$/, `-${copy}/`));
	let turn = 0;
	const changed = (text: string) =>
		Array.from(text, (letter, i) => {
			turn = (turn * 31 + i + 7) % 65_521;
			return turn % 5 === 0 ? letters[turn % letters.length] : letter;
		}).join('');
	return {
		format: catalogue.format,
		sources: copies.flatMap((copy) =>
			catalogue.sources.map((source) => ({
				...source,
				id: name(source.id, copy),
				called: copy === 0 ? source.called : [],
			})),
		),
		passages: copies.flatMap((copy) =>
			catalogue.passages.map((passage) => ({
				...passage,
				source: name(passage.source, copy),
				text: copy === 0 ? passage.text : changed(passage.text),
			})),
		),
	};
}

const bytesIn = (folder: string): number =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** The built site with another catalogue and its index; returns what that took. */
async function build(times: number, folder: string) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'data'), { recursive: true });
	const all = grown(times);
	const json = JSON.stringify(all);
	const weight = gzipSync(json, { level: 9 }).length;
	cpSync(join(built, '_astro'), join(folder, '_astro'), { recursive: true });
	writeFileSync(join(folder, 'data/search.json'), json);
	for (const name of ['lexicon', 'gaps', 'sounds'])
		cpSync(join(built, `data/${name}.json`), join(folder, `data/${name}.json`));
	const page = readFileSync(join(built, 'search/index.html'), 'utf8')
		.replace(/(id="sources">).*?(<\/script>)/s, (_, start, end) => `${start}${JSON.stringify(all.sources)}${end}`)
		.replace(/ data-catalogue(="[^"]*")?/, (whole) => (weight <= heaviest ? whole : ''));
	mkdirSync(join(folder, 'search'));
	writeFileSync(join(folder, 'search/index.html'), page);
	const start = performance.now();
	await writeIndex(all, `${join(folder, 'pagefind')}/`);
	const seconds = (performance.now() - start) / 1000;
	return { passages: all.passages.length, weight, seconds, index: bytesIn(join(folder, 'pagefind')) };
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Asks the built page; time is from the question to the answer on screen, once the engine is warm. */
async function ask(folder: string, port: number) {
	const server = serve(() => folder, port);
	const browser = await chromium.launch({
		executablePath: findChromium() ?? '',
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
	});
	const page = await browser.newPage();
	const bodies: Promise<number>[] = [];
	page.on('response', (response) => bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length)));
	const answered = async (q: string) => {
		const said = (asked: string) =>
			document.querySelector('.results[aria-busy="false"]')?.getAttribute('aria-label') === `“${asked}”的结果` ||
			document.querySelector('.status')?.textContent === `没有找到“${asked}”。`;
		await page.waitForFunction(said, q, { polling: 'raf', timeout: 120_000 }).catch(async (error) => {
			throw new Error(`${q}: ${await page.locator('.status').textContent()}`, { cause: error });
		});
	};
	const first = '评估组要几个人';
	await page.goto(`http://localhost:${port}/search/?q=${encodeURIComponent(first)}`);
	await answered(first);
	const cold = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
	const times: number[] = [];
	const hits: boolean[] = [];
	for (const { q, expect } of queries.filter(({ kind }, i) => kind !== 'address' && i % 4 === 0)) {
		const start = performance.now();
		await page.evaluate(
			(to) => {
				history.replaceState(null, '', to);
				dispatchEvent(new PopStateEvent('popstate'));
			},
			`/search/?q=${encodeURIComponent(q)}`,
		);
		await answered(q);
		times.push(performance.now() - start);
		const got = await page
			.locator('.results a')
			.evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute('href') ?? ''));
		hits.push(got.some((href) => expect.includes(href.slice(1).replace('/#', '#'))));
	}
	await browser.close();
	server.close();
	const slow = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
	return { cold, median: median(times), slow, five: hits.filter(Boolean).length / hits.length, asked: hits.length };
}

const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`;

type Row = { times: number } & Awaited<ReturnType<typeof build>> & Awaited<ReturnType<typeof ask>>;

const rows: Row[] = [];
for (const [i, times] of [1, 10, 100].entries()) {
	const folder = `tests/.out/bench/${times}`;
	const made = await build(times, folder);
	const use = await ask(folder, 4190 + i);
	rows.push({ times, ...made, ...use });
	rmSync(folder, { recursive: true, force: true });
}
await close();

console.table(
	rows.map((row) => ({
		content: `${row.times}×`,
		passages: row.passages,
		'catalogue, compressed': kb(row.weight),
		answers: row.weight <= heaviest ? 'catalogue' : 'index',
		'index on disk': kb(row.index),
		'index built': `${row.seconds.toFixed(1)} s`,
		'before first result': kb(row.cold),
		'warm, median': `${Math.round(row.median)} ms`,
		'warm, 95 %': `${Math.round(row.slow)} ms`,
		'among first five': `${Math.round(row.five * 100)} % of ${row.asked}`,
	})),
);

// Against 10×, not 1×: that takes less than a second, most of it starting up.
const [, ten, hundred] = rows;
const perPassage = (row: Row | undefined) => (row ? row.seconds / row.passages : Number.NaN);
const growth = perPassage(hundred) / perPassage(ten);
console.log(`time to index a passage at 100× is ${growth.toFixed(2)} of that at 10×`);
if (!(growth < 3)) {
	console.log('it does not stay flat');
	process.exitCode = 1;
}
