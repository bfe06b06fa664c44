import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { args, findChromium } from '../chromium.ts';

/* Browsers that keep their profile in a folder, which can be copied, filled up or broken while they are closed. */

export const baseURL = 'http://localhost:4180';

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'profile-'));

export async function launch(folder: string): Promise<BrowserContext> {
	const context = await chromium.launchPersistentContext(folder, {
		baseURL,
		executablePath: findChromium() ?? '',
		args,
	});
	// As if the site had been told not to keep itself.
	await context.addInitScript(() => localStorage.setItem('offline /', 'off'));
	return context;
}

export function copied(folder: string): string {
	const copy = newProfile();
	cpSync(folder, copy, { recursive: true });
	return copy;
}

export const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
