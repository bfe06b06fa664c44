/* `npm run test:browser -- <words>`: the browser tests whose file or title has these words, on a build that is not older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { filesIn } from '../src/integrations/built-files.ts';
import { findChromium } from './chromium.ts';

const built = 'tests/.out/root';

const newest = ['content', 'rubrics', 'src']
	.flatMap((folder) => filesIn(folder).map((path) => `${folder}/${path}`))
	.concat('astro.config.mjs', 'package-lock.json')
	.reduce((latest, path) => Math.max(latest, statSync(path).mtimeMs), 0);

const run = (command: string, args: string[], env = {}): boolean =>
	spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
	}).status === 0;

const words = process.argv.slice(2);
const specs = filesIn('tests/browser').filter((path) => path.endsWith('.spec.ts'));
/** A word that names files chooses those; the others are looked for in titles. */
const files = words.filter((word) => specs.some((path) => path.includes(word)));
const titles = words.filter((word) => !files.includes(word));

const fresh = existsSync(`${built}/sw.js`) && statSync(`${built}/sw.js`).mtimeMs > newest;
const ready = fresh || run('astro', ['build', '--outDir', built]);
const done =
	ready &&
	run(
		'playwright',
		[
			'test',
			'--config',
			'tests/playwright.config.ts',
			'--reporter',
			'list',
			...files,
			...titles.flatMap((t) => ['-g', t]),
		],
		{ CHROMIUM_PATH: findChromium() ?? '' },
	);
process.exitCode = done ? 0 : 1;
