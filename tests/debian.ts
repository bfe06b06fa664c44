import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

function rootOnDebian(): boolean {
	return (
		process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version').length > 0
	);
}

/** Installs packages where that is ours to do, and says so; false where it is not. */
export function installOnDebian(packages: readonly string[], stdio: 'ignore' | 'inherit' = 'ignore'): boolean {
	if (!rootOnDebian()) return false;
	console.log(`Installing Debian’s ${packages.join(', ')}.`);
	spawnSync('apt-get', ['update', '-q'], { stdio });
	return spawnSync('apt-get', ['install', '-y', '-q', ...packages], { stdio }).status === 0;
}
