import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a built site, as its path from the root, in a stable order. */
export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(join(folder, name)).isFile())
		.map((name) => name.replaceAll('\\', '/'))
		.sort();

/** Changes the HTML of every page. */
export function rewritePages(folder: string, change: (html: string, path: string) => string): void {
	const pages = filesIn(folder).filter((path) => path.endsWith('.html'));
	if (pages.length === 0) throw new Error(`no page found in ${folder}`);
	for (const path of pages) {
		const file = join(folder, path);
		writeFileSync(file, change(readFileSync(file, 'utf8'), path));
	}
}
