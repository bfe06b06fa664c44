/* What is measured against, and with: no dependencies of the project, installed when a bench asks for them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const pinned = 'tests/bench/tools';
/** Here the sites of the rivals are built too, so that they find their generator. */
export const tools = 'tests/.out/bench/tools';

export const versions: Record<string, string> = JSON.parse(
	readFileSync(join(pinned, 'package.json'), 'utf8'),
).dependencies;

const installed = (): boolean =>
	Object.entries(versions).every(([name, version]) => {
		try {
			return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version === version;
		} catch {
			return false;
		}
	});

export function installTools(): void {
	if (installed()) return;
	mkdirSync(tools, { recursive: true });
	for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(pinned, name), join(tools, name));
	const start = performance.now();
	const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error'], {
		cwd: resolve(tools),
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`The tools of the bench could not be installed in ${tools}.`);
	console.log(`tools installed in ${Math.round((performance.now() - start) / 1000)} s`);
}
