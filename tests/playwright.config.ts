import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

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
		// As if the site had been told not to keep itself: each test would fetch all of it (offline.spec.ts lets it).
		storageState: {
			cookies: [],
			origins: [
				{
					origin: 'http://localhost:4180',
					localStorage: ['/', '/a/b/'].map((path) => ({ name: `offline ${path}`, value: 'off' })),
				},
			],
		},
		launchOptions: {
			executablePath: findChromium() ?? '',
			// Without a graphics card what draws instead of it takes a sixth of the time.
			args: ['--disable-background-networking', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
		},
	},
	webServer: {
		command: 'node tests/serve.ts',
		cwd: '..',
		url: 'http://localhost:4180/',
		reuseExistingServer: false,
	},
});
