/* What a server says about every page: as strict as the pages say of themselves, and what only a header can say. */

const policies = /<meta http-equiv="content-security-policy" content="([^"]*)">/;

/** One policy that allows what each of some pages allows; each page narrows it to itself. */
export function policyOfAll(pages: readonly string[]): string {
	const directives = new Map<string, Set<string>>();
	for (const html of pages)
		for (const directive of (policies.exec(html)?.[1] ?? '').split('; ')) {
			const [name = '', ...sources] = directive.split(' ');
			const all = directives.get(name) ?? new Set();
			for (const source of sources) all.add(source);
			directives.set(name, all);
		}
	return [
		...Array.from(directives, ([name, sources]) => `${name} ${[...sources].join(' ')}`),
		"worker-src 'self'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types site-worker default',
	].join('; ');
}

export const headersFor = (policy: string): [string, string][] => [
	['Content-Security-Policy', policy],
	['X-Content-Type-Options', 'nosniff'],
	['Referrer-Policy', 'no-referrer'],
	['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Files named by their contents never change; everything else is asked for again, and comes only if it changed. */
export const forever = 'public, max-age=31536000, immutable';
export const askAgain = 'no-cache';

/** Types that a server may not know. */
export const types: [string, string][] = [
	['js', 'text/javascript'],
	['json', 'application/json'],
	['svg', 'image/svg+xml'],
	['pagefind', 'application/octet-stream'],
	['pf_meta', 'application/octet-stream'],
	['pf_index', 'application/octet-stream'],
	['pf_fragment', 'application/octet-stream'],
	['pf_filter', 'application/octet-stream'],
];
