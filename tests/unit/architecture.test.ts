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
	'src/schemas': { may: [], packages: ['zod'] },
	'src/clauses': { may: [], types: ['src/schemas'], packages: [] },
	'src/scoring': { may: [], types: ['src/schemas'], packages: [] },
	'src/content': { may: ['src/schemas', 'src/clauses', 'src/scoring'], packages: ['node:', 'yaml', 'zod'] },
	'src/storage': { may: [], packages: ['idb-keyval'] },
	// Nobody else touches what the browser stores records in.
	'src/kept': { may: ['src/schemas', 'src/storage'], packages: ['nanostores'] },
	'src/checks': {
		may: ['src/clauses/marks.ts', 'src/kept', 'src/scoring'],
		types: ['src/schemas', 'src/scoring'],
		packages: [],
	},
	'src/settling': {
		may: ['src/checks', 'src/kept', 'src/strings', 'src/ui'],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	'src/paperwork': { may: ['src/ui'], packages: ['docx', 'hucre'] },
	'src/ui': { may: [], packages: ['preact'] },
	'src/strings': { may: [], types: ['src/schemas'], packages: [] },
	'src/url.ts': { may: ['src/clauses'], packages: [] },
	'src/deploy': { may: ['src/integrations/built-files.ts'], packages: ['node:', 'fflate'] },
	'src/integrations': {
		may: ['src/clauses', 'src/content', 'src/deploy', 'src/features/search/passage.ts'],
		packages: ['node:', 'astro', 'pagefind'],
	},
	'src/text': {
		may: ['src/clauses', 'src/content', 'src/scoring', 'src/strings', 'src/styles/late.css?inline', 'src/url.ts'],
		types: ['src/schemas'],
		packages: ['preact'],
	},
	'src/features': {
		may: [
			'src/checks',
			'src/clauses',
			'src/kept',
			'src/paperwork',
			'src/scoring',
			'src/settling',
			'src/strings',
			'src/styles/takeaway.css?url',
			'src/text',
			'src/ui',
			'src/url.ts',
		],
		types: ['src/content', 'src/schemas'],
		packages: ['preact', 'nanostores'],
	},
	'src/layouts': { may: ['src/features/offline', 'src/strings', 'src/styles', 'src/text', 'src/url.ts'], packages: [] },
	'src/pages': {
		may: [
			'src/checks',
			'src/clauses',
			'src/features',
			'src/layouts',
			'src/scoring',
			'src/styles',
			'src/text',
			'src/url.ts',
		],
		packages: ['astro', 'node:zlib'],
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
