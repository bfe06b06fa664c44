import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { addPaper, open, saved, start } from './check.ts';
import { thorough } from './thorough.ts';
import { test } from './where.ts';

/* A feature that is mounted and disposed of leaves nothing behind: counted by the browser itself. */

/** One that is left by each round shows in a quick run too. */
const rounds = thorough ? 100 : 8;

const beside = '/_astro/mounts.js';

/** Brings features to a page whose own scripts stay away, as a module beside them. */
async function bring(page: Page, path: string, entry: string): Promise<void> {
	const { outputFiles } = await build({
		stdin: { contents: entry, resolveDir: 'src', loader: 'ts' },
		bundle: true,
		write: false,
		format: 'esm',
		jsx: 'automatic',
		jsxImportSource: 'preact',
		define: {
			'import.meta.env.BUILD': '"test"',
			'import.meta.env.SSR': 'false',
			'process.env.NODE_ENV': '"production"',
		},
		plugins: [
			{
				name: 'a sheet as its text',
				setup: ({ onResolve, onLoad }) => {
					onResolve({ filter: /\.css\?inline$/ }, () => ({ path: 'sheet', namespace: 'sheet' }));
					onLoad({ filter: /^sheet$/, namespace: 'sheet' }, () => ({
						contents: '.cite { position: absolute }',
						loader: 'text',
					}));
				},
			},
		],
	});
	await page.route('**/_astro/*.js', (route) => route.abort());
	await page.route(`**${beside}`, (route) =>
		route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' }),
	);
	// Else a place on the page that is open would only be scrolled to.
	await page.goto('about:blank');
	await page.goto(path);
	await page.evaluate(async (address) => Object.assign(globalThis, { features: await import(address) }), beside);
}

/** Mounts and disposes of what the page's `features` bring, so often; each time the page is as it was served. */
const goRound = (page: Page, times: number, alive: string) =>
	page.evaluate(
		async ([count, css]) => {
			const { mount } = (globalThis as unknown as { features: { mount: () => () => void } }).features;
			const until = async (holds: () => boolean) => {
				while (!holds()) await new Promise((done) => setTimeout(done, 5));
			};
			const look = () => document.title + document.querySelector('main')?.outerHTML;
			const served = look();
			for (let i = 0; i < count; i += 1) {
				const dispose = mount();
				await until(() => document.querySelector(css) !== null);
				dispose();
				await until(() => document.querySelector(css) === null);
				if (look() !== served) throw new Error(`${look()}\n\nis not\n\n${served}`);
			}
		},
		[times, alive] as const,
	);

interface Count {
	listeners: number;
	nodes: number;
}

async function count(page: Page): Promise<Count> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
	await session.detach();
	return { listeners: of('JSEventListeners'), nodes: of('Nodes') };
}

/** What is left when it grows less no more: stores let go of what they heard only a second later. */
async function left(page: Page): Promise<Count> {
	const seen: Count[] = [];
	await expect(async () => {
		seen.push(await count(page));
		const last = seen.slice(-4);
		expect(last).toEqual(Array(4).fill(last[0]));
	}).toPass({ intervals: [500] });
	return seen.at(-1) as Count;
}

interface Feature {
	/** Where it lives; made first where it needs something to go on with. */
	path: string | ((page: Page) => Promise<string>);
	/** What is there only while it lives. */
	alive: string;
	entry: string;
}

const mainOf = (name: string, file: string, props = '') => `import { ${name} } from './features/${file}';
	export const mount = () => ${name}(document.querySelector('main')${props && `, ${props}`});`;

const check = mainOf('mountCheck', 'self-check/mount-check.ts', '{ takeAway: async () => () => null }');

const quiz = `import { Trainer } from './features/training/Trainer.tsx';
	${mainOf('mountQuiz', 'training/mount-quiz.tsx', '{ trainer: async () => Trainer }')}`;

