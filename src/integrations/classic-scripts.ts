import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from './built-files.ts';

/*
 * Astro makes modules of all scripts. Modules run after the page is read in, do not run at all on a page opened from
 * a folder, and are not built within a <template>. What the frame of every page needs is made classic here.
 */

const atOnce = /<div data-at-once><script type="module">(.*?)<\/script><\/div>/gs;
const late = /<div data-late><script type="module" src="\/([^"]*)"><\/script><\/div>/g;

/** Modules have names of their own; classic scripts would share theirs. */
const alone = (code: string) => `(()=>{${code.trim()}})()`;

/** Makes classic what the frame of the pages needs. */
export function makeClassic(folder: string): void {
	rewritePages(folder, (html) => html.replace(atOnce, (_, code: string) => `<script>${alone(code)}</script>`));
	rewritePages(folder, (html) =>
		html.replace(late, (_, file: string) => {
			const short = file.replace(/\.astro_astro_type_script_index_\d+_lang/, '');
			if (existsSync(folder + file)) {
				writeFileSync(folder + short, alone(readFileSync(folder + file, 'utf8')));
				rmSync(folder + file);
			}
			return `<template><script src="/${short}"></script></template>`;
		}),
	);
}

export function classicScripts(): AstroIntegration {
	return {
		name: 'classic-scripts',
		hooks: { 'astro:build:done': ({ dir }) => makeClassic(fileURLToPath(dir)) },
	};
}
