import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The source list for one kind of element: the page's own files, and just what it holds inline. */
function sources(html: string, element: RegExp): string {
	const inline = Array.from(html.matchAll(element), ([, text = '']) => hash(text));
	return ["'self'", ...new Set(inline)].join(' ');
}

const script = /<script(?![^>]*\b(?:src|type="application\/)[^>]*>)[^>]*>(.*?)<\/script>/gs;
const style = /<style[^>]*>(.*?)<\/style>/gs;

export const policyOf = (html: string): string =>
	[
		"default-src 'none'",
		`script-src ${sources(html, script)}`,
		`style-src ${sources(html, style)}`,
		"img-src 'self' data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ');

/** Writes a Content-Security-Policy into every built page. */
export function contentSecurityPolicy(): AstroIntegration {
	return {
		name: 'content-security-policy',
		hooks: {
			'astro:build:done': ({ dir, assets }) => {
				const files = [...assets.values()].flat().map((file) => fileURLToPath(file));
				const pages = new Set(files.filter((file) => file.endsWith('.html')));
				for (const file of pages) {
					const html = readFileSync(file, 'utf8');
					const meta = `<meta http-equiv="content-security-policy" content="${policyOf(html)}">`;
					writeFileSync(
						file,
						html.replace('<meta charset="utf-8">', (charset) => charset + meta),
					);
				}
				if (!pages.size) throw new Error(`no page found in ${dir.href}`);
			},
		},
	};
}
