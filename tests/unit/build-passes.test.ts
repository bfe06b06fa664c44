import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeClassic } from '../../src/integrations/classic-scripts.ts';
import { writePolicies } from '../../src/integrations/csp.ts';
import { twinOf, writeTwins } from '../../src/integrations/folder-twins.ts';
import { makeRelative } from '../../src/integrations/relative-addresses.ts';

/* What rewrites the files of a build must find what it rewrites: a build that looks otherwise is not passed over. */

let folder = '';

beforeEach(() => {
	folder = `${mkdtempSync(join(tmpdir(), 'pass-'))}/`;
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text: string) => {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), text);
};

test.each([
	['the scripts of the frame', makeClassic],
	['addresses', makeRelative],
	['policies', writePolicies],
] as const)('%s: a page without any stops the build', (_, pass) => {
	put('index.html', '<p>x</p>');
	expect(() => pass(folder)).toThrow(/index\.html|no page/);
});

test.each([
	['no scripts', () => put('data/search.json', '{}')],
	['no data', () => put('_astro/a.js', 'export{}')],
])('twins for a folder: %s stops the build', (_, make) => {
	make();
	expect(() => writeTwins(folder)).toThrow(/is called/);
});

test('a twin is what its chunk is: imports, exports, what comes later, where it lies', async () => {
	const source = `import{a as b}from"./one.js";const c=()=>import("./two.js");const d=import.meta.url;let e=b+1;export{c as load,d as where,e as sum};`;
	const made: Record<string, { needs: string[]; make: (...given: unknown[]) => void }> = {};
	new Function('fromFolder', twinOf('x.js', source))((name: string, needs: string[], make: () => void) => {
		made[name] = { needs, make };
	});
	expect(made['x.js']?.needs).toEqual(['./one.js']);
	const module = { exports: {} as { load?: () => unknown; where?: string; sum?: number } };
	const later: string[] = [];
	made['x.js']?.make(
		(name: string) => (name === './one.js' ? { a: 41 } : undefined),
		module,
		(name: string) => later.push(name),
		'file:///site/_astro/x.js',
	);
	expect(module.exports).toMatchObject({ where: 'file:///site/_astro/x.js', sum: 42 });
	module.exports.load?.();
	expect(later).toEqual(['./two.js']);
});
