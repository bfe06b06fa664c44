/*
 * The page of one document on our site and on those that two generators of documentation make of
 * the same five documents, at 1, 10 and 100 times the content. Prints them side by side; fails when
 * ours does not win, weighs too much for its words, or takes more time a page as the content grows.
 * With --write, the figures go into figures.json and src/README.md.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { shownText } from '../../src/clauses/marks.ts';
import { words } from '../../src/clauses/outline.ts';
import type { Document } from '../../src/schemas/document.ts';
import { copyOfProject } from '../built/project-copy.ts';
import { findChromium } from '../chromium.ts';
import {
	agree,
	type Figures,
	figuresFile,
	figuresTable,
	heaviest,
	ours,
	readFigures,
	type Size,
	sizes,
	withTable,
} from './figures.ts';
import { type Grown, grown, writeInto } from './grown.ts';
import { type Rival, rivals, writeRival } from './rival-sites.ts';
import { installTools } from './tools.ts';
import { type Cost, costOf, firstPaint } from './visit.ts';
import { serveCompressed } from './web-server.ts';

const page = 'xize-2013';
const port = 4196;
const paints = 5;

interface Built {
	name: string;
	folder: string;
	address: string;
	pages: number;
	seconds: number;
	remove: () => void;
}

const pagesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;

function buildOurs(all: readonly Grown[]): Built {
	const { root, build, remove } = copyOfProject();
	writeInto(root, all);
	// What no text says is said of the five; the copies say anything.
	rmSync(join(root, 'content/gaps.yaml'));
	const start = performance.now();
	const { status, output } = build();
	const seconds = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`Our site was not built:\n${output}`);
	const folder = join(root, 'dist');
	return { name: ours, folder, address: `/docs/${page}/`, pages: pagesIn(folder), seconds, remove };
}

function buildRival(rival: Rival, size: Size, documents: readonly Document[]): Built {
	const root = writeRival(rival, size, documents);
	const start = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, rival.command, {
		cwd: root,
		env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
		encoding: 'utf8',
		maxBuffer: 1 << 26,
	});
	const seconds = (performance.now() - start) / 1000;
	if (status !== 0) throw new Error(`${rival.name} was not built:\n${stdout}${stderr}`);
	const folder = join(root, rival.output);
	const remove = () => rmSync(root, { recursive: true, force: true });
	return { name: rival.name, folder, address: rival.address(page), pages: pagesIn(folder), seconds, remove };
}

const median = (numbers: readonly number[]) =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Visits the page on each site, one after the other, so that a busy machine is busy for all. */
async function visit(browser: Browser, sites: readonly Built[], longest: string) {
	const servers = sites.map(({ folder }, i) => serveCompressed(folder, port + i));
	const addressOf = (i: number) => `http://localhost:${port + i}${sites[i]?.address}`;
	const costs: Cost[] = [];
	for (const i of sites.keys()) costs.push(await costOf(browser, addressOf(i), longest));
	const times: number[][] = sites.map(() => []);
	for (let round = 0; round < paints; round += 1)
		for (const i of sites.keys()) times[i]?.push(await firstPaint(browser, addressOf(i)));
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	const [own = Number.NaN, ...others] = times.map(median);
	return { costs, paints: [own, ...others].map((time) => time / own) };
}

const first = grown(1).find(({ document }) => document.id === page)?.document;
if (!first) throw new Error(`There is no document ${page}.`);
const texts = Array.from(words(first), ({ runs }) => shownText(runs));
const bareText = gzipSync(readFileSync(join('content/sources', first.meta['captured-from'])), { level: 9 }).length;
const longest = texts.reduce((a, b) => (b.length > a.length ? b : a)).replaceAll(/\s/g, '');

const begun = performance.now();
installTools();
const browser = await chromium.launch({
	executablePath: findChromium() ?? '',
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

type Row = Pick<Built, 'name' | 'pages' | 'seconds'> & { size: Size; cost: Cost; paint: number };
const rows: Row[] = [];
for (const size of sizes) {
	const all = grown(size);
	const documents = all.map(({ document }) => document);
	const sites = [buildOurs(all), ...rivals.map((rival) => buildRival(rival, size, documents))];
	const { costs, paints } = await visit(browser, sites, longest);
	for (const [i, { name, pages, seconds, remove }] of sites.entries()) {
		rows.push({ name, size, pages, seconds, cost: costs[i] as Cost, paint: paints[i] ?? Number.NaN });
		remove();
	}
}
await browser.close();

const kb = (bytes: number) => (bytes / 1024).toFixed(1);
console.log(`${page}, KB by gzip -9; first paint on a phone’s line, median of ${paints}, against ours`);
console.table(
	rows.map(({ name, size, pages, seconds, cost, paint }) => ({
		site: `${name} ${size}×`,
		requests: cost.requests,
		...Object.fromEntries(Object.entries(cost.bytes).map(([kind, bytes]) => [kind, kb(bytes)])),
		total: kb(cost.total),
		script: kb(cost.script),
		'to read': kb(cost.scriptToRead),
		'first paint': `${paint.toFixed(2)} of ours`,
		pages,
		built: `${seconds.toFixed(1)} s`,
		'a page': `${((seconds / pages) * 1000).toFixed(0)} ms`,
	})),
);

const row = (name: string, size: Size) => rows.find((candidate) => candidate.name === name && candidate.size === size);
const costsOf = (name: string) =>
	Object.fromEntries(sizes.map((size) => [size, row(name, size)?.cost])) as Record<Size, Cost>;
const figures: Figures = {
	page,
	bareText,
	rivals: Object.fromEntries(rivals.map(({ name, version }) => [name, version])),
	sites: Object.fromEntries([ours, ...rivals.map(({ name }) => name)].map((name) => [name, costsOf(name)])),
};

const failures: string[] = [];
const expected = (holds: boolean, failure: string) => {
	if (!holds) failures.push(failure);
};

for (const size of sizes) {
	const own = row(ours, size)?.cost;
	for (const { name } of rivals) {
		const theirs = row(name, size)?.cost;
		for (const what of ['requests', 'total', 'script'] as const)
			expected(own !== undefined && theirs !== undefined && own[what] < theirs[what], `${size}×: ${what}, ${name}`);
	}
	expected(own?.scriptToRead === 0, `${size}×: our page needs script to be read`);
}

const factor = (row(ours, 1)?.cost.total ?? Number.NaN) / bareText;
console.log(
	`the captured text is ${kb(bareText)} KB; our page is ${factor.toFixed(2)} times that, at most ${heaviest}`,
);
expected(factor <= heaviest, `our page is ${factor.toFixed(2)} times its text`);

// Against 10×, not 1×: there, starting up is most of what a page seems to cost.
const steepest = 2;
const perPage = (size: Size) => {
	const { seconds, pages } = row(ours, size) ?? { seconds: Number.NaN, pages: 1 };
	return seconds / pages;
};
const growth = perPage(100) / perPage(10);
console.log(`our time a page at 100× is ${growth.toFixed(2)} of that at 10×, at most ${steepest}`);
expected(growth <= steepest, `our time a page grows to ${growth.toFixed(2)}`);

if (process.argv.includes('--write')) {
	writeFileSync(figuresFile, `${JSON.stringify(figures, null, '\t')}\n`);
	writeFileSync('src/README.md', withTable(readFileSync('src/README.md', 'utf8'), figuresTable(figures)));
} else if (!agree(readFigures(), figures))
	console.log(`${figuresFile} says something else: node tests/bench/rivals.ts --write`);

console.log(`in ${Math.round((performance.now() - begun) / 1000)} s`);
for (const failure of failures) console.log(`FAILED  ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
