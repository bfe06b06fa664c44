import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/* Who may import whom. A folder may always import itself; `types` may be imported as types only. */
interface Rule {
	may: string[];
	types?: string[];
	packages: string[];
}

const rules: Record<string, Rule> = {
	'src/schemas': { may: [], types: ['src/rubric/rules'], packages: ['zod'] },
	'src/digest.ts': { may: [], packages: [] },
	// Also where a table is brought along: from a text, not from a file.
	'src/yaml': { may: ['src/clauses/fault.ts'], packages: ['yaml', 'zod'] },
	'src/clauses': { may: [], types: ['src/schemas'], packages: [] },
	// Pure: no DOM, clock, storage or files.
	'src/rubric/parse.ts': {
		may: ['src/clauses/fault.ts', 'src/clauses/marks.ts', 'src/rubric', 'src/schemas/rubric.ts', 'src/yaml'],
		packages: [],
	},
	'src/rubric': { may: ['src/clauses/marks.ts', 'src/digest.ts'], types: ['src/clauses', 'src/schemas'], packages: [] },
	'src/content': {
		may: ['src/schemas', 'src/clauses', 'src/forms', 'src/rubric', 'src/yaml'],
		packages: ['node:', 'zod'],
	},
	'src/storage': { may: [], packages: ['idb-keyval'] },
	// Nobody else touches what the browser stores records in.
	'src/kept': { may: ['src/digest.ts', 'src/schemas', 'src/storage'], packages: ['nanostores'] },
	'src/checks': {
		may: ['src/clauses/marks.ts', 'src/evidence', 'src/kept', 'src/pilots', 'src/rubric', 'src/supply', 'src/trash'],
		types: ['src/schemas', 'src/rubric'],
		packages: ['preact'],
	},
	// Pure: no DOM, clock, storage.
	'src/dates': { may: [], packages: [] },
	// Pure: no DOM, clock, storage or files.
	'src/forms': {
		may: ['src/clauses/marks.ts', 'src/clauses/numerals.ts', 'src/dates', 'src/paperwork/paperwork.ts'],
		types: ['src/schemas'],
		packages: [],
	},
	// Pure: no DOM, clock, storage or files.
	'src/planning': {
		may: ['src/dates', 'src/paperwork/paperwork.ts'],
		types: ['src/forms', 'src/rubric', 'src/schemas'],
		packages: [],
	},
	// Pure: no DOM, clock, storage or files.
	'src/drafting': {
		may: [
			'src/checks/say-met.ts',
			'src/clauses/marks.ts',
			'src/clauses/numerals.ts',
			'src/dates',
			'src/evidence/papers.ts',
			'src/rubric',
		],
		types: ['src/schemas'],
		packages: [],
	},
	// The register of what proves something.
	'src/evidence': {
		may: ['src/checks', 'src/dates', 'src/kept', 'src/supply', 'src/url.ts'],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	// Whose everything is that is kept.
	'src/pilots': {
		may: ['src/forms', 'src/kept', 'src/planning', 'src/storage/at-once.ts', 'src/supply', 'src/trash', 'src/ui'],
		types: ['src/fields', 'src/schemas'],
		packages: ['preact'],
	},
	// What was deleted, and can be had back.
	'src/trash': { may: ['src/kept', 'src/schemas/sound.ts', 'src/ui'], packages: ['preact'] },
	'src/supply': { may: ['src/url.ts'], packages: [] },
	// Stands beside every script of the site that is opened from a folder.
	'src/folder': { may: [], packages: [] },
	'src/settling': {
		may: ['src/checks', 'src/digest.ts', 'src/kept', 'src/strings', 'src/trouble', 'src/ui'],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	// Said on every page that keeps something, and so without waiting for another file.
	'src/trouble': { may: ['src/kept', 'src/ui'], packages: ['preact', 'nanostores'] },
	// What leaves a self-check as a paper.
	'src/papers': {
		may: [
			'src/checks',
			'src/clauses',
			'src/dates',
			'src/evidence',
			'src/kept',
			'src/paperwork',
			'src/pilots',
			'src/rubric',
			'src/supply',
			'src/text/dates.ts',
			'src/ui/inert.ts',
		],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	'src/paperwork': { may: ['src/ui'], packages: ['docx', 'hucre'] },
	// What one takes part in: said once, used by several features.
	'src/scope': { may: ['src/storage/at-once.ts', 'src/text/library.ts'], packages: ['preact'] },
	'src/ui': { may: [], packages: ['preact'] },
	'src/fields': { may: [], packages: ['preact'] },
	'src/strings': { may: [], types: ['src/schemas'], packages: [] },
	'src/url.ts': { may: ['src/clauses'], packages: [] },
	'src/deploy': { may: ['src/integrations/built-files.ts'], packages: ['node:', 'fflate'] },
	'src/integrations': {
		may: ['src/clauses', 'src/content', 'src/deploy', 'src/features/search/passage.ts'],
		packages: ['node:', 'acorn', 'astro', 'esbuild', 'pagefind'],
	},
	'src/text': {
		may: ['src/clauses', 'src/content', 'src/rubric', 'src/strings', 'src/styles/late.css?inline', 'src/url.ts'],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	'src/features': {
		may: [
			'src/checks',
			'src/clauses',
			'src/dates',
			'src/digest.ts',
			'src/drafting',
			'src/evidence',
			'src/fields',
			'src/forms',
			'src/kept',
			'src/paperwork',
			'src/papers',
			'src/pilots',
			'src/planning',
			'src/rubric',
			'src/scope',
			'src/settling',
			'src/storage/at-once.ts',
			'src/strings',
			'src/styles/takeaway.css?url',
			'src/supply',
			'src/text',
			'src/trash',
			'src/trouble',
			'src/ui',
			'src/url.ts',
		],
		types: ['src/content', 'src/schemas'],
		packages: ['preact', 'nanostores', 'fflate'],
	},
	'src/layouts': {
		may: ['src/features/offline', 'src/strings', 'src/styles', 'src/text', 'src/url.ts'],
		packages: ['node:', 'esbuild'],
	},
	'src/pages': {
		may: [
			'src/checks',
			'src/clauses',
			'src/features',
			'src/forms',
			'src/layouts',
			'src/papers',
			'src/rubric',
			'src/scope',
			'src/styles',
			'src/text',
			'src/url.ts',
		],
		packages: ['astro', 'node:zlib', 'pinyin-pro'],
	},
};

interface Import {
	file: string;
	target: string;
	typeOnly: boolean;
}

function importsOf(file: string, text: string): Import[] {
	const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'|import\('([^']+)'\)/g;
	return Array.from(text.matchAll(pattern), ([, type, from, dynamic]) => {
		const path = from ?? dynamic ?? '';
		return { file, target: path.startsWith('.') ? normalize(join(dirname(file), path)) : path, typeOnly: !!type };
	});
}

const within = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

/** A feature is a folder of its own: src/features/library. */
const homeOf = (file: string) =>
	/^src\/features\/[^/]+/.exec(file)?.[0] ?? Object.keys(rules).find((folder) => within(file, folder)) ?? '';

function breaks({ file, target, typeOnly }: Import): string[] {
	const rule = rules[Object.keys(rules).find((folder) => within(file, folder)) ?? ''];
	if (!rule) return [`${file} stands in no known folder`];
	const allowed = target.startsWith('src/')
		? within(target, homeOf(file)) ||
			rule.may.some((folder) => within(target, folder)) ||
			(typeOnly && (rule.types ?? []).some((folder) => within(target, folder)))
		: rule.packages.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`));
	return allowed ? [] : [`${file} imports ${target}`];
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((name) => `src/${name.replaceAll('\\', '/')}`)
	.filter((name) => /\.(ts|tsx|astro)$/.test(name));

test('every import follows the arrows', () => {
	const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
	expect(imports.length).toBeGreaterThan(80);
	expect(imports.flatMap(breaks)).toEqual([]);
});

/* What a page's script reaches runs in the browser, however far away it stands. */

/** Known only where the site is built. */
const atBuildTime = (target: string) =>
	/^(node:|zod$|yaml$|astro)/.test(target) ||
	['src/content', 'src/integrations', 'src/deploy', 'src/text/library.ts'].some((folder) => within(target, folder));

/** The scripts that pages bring: those of their `<script>` elements. */
function scriptsOf(file: string, text: string): string[] {
	const scripts = Array.from(text.matchAll(/<script>(.*?)<\/script>|<script src="([^"]+)"/gs), ([, code = '', src]) =>
		src ? [normalize(join(dirname(file), src))] : importsOf(file, code).map(({ target }) => target),
	);
	return scripts.flat();
}

/** Each file that is reached, with the way that leads there. */
function reachedFrom(start: string, textOf: (file: string) => string): Map<string, string[]> {
	const ways = new Map<string, string[]>([[start, [start]]]);
	for (const [file, way] of ways) {
		if (!file.startsWith('src/') || !/\.tsx?$/.test(file) || atBuildTime(file)) continue;
		for (const { target, typeOnly } of importsOf(file, textOf(file)))
			if (!typeOnly && !ways.has(target)) ways.set(target, [...way, target]);
	}
	return ways;
}

const astray = (start: string, textOf: (file: string) => string): string[] =>
	Array.from(reachedFrom(start, textOf)).flatMap(([target, way]) => (atBuildTime(target) ? [way.join(' → ')] : []));

test('nothing that a page’s script reaches, however far, is known only where the site is built', () => {
	const read = (file: string) => readFileSync(file, 'utf8');
	const entries = files.filter((file) => file.endsWith('.astro')).flatMap((file) => scriptsOf(file, read(file)));
	expect(entries).toContain('src/features/self-check/mount-check.ts');
	expect(entries).toContain('src/features/search/mount-search.tsx');
	expect(entries.length).toBeGreaterThan(7);
	expect(reachedFrom('src/features/self-check/mount-check.ts', read).size).toBeGreaterThan(30);
	expect(entries.flatMap((entry) => astray(entry, read))).toEqual([]);
});

test('a way to what is known at build time is found behind others, and types lead nowhere', () => {
	const texts: Record<string, string> = {
		'src/a.ts': "import './b.ts';\nimport type { Library } from './content/library.ts';",
		'src/b.ts': "const c = () => import('./c.tsx');",
		'src/c.tsx': "import { readFileSync } from 'node:fs';",
	};
	expect(astray('src/a.ts', (file) => texts[file] ?? '')).toEqual(['src/a.ts → src/b.ts → src/c.tsx → node:fs']);
});

test.each([
	['src/clauses/a.ts', "import { z } from 'zod';"],
	['src/clauses/a.ts', "import { frontMatter } from '../schemas/document.ts';"],
	['src/schemas/a.ts', "import { walk } from '../clauses/outline.ts';"],
	['src/features/library/a.ts', "import { x } from '../search/b.ts';"],
	['src/features/library/a.ts', "import { x } from '../../pages/b.ts';"],
	['src/features/library/a.ts', "export { readFileSync } from 'node:fs';"],
	['src/layouts/a.astro', "---\nimport X from '../features/library/X.astro';\n---"],
	['src/strings/a.ts', "const x = await import('../clauses/a.ts');"],
	['src/other/a.ts', "import { x } from '../clauses/a.ts';"],
	['src/features/library/a.ts', "import { x } from '../../storage/records.ts';"],
	['src/checks/a.ts', "import { x } from '../storage/records.ts';"],
])('%s may not say %s', (file, text) => {
	expect(importsOf(file, text).flatMap(breaks)).toHaveLength(1);
});

test('only the search opens the index', () => {
	const opens = files.filter((file) => readFileSync(file, 'utf8').includes('url.pagefind'));
	expect(opens).toEqual(['src/features/search/supply.ts']);
});

test.each([
	['docx', 'src/paperwork/docx.ts'],
	['hucre/xlsx', 'src/paperwork/xlsx.ts'],
])('only one file brings in %s, so that no page loads it before it is wanted', (name, only) => {
	const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
	expect(imports.filter(({ target }) => target === name).map(({ file }) => file)).toEqual([only]);
});

test('nothing in the project points outside it', () => {
	for (const file of [...files, 'README.md', 'package.json', 'astro.config.mjs'])
		expect(readFileSync(file, 'utf8'), file).not.toContain('../shared');
});

test('the fields of a record are drawn and bound in one place', () => {
	const features = files.filter((file) => /^src\/features\/(self-check|checklist|pilot)\//.test(file));
	const texts = features.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
	const users = (name: string) => texts.flatMap(([file, text]) => (text.includes(`fields/${name}`) ? [file] : []));
	expect(users('bind.ts')).toHaveLength(3);
	expect(users('Fields.tsx')).toHaveLength(2);
	expect(users('LabelledField.tsx')).toHaveLength(1);
	for (const file of [...users('Fields.tsx'), ...users('LabelledField.tsx')])
		expect(readFileSync(file, 'utf8'), file).not.toMatch(/<(input|textarea|select)\b/);
});

/** Where a browser may lack it, refuse it or throw: the one file that asks for it. */
const guards: { readonly [api: string]: readonly string[] } = {
	localStorage: [
		'src/storage/at-once.ts',
		// Classic scripts, which import nothing that modules do.
		'src/features/offline/site.ts',
		'src/features/self-check/mount-unfinished.ts',
		'src/layouts/at-once.ts',
	],
	sessionStorage: [],
	indexedDB: ['src/storage/connection.ts'],
	BroadcastChannel: ['src/storage/news.ts'],
	'navigator.storage': ['src/storage/stay.ts'],
	'navigator.locks': [],
	'navigator.serviceWorker': ['src/features/offline/site.ts'],
	'caches.': ['src/features/offline/site.ts'],
	'crypto.': ['src/kept/ids.ts'],
	'navigator.clipboard': [],
	'document.execCommand': ['src/text/mount-copy-citation.ts'],
	showOpenFilePicker: [],
	showSaveFilePicker: [],
	showDirectoryPicker: [],
};

const asks = (api: string, text: string) =>
	new RegExp(`(?<![\\w.])(globalThis\\.|window\\.|self\\.)?${api.replaceAll('.', '\\.')}`).test(
		text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
	);

test.each(Object.entries(guards))('what a browser may refuse has one guard: %s', (api, only) => {
	// A worker has all of these, or there is none.
	const users = files.filter((file) => !file.includes('/worker') && asks(api, readFileSync(file, 'utf8')));
	const pages = users.filter((file) => file.startsWith('src/') && !file.startsWith('src/integrations/'));
	expect(pages.sort()).toEqual([...only].sort());
	for (const file of only) expect(readFileSync(file, 'utf8'), file).toContain('catch');
});

test('an API that is asked for past its guard is found', () => {
	expect(asks('crypto.', 'const id = crypto.randomUUID();')).toBe(true);
	expect(asks('localStorage', 'window.localStorage.x = 1;')).toBe(true);
	expect(asks('localStorage', '/* localStorage is written at once */')).toBe(false);
	expect(asks('caches.', 'own.caches.keys()')).toBe(false);
});
