/* What takes longer than a few minutes: `npm run test:long`, after `npm test`, whose builds it uses. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { findChromium } from './chromium.ts';

if (!existsSync('tests/.out/root')) throw new Error('tests/.out/root is missing: run npm test, which builds it.');

const playwright = ['test', '--config', 'tests/playwright.config.ts', '--reporter', 'dot'];

const quick = 'tests/.out/quick.txt';

const listed = (...only: string[]): string[] =>
	spawnSync('playwright', [...playwright.slice(0, 3), '--list', '--reporter', 'list', ...only], {
		encoding: 'utf8',
		shell: process.platform === 'win32',
	})
		.stdout.split('\n')
		.filter((line) => line.includes('›'));

/** What `npm test` has run already, but for the tests that look further by themselves. */
function listQuick(): void {
	// A race is run once more in the whole browser.
	const further = listed('--grep', '@thorough|@race');
	const quickly = listed().filter((line) => !further.includes(line));
	if (further.length < 5 || quickly.length < 100) throw new Error('the list of browser tests was not read');
	writeFileSync(quick, quickly.join('\n'));
}

interface Step {
	name: string;
	command: string;
	args: string[];
	env?: Record<string, string>;
}

const steps: Step[] = [
	{
		name: 'every storage fault that is a race, twenty times in a row',
		command: 'playwright',
		// They wait more than they work.
		args: [...playwright, '--grep', '@race', '--repeat-each', '20', '--workers', '4'],
		env: { REPEATED: '1', SHELL_ONLY: '1' },
	},
	{
		name: 'every other browser test with everything it can try',
		command: 'playwright',
		args: [...playwright, '--test-list-invert', quick],
		env: { THOROUGH: '1' },
	},
	{
		name: 'faults where the site was opened from a folder',
		command: 'playwright',
		args: [...playwright, 'words-lost.spec', 'colleagues-files.spec'],
		env: { FROM_FOLDER: '1', THOROUGH: '1' },
	},
	{
		name: 'ten thousand files that are almost ours and pilots of any dates, all histories, every fault and change of texts and tables',
		command: 'vitest',
		args: [
			'run',
			'--config',
			'tests/vitest.config.ts',
			'tests/unit/fuzzed-files.test.ts',
			'tests/unit/histories.test.ts',
			'tests/unit/evidence-histories.test.ts',
			'tests/unit/planning.test.ts',
			'tests/built/broken-content.test.ts',
			'tests/data/mutations.test.ts',
			'tests/data/rubrics.test.ts',
		],
		env: { THOROUGH: '1' },
	},
	{ name: 'how search grows', command: 'node', args: ['tests/bench/search.ts'] },
	{ name: 'the main ways in Firefox and WebKit', command: 'node', args: ['tests/long/browsers.ts'] },
	{ name: 'from a folder in Firefox and WebKit', command: 'node', args: ['tests/long/from-folder.ts'] },
	{ name: 'the site beside two rivals', command: 'node', args: ['tests/bench/rivals.ts'] },
	{ name: 'a page of every kind by Lighthouse', command: 'node', args: ['tests/bench/lighthouse.ts'] },
	{ name: 'our settings in nginx and Apache', command: 'node', args: ['tests/long/servers.ts'] },
	{ name: 'what LibreOffice makes of the papers', command: 'node', args: ['tests/long/office.ts'] },
];

listQuick();

const failed = steps.filter(({ name, command, args, env }) => {
	console.log(`\n── ${name} ──`);
	const start = performance.now();
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, CHROMIUM_PATH: findChromium() ?? '', ...env },
	});
	console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
	return status !== 0;
});
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
