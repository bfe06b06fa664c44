import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Page {
	/** Its address within the site, such as "docs/". */
	path: string;
	html: string;
}

export interface Site {
	base: string;
	folder: string;
	pages: Page[];
}

function open(base: string, folder: string): Site {
	if (!existsSync(folder)) throw new Error(`${folder} is missing: run npm test, which builds it.`);
	const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.map((name) => ({
			path: name.replaceAll('\\', '/').replace(/index\.html$/, ''),
			html: readFileSync(join(folder, name), 'utf8'),
		}));
	return { base, folder, pages };
}

/** The two builds under test. */
export const sites = [open('/', 'tests/.out/root'), open('/a/b/', 'tests/.out/prefix/a/b')];

export const attributes = (html: string, name: string): string[] =>
	Array.from(html.matchAll(RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value = '']) => value.replaceAll('&amp;', '&'));
