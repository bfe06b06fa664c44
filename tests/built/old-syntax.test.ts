import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/integrations/built-files.ts';
import { site } from './site.ts';

/* Chrome 100 reads the scripts we build: no syntax later than that of 2022. */

const read = (code: string, sourceType: 'module' | 'script') => parse(code, { ecmaVersion: 2022, sourceType });

const inline = /<script(?![^>]*(?:\bsrc=|type="application\/))([^>]*)>(.*?)<\/script>/gs;

test('every built script, in files and in pages', () => {
	const files = filesIn(site.folder).filter((path) => path.endsWith('.js'));
	expect(files.length).toBeGreaterThan(20);
	for (const path of files) {
		const code = readFileSync(join(site.folder, path), 'utf8');
		expect(() => read(code, path.startsWith('sw') ? 'script' : 'module'), path).not.toThrow();
	}
	const scripts = site.pages.flatMap(({ path, html }) =>
		Array.from(html.matchAll(inline), ([, attributes = '', code = '']) => ({ path, attributes, code })),
	);
	expect(scripts.length).toBeGreaterThan(site.pages.length - 1);
	for (const { path, attributes, code } of scripts)
		expect(() => read(code, attributes.includes('module') ? 'module' : 'script'), path).not.toThrow();
});

test.each(['/[a--b]/v', 'using x = f()', '/(?<a>x)|(?<a>y)/', 'import x from "x" with { type: "json" }'])(
	'%s would be found',
	(code) => expect(() => read(code, 'module')).toThrow(),
);
