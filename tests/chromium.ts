import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { installOnDebian } from './debian.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];
const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => {
		const folder = process.env[key];
		return folder
			? [`${folder}/Google/Chrome/Application/chrome.exe`, `${folder}/Microsoft/Edge/Application/msedge.exe`]
			: [];
	}),
];

const inPath = (names: readonly string[]): string[] => {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const installed = (): string | undefined => [...inPath(names), ...elsewhere].find(existsSync);

function installedByUs(): string | undefined {
	return installOnDebian(['chromium', 'fonts-noto-cjk'], 'inherit') ? installed() : undefined;
}

/** The browser for tests; undefined, after saying what to install, when there is none. */
export function findChromium(): string | undefined {
	const given = process.env.CHROMIUM_PATH;
	if (given) return given;
	const bundled = chromium.executablePath();
	const found = installed() ?? (existsSync(bundled) ? bundled : undefined) ?? installedByUs();
	if (!found) console.error('No browser found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.');
	return found;
}

/**
 * Chromium without its windows, which takes three fifths of the time for the same pages; the whole browser where there
 * is no such. `npm test` uses it, `npm run test:long` the whole one; tests that kill a browser always do.
 */
export function findShell(): string | undefined {
	const shell = () => inPath(['chromium-headless-shell']).find(existsSync);
	return shell() ?? (installOnDebian(['chromium-headless-shell'], 'inherit') ? shell() : undefined) ?? findChromium();
}

/** What every browser of the tests is started with; without a graphics card what draws instead of it takes a sixth of the time. */
export const args = [
	'--disable-background-networking',
	'--disable-gpu',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
