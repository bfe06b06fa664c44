import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-files.ts';

const address = /(<[a-z][^>]*? (?:href|src|action|poster)=")(\/(?!\/)[^"]*)"/g;

/** The shortest way from a page to an address that begins at the root. */
export function relative(from: string, to: string): string {
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
	const way = posix.relative(posix.join('/', posix.dirname(from)), path);
	return `${way || '.'}${path.endsWith('/') ? '/' : ''}${rest}`;
}

/** Lets one build work under any address: pages lead to each other by ways that do not begin at the root. */
export const makeRelative = (folder: string): void =>
	rewritePages(folder, (html, page) =>
		page === '404.html'
			? html
			: html.replace(address, (_, before: string, to: string) => `${before}${relative(page, to)}"`),
	);

export function relativeAddresses(): AstroIntegration {
	return {
		name: 'relative-addresses',
		hooks: { 'astro:build:done': ({ dir }) => makeRelative(fileURLToPath(dir)) },
	};
}
