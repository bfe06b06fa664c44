import { defineConfig } from '@playwright/test';
import { args, findChromium, findShell } from './chromium.ts';

export default defineConfig({
	testDir: 'browser',
	outputDir: '.out/playwright',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	// States are waited for; a busy machine may take its time.
	timeout: 240_000,
	expect: { timeout: 15_000 },
	reporter: [['dot'], ['json', { outputFile: '.out/playwright.json' }]],
	use: {
		baseURL: 'http://localhost:4180',
		launchOptions: {
			executablePath: (process.env.SHELL_ONLY ? findShell() : findChromium()) ?? '',
			args,
		},
	},
	webServer: {
		command: 'node tests/serve.ts',
		cwd: '..',
		url: 'http://localhost:4180/',
		reuseExistingServer: false,
	},
});
