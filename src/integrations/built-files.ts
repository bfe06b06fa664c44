import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a built site, as its path from the root, in a stable order. */
export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(join(folder, name)).isFile())
		.map((name) => name.replaceAll('\\', '/'))
		.sort();

/** Changes the HTML of pages; a change that finds nothing to change on any of them was made for another build. */
export function rewritePages(folder: string, change: (html: string, path: string) => string): void {
	let changed = 0;
	for (const path of filesIn(folder).filter((each) => each.endsWith('.html'))) {
		const file = join(folder, path);
		const html = readFileSync(file, 'utf8');
		const next = change(html, path);
		if (next === html) continue;
		changed += 1;
		writeFileSync(file, next);
	}
	if (changed === 0) throw new Error(`no page in ${folder} has what was to be changed`);
}
