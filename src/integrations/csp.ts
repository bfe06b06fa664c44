import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-files.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The source list for one kind of element: the page's own files, and just what it holds inline. */
function sources(html: string, element: RegExp): string {
	const inline = Array.from(html.matchAll(element), ([, text = '']) => hash(text));
	return ["'self'", ...new Set(inline)].join(' ');
}

const script = /<script(?![^>]*\b(?:src|type="application\/)[^>]*>)[^>]*>(.*?)<\/script>/gs;
const style = /<style[^>]*>(.*?)<\/style>/gs;

/** The engine of the search index is WebAssembly in a worker; pages that may open it say so. */
const engine = 'data-engine';

export const policyOf = (html: string): string =>
	[
		"default-src 'none'",
		`script-src ${sources(html, script)}${html.includes(engine) ? " 'wasm-unsafe-eval'" : ''}`,
		`style-src ${sources(html, style)}`,
		'img-src data:',
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ');

/** Writes a Content-Security-Policy into every built page. */
export function writePolicies(folder: string): void {
	rewritePages(folder, (html, path) => {
		const meta = `<meta http-equiv="content-security-policy" content="${policyOf(html)}">`;
		const guarded = html.replace('<meta charset="utf-8">', (charset) => charset + meta);
		if (guarded === html) throw new Error(`${path} has no place for its policy`);
		return guarded;
	});
}

export function contentSecurityPolicy(): AstroIntegration {
	return {
		name: 'content-security-policy',
		hooks: { 'astro:build:done': ({ dir }) => writePolicies(fileURLToPath(dir)) },
	};
}
