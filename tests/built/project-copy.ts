import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of the project that can be spoilt or extended, and built. */
export function copyOfProject() {
	const root = mkdtempSync(join(tmpdir(), 'project-'));
	for (const name of ['content', 'rubrics', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
		cpSync(name, join(root, name), { recursive: true });
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
	return {
		root,
		build() {
			const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
				cwd: root,
				env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
				encoding: 'utf8',
			});
			return { status, output: stdout + stderr };
		},
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}
