/* Ten runs of the browser suite in a row, ending at the first that fails: `npm run test:ten`, after `npm test`. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

for (let run = 1; run <= 10; run += 1) {
	console.log(`\n── run ${run} of 10 ──`);
	const { status } = spawnSync('playwright', ['test', '--config', 'tests/playwright.config.ts', '--reporter', 'dot'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, CHROMIUM_PATH: findChromium() ?? '' },
	});
	if (status !== 0) {
		console.log(`\nrun ${run} failed`);
		process.exit(1);
	}
}
console.log('\n10 runs passed, 0 failed');
