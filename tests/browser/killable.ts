import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';

/* A browser of its own, with a profile that outlives it, that can be killed as a power cut would. */

interface Running {
	child: ChildProcess;
	page: Page;
}

export function profile() {
	const folder = mkdtempSync(join(tmpdir(), 'killed-'));
	const args = [
		'--headless=new',
		'--disable-background-networking',
		'--disable-gpu',
		`--user-data-dir=${folder}`,
		'--remote-debugging-port=0',
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'about:blank',
	];
	return {
		async launch(): Promise<Running> {
			rmSync(join(folder, 'SingletonLock'), { force: true });
			const child = spawn(findChromium() ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] });
			const endpoint = await new Promise<string>((done) => {
				let said = '';
				child.stderr.on('data', (chunk) => {
					said += chunk;
					const found = /DevTools listening on (\S+)/.exec(said)?.[1];
					if (found) done(found);
				});
			});
			const browser = await chromium.connectOverCDP(endpoint);
			const [context] = browser.contexts();
			if (!context) throw new Error('no context');
			return { child, page: await context.newPage() };
		},
		async end({ child }: Running, how: 'SIGKILL' | 'SIGTERM'): Promise<void> {
			const gone = new Promise((done) => child.once('exit', done));
			child.kill(how);
			await gone;
		},
		remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
	};
}
