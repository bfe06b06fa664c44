import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import type { AstroIntegration } from 'astro';
import { buildSync, transformSync } from 'esbuild';
import { filesIn } from './built-files.ts';

/*
 * Browsers load neither modules nor data from files. So that the site works when it is opened from a folder, every
 * chunk and every piece of data that scripts ask for gets a classic script beside it. Over HTTP nobody asks for these.
 */

const target = 'chrome100';
const chunk = /^_astro\/(?!Late\.)[^/]+(?<!\.folder)\.js$/;
const data =
	/^data\/(drafts|form-checks|periods|phases|search|lexicon|gaps|sounds|questions|(annexes|forms|typical)\/[^/]+)\.json$/;
const loader = '_astro/folder.js';
export const isTwin = (path: string): boolean => path.endsWith('.folder.js') || path === loader;

interface Place {
	type: string;
	start: number;
	end: number;
	[key: string]: unknown;
}

function* placesIn(node: unknown): Generator<Place> {
	if (typeof node !== 'object' || node === null) return;
	if ('type' in node) yield node as Place;
	for (const inner of Object.values(node)) yield* placesIn(inner);
}

/** What stands in for `import()` and `import.meta.url`, which classic scripts do not have. */
function standIns(code: string): { code: string; needs: string[] } {
	const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
	const changes: { start: number; end: number; text: string }[] = [];
	const needs = new Set<string>();
	for (const { type, start, end, ...node } of placesIn(program)) {
		if (type === 'ImportExpression') changes.push({ start, end: start + 'import'.length, text: 'load' });
		if (type === 'MemberExpression' && (node.object as Place).type === 'MetaProperty')
			changes.push({ start, end, text: 'address' });
		if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(type) && node.source)
			needs.add((node.source as unknown as { value: string }).value);
	}
	const out = changes
		.sort((a, b) => b.start - a.start)
		.reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
	return { code: out, needs: [...needs] };
}

export function twinOf(name: string, source: string): string {
	const { code, needs } = standIns(source);
	const body = transformSync(code, { format: 'cjs', target, minify: true, charset: 'utf8' }).code;
	return `fromFolder(${JSON.stringify(name)},${JSON.stringify(needs)},(require,module,load,address)=>{${body}})`;
}

const dataTwinOf = (name: string, json: string): string =>
	`(globalThis.supplied??={})[${JSON.stringify(name)}]=${json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}`;

/** Writes the twins of a built site; a site without any scripts or data has been built otherwise than we think. */
export function writeTwins(folder: string): { scripts: number; data: number } {
	const paths = filesIn(folder);
	const write = (pattern: RegExp, twin: (path: string, text: string) => string): number => {
		const found = paths.filter((path) => pattern.test(path) && !isTwin(path));
		if (found.length === 0) throw new Error(`nothing in ${folder} is called ${pattern}`);
		for (const path of found) {
			const text = readFileSync(join(folder, path), 'utf8');
			writeFileSync(join(folder, path.replace(/js(on)?$/, 'folder.js')), twin(path, text));
		}
		return found.length;
	};
	const scripts = write(chunk, (path, text) => twinOf(path.replace(/^_astro\//, ''), text));
	const pieces = write(data, (path, text) => dataTwinOf(path.replace(/^data\/|\.json$/g, ''), text));
	buildSync({
		entryPoints: ['src/folder/loader.ts'],
		outfile: join(folder, loader),
		bundle: true,
		format: 'iife',
		target,
		minify: true,
		charset: 'utf8',
	});
	return { scripts, data: pieces };
}

export function folderTwins(): AstroIntegration {
	return {
		name: 'folder-twins',
		hooks: {
			'astro:build:done': ({ dir, logger }) => {
				const { scripts, data: pieces } = writeTwins(fileURLToPath(dir));
				logger.info(`${scripts} scripts and ${pieces} pieces of data can be opened from a folder.`);
			},
		},
	};
}
