import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

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

function installed(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(existsSync);
}

function rootOnDebian(): boolean {
	return (
		process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version').length > 0
	);
}

function installOnDebian(): string | undefined {
	console.log('No browser found: installing Debian’s chromium and fonts-noto-cjk.');
	spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
	spawnSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' });
	return installed();
}

/** The browser for tests; undefined, after saying what to install, when there is none. */
export function findChromium(): string | undefined {
	const given = process.env.CHROMIUM_PATH;
	if (given) return given;
	const bundled = chromium.executablePath();
	const found =
		installed() ?? (existsSync(bundled) ? bundled : undefined) ?? (rootOnDebian() ? installOnDebian() : undefined);
	if (!found) console.error('No browser found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.');
	return found;
}
