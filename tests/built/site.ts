import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Page {
	/** Its address within the site, such as "docs/". */
	path: string;
	html: string;
}

export interface Site {
	folder: string;
	pages: Page[];
}

function open(folder: string): Site {
	if (!existsSync(folder)) throw new Error(`${folder} is missing: run npm test, which builds it.`);
	const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.map((name) => ({
			path: name.replaceAll('\\', '/').replace(/index\.html$/, ''),
			html: readFileSync(join(folder, name), 'utf8'),
		}));
	return { folder, pages };
}

/** The build under test. */
export const site = open('tests/.out/root');

export const attributes = (html: string, name: string): string[] =>
	Array.from(html.matchAll(RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value = '']) => value.replaceAll('&amp;', '&'));