const features: { [name: string]: Feature } = {
	search: {
		path: `/search/?q=${encodeURIComponent('评估组要几个人')}`,
		alive: '.where a',
		entry: mainOf('mountSearch', 'search/mount-search.tsx'),
	},
	'practice and mocks': { path: '/training/quiz/', alive: '.start input', entry: quiz },
	'a practice': { path: '/training/quiz/#practice=all', alive: '.practice', entry: quiz },
	'a mock that runs': {
		path: async (page) => {
			await page.goto('/training/quiz/');
			await page.getByRole('button', { name: '开始', exact: true }).click();
			await expect(page.locator('.mock')).toBeVisible();
			return '/training/quiz/#mock';
		},
		alive: '.mock',
		entry: quiz,
	},
	'what trainers print': { path: '/training/quiz/#trainer', alive: '[type="number"]', entry: quiz },
	'choosing a self-check': { path: '/check/shenzhen-2022/', alive: '.choose', entry: check },
	'a self-check': { path: (page) => start(page), alive: '#hub', entry: check },
	'a self-check, all lines': {
		path: async (page) => `${await start(page)}#all`,
		alive: '.check-foot',
		entry: check,
	},
	'the list of self-checks': {
		path: async (page) => {
			await start(page);
			return '/check/';
		},
		alive: '.check-list',
		entry: mainOf('mountMyChecks', 'self-check/mount-my-checks.tsx', '{ bringBack: async () => () => null }'),
	},
	'going on with a self-check': {
		path: async (page) => {
			await start(page);
			return '/about/';
		},
		alive: 'main > p:last-child > a',
		// On the home page itself it stands within the page, and cannot be kept away.
		entry: `import { mountUnfinished } from './features/self-check/mount-unfinished.ts';
			const root = document.createElement('p');
			root.hidden = true;
			document.querySelector('main').append(root);
			export const mount = () => mountUnfinished(root);`,
	},
	'a pilot': {
		path: async (page) => {
			await start(page);
			return '/pilot/';
		},
		alive: '.rooms .small',
		entry: mainOf('mountPilot', 'pilot/mount-pilot.tsx'),
	},
	'the facts of a pilot': {
		path: '/pilot/facts/',
		alive: '#below button',
		entry: mainOf('mountFacts', 'pilot/mount-facts.ts'),
	},
	'the register of a pilot': {
		path: async (page) => {
			await start(page);
			await open(page, 'b6');
			await addPaper(page, 'b6', '工作手册');
			await saved(page);
			return '/pilot/evidence/';
		},
		alive: '#many textarea',
		entry: mainOf('mountEvidence', 'evidence/mount-evidence.tsx'),
	},
	'a form of a pilot': {
		path: '/forms/application/',
		alive: '[data-slot="rows"] button',
		entry: mainOf('mountFormPage', 'forms/mount-form-page.ts'),
	},
	'the list of forms': {
		path: '/forms/',
		alive: '.parcel button',
		entry: mainOf('mountParcel', 'forms/mount-parcel.tsx'),
	},
	when: { path: '/plan/', alive: '.plan-table input', entry: mainOf('mountPlan', 'plan/mount-plan.tsx') },
	'the work plan': {
		path: '/plan/work/',
		alive: '.work button',
		entry: mainOf('mountWork', 'plan/mount-work.tsx'),
	},
	'the walk': { path: '/checklist/', alive: '.walk-bar', entry: mainOf('mountWalk', 'checklist/mount-walk.ts') },
	'the site without a network': {
		path: '/about/',
		alive: '#offline button',
		entry: `import { mountOffline } from './features/offline/mount-offline.ts';
			export const mount = () => mountOffline(document.body);`,
	},
	'copying a citation': {
		path: '/docs/xize-2013/#art-18',
		alive: '.cite',
		entry: `import { mountCopyCitation } from './text/mount-copy-citation.ts';
			export const mount = () => mountCopyCitation(document.body);`,
	},
	'what rests on a clause': {
		path: '/docs/xize-2013/',
		alive: '.use-list',
		entry: `import { mountOpenUses } from './text/mount-open-uses.ts';
			export const mount = () => {
				const dispose = mountOpenUses(document.body);
				document.querySelector('.uses').click();
				return dispose;
			};`,
	},
};

