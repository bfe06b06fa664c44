/*
 * The built site in Firefox and in WebKit: the main ways through it, with real presses and keys, in a small window.
 * Part of `npm run test:long`.
 */
import { spawnSync } from 'node:child_process';
import { installOnDebian } from '../debian.ts';
import { serve } from '../serve.ts';
import { firefox } from './firefox.ts';
import { journeys } from './journeys.ts';
import { Page } from './page.ts';
import { miniBrowser, webkit } from './webkit.ts';

const port = 4195;
const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];
const commands: [string, string][] = [
	['firefox-esr', '--version'],
	['WebKitWebDriver', '--help'],
	['Xvfb', '-help'],
];
const missing = () =>
	commands.some(([name, ask]) => spawnSync(name, [ask], { stdio: 'ignore' }).error) || !miniBrowser();

if (missing() && !(installOnDebian(packages) && !missing()))
	throw new Error(`Firefox, WebKitGTK’s driver or Xvfb is missing: install Debian’s ${packages.join(', ')}.`);

// A browser that never answers is given up.
setTimeout(() => {
	console.log('No answer for five minutes.');
	process.exit(1);
}, 300_000).unref();

const refused: string[] = [];
const server = serve(() => 'tests/.out/root', port);
server.on('request', ({ url }, response) =>
	response.once('finish', () => {
		if (response.statusCode >= 400) refused.push(`${response.statusCode} ${url}`);
	}),
);

let passed = 0;
let failed = 0;
for (const start of [firefox, webkit]) {
	const driver = await start();
	const page = new Page(driver, `http://localhost:${port}`);
	for (const [name, journey] of Object.entries(journeys)) {
		const began = performance.now();
		const faults: string[] = [];
		await journey(page)
			.then(() => page.fits())
			.catch((error: Error) => faults.push(error.message));
		faults.push(...driver.complaints(), ...refused.splice(0));
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		console.log(`${driver.version}, ${name}: ${faults.length === 0 ? 'passed' : 'FAILED'}, ${seconds} s`);
		for (const fault of faults) console.log(`    ${fault}`);
		if (faults.length === 0) passed += 1;
		else failed += 1;
	}
	await driver.close();
}
server.close();
console.log(`${passed} journeys passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
