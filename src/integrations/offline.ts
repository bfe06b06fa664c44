import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from './built-files.ts';
import { isTwin } from './folder-twins.ts';

const source = (name: string) => fileURLToPath(new URL(`../features/offline/${name}.js`, import.meta.url));

const digest = (data: string | Buffer) => createHash('sha256').update(data).digest('base64');

/** The index answers only where the site is too large for its catalogue; it is not kept for use without a network. */
const kept = (path: string) =>
	!isTwin(path) && !/^(pagefind\/|offline\.json$|sw(-off)?\.js$|_headers$|\.htaccess$|web\.config$)/.test(path);

/** Writes the list of what is kept for use without a network, and the worker that keeps it. */
export function writeOffline(folder: string): { files: number; bytes: number } {
	const files = filesIn(folder)
		.filter(kept)
		.map((path) => {
			const data = readFileSync(join(folder, path));
			return { path, sha256: digest(data), bytes: data.length };
		});
	const worker = readFileSync(source('worker'), 'utf8');
	const version = digest(JSON.stringify(files) + worker).slice(0, 12);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	writeFileSync(join(folder, 'offline.json'), JSON.stringify({ format: 1, version, bytes, files }));
	writeFileSync(join(folder, 'sw.js'), `const version = '${version}';\n\n${worker}`);
	cpSync(source('worker-off'), join(folder, 'sw-off.js'));
	return { files: files.length, bytes };
}

export function offline(): AstroIntegration {
	return {
		name: 'offline',
		hooks: {
			'astro:build:done': ({ dir, logger }) => {
				const { files, bytes } = writeOffline(fileURLToPath(dir));
				logger.info(`${files} files, ${Math.round(bytes / 1024)} KB, can be kept for use without a network.`);
			},
		},
	};
}