/** A quick run takes every fourth, one of each kind of thing that is worked on. */
const tried = Object.entries(features).filter((_, i) => thorough || i % 4 === 2);

for (const [name, { path, alive, entry }] of tried)
	test(`${name}: mounted and disposed of ${rounds} times, nothing grows`, async ({ page }) => {
		await bring(page, typeof path === 'string' ? path : await path(page), entry);
		await goRound(page, 5, alive);
		const before = await left(page);
		await goRound(page, rounds, alive);
		const after = await left(page);
		console.log(`${name}: listeners ${before.listeners} → ${after.listeners}, nodes ${before.nodes} → ${after.nodes}`);
		// One left by each would be a hundred.
		expect(after.listeners).toBeLessThan(before.listeners + 10);
		expect(after.nodes).toBeLessThan(before.nodes + 10);
	});

test('a self-check and a walk, whose parts are called alike, live on one page and go one by one', async ({ page }) => {
	const entry = `import { mountCheck } from './features/self-check/mount-check.ts';
		import { mountWalk } from './features/checklist/mount-walk.ts';
		const walk = document.querySelector('main');
		const request = new XMLHttpRequest();
		request.open('GET', '/check/national/');
		request.responseType = 'document';
		request.send();
		await new Promise((done) => { request.onload = done; });
		const check = request.response.querySelector('main');
		document.body.append(check);
		walk.id = 'walk';
		check.id = 'check';
		const served = walk.outerHTML + check.outerHTML;
		export const mounts = {
			walk: () => mountWalk(walk),
			check: () => mountCheck(check, { takeAway: async () => () => null }),
		};
		export const ends = {};
		export const asServed = () => walk.outerHTML + check.outerHTML === served;`;
	await bring(page, '/checklist/', entry);
	const mount = (name: string) => page.evaluate(`void (features.ends.${name} = features.mounts.${name}())`);
	const dispose = (name: string) => page.evaluate(`features.ends.${name}()`);
	const [walk, check] = [page.locator('#walk'), page.locator('#check')];

	await mount('walk');
	await mount('check');
	await check.getByRole('button', { name: '开始', exact: true }).click();
	await expect(check.locator('#hub')).toBeVisible();
	await walk.getByRole('radio', { name: '待整改' }).first().check();
	await expect(walk.locator('[data-progress]')).toContainText('待整改 1');
	await check.getByRole('link', { name: '整张表一起填' }).click();
	await check.locator('textarea').last().fill('还在');
	await expect(check.locator('.check-foot [role="status"]')).toContainText('已保存');

	await dispose('walk');
	await expect(walk.locator('.walk-bar')).toHaveCount(0);
	await check.getByRole('link', { name: '总览' }).click();
	await expect(check.locator('.hidden-head')).toBeFocused();
	await mount('walk');
	await expect(walk.locator('[data-progress]')).toContainText('待整改 1');

	await dispose('check');
	await expect(check.locator('#hub')).toHaveCount(0);
	await expect(check.locator('textarea').last()).toHaveValue('');
	await walk.getByRole('radio', { name: '待整改' }).nth(1).check();
	await expect(walk.locator('[data-progress]')).toContainText('待整改 2');
	await dispose('walk');
	expect(await page.evaluate('features.asServed()')).toBe(true);
});

test('nothing that mounts is left out', () => {
	const mounting = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/^(features|text)\/.*\/?mount-[^/]+$/.test(file),
	);
	expect(mounting.length).toBeGreaterThan(8);
	for (const file of mounting)
		expect(Object.values(features).some(({ entry }) => entry.includes(`./${file}`))).toBe(true);
});

test('what stays behind is counted', async ({ page }) => {
	const entry = `export const mount = () => {
		const shown = document.body.appendChild(document.createElement('i'));
		addEventListener('hashchange', () => shown);
		return () => shown.remove();
	};`;
	await bring(page, '/search/', entry);
	const before = await left(page);
	await goRound(page, 100, 'body > i');
	const after = await left(page);
	expect(after.listeners).toBeGreaterThanOrEqual(before.listeners + 100);
	expect(after.nodes).toBeGreaterThanOrEqual(before.nodes + 100);
});
