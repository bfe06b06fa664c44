import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of one page: its own files, and just the inline scripts that it holds. */
export function policyOf(html: string): string {
	const scripts = Array.from(
		html.matchAll(/<script(?![^>]*\b(?:src|type="application\/)[^>]*>)[^>]*>(.*?)<\/script>/gs),
	);
	return [
		"default-src 'none'",
		["script-src 'self'", ...new Set(scripts.map(([, text = '']) => hash(text)))].join(' '),
		"style-src 'self'",
		"img-src 'self' data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ');
}

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
