/* `npm run package`: the built site, what opens it by double-click, and for servers settings, checksums and how to put it up, in one zip. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { filesIn } from '../integrations/built-files.ts';
import { howTo } from './how-to.ts';
import { policyOfAll } from './policy.ts';
import { nginx } from './servers.ts';
import { startPage, threeLines } from './without-a-server.ts';

/** What Notepad on an old Windows reads as it should. */
const forNotepad = (text: string) => strToU8(`\ufeff${text.replaceAll('\n', '\r\n')}`);

/** The same site gives the same bytes, whenever it is packed. */
const always = new Date(2020, 0, 1, 12);

export function packed(folder: string): { name: string; zip: Uint8Array } {
	const paths = filesIn(folder);
	const read = (path: string) => readFileSync(join(folder, path));
	const pages = paths.filter((path) => path.endsWith('.html'));
	const { version, bytes } = JSON.parse(read('offline.json').toString());
	const files: Record<string, Uint8Array> = {
		...Object.fromEntries(paths.map((path) => [`site/${path}`, read(path)])),
		'settings/nginx.conf': strToU8(nginx(policyOfAll(pages.map((path) => read(path).toString())))),
		[startPage.path]: strToU8(startPage.text),
		[threeLines.path]: forNotepad(threeLines.text),
		'部署说明.txt': forNotepad(howTo(version, bytes)),
	};
	const sums = Object.entries(files)
		.map(([path, data]) => `${createHash('sha256').update(data).digest('hex')}  ${path}\n`)
		.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
	files['SHA256SUMS.txt'] = strToU8(sums.join(''));
	return { name: `standardisation-pilot-${version.replace(/\W/g, '')}.zip`, zip: zipSync(files, { mtime: always }) };
}

if (import.meta.main) {
	const { name, zip } = packed('dist');
	writeFileSync(name, zip);
	console.log(`${name}: ${(zip.length / 1024 / 1024).toFixed(1)} MB`);
}
