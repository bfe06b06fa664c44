/*
 * The same documents built by other generators as a newcomer gets them: the defaults, Chinese, the
 * search that comes with them. VitePress gets no sidebar, since it makes none by itself.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from '../../src/schemas/document.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { tools, versions } from './tools.ts';

export interface Rival {
	name: 'Starlight' | 'VitePress';
	version: string;
	/** The program and its arguments, run in the project's folder. */
	command: string[];
	output: string;
	files: (documents: readonly Document[]) => Record<string, string>;
	/** Where a document is read. */
	address: (id: string) => string;
}

const site = '标准化试点学习与自查';
const list = (documents: readonly Document[], address: (id: string) => string) =>
	documents.map(({ id, meta }) => `- [${meta.title}](${address(id)})`).join('\n');
const front = (title: string) => `---\ntitle: ${JSON.stringify(title)}\n---\n\n`;

const starlight: Rival = {
	name: 'Starlight',
	version: versions['@astrojs/starlight'] ?? '',
	command: ['../node_modules/astro/bin/astro.mjs', 'build'],
	output: 'dist',
	address: (id) => `/${id}/`,
	files: (documents) => ({
		'package.json': JSON.stringify({ type: 'module', dependencies: versions }),
		'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
	integrations: [starlight({ title: '${site}', locales: { root: { label: '简体中文', lang: 'zh-CN' } } })],
});
`,
		'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
		'src/content/docs/index.md': front(site) + list(documents, starlight.address),
		...Object.fromEntries(
			documents.map((document) => [
				`src/content/docs/${document.id}.md`,
				front(document.meta.title) + plainMarkdown(document),
			]),
		),
	}),
};

const vitepress: Rival = {
	name: 'VitePress',
	version: versions.vitepress ?? '',
	command: ['../node_modules/vitepress/bin/vitepress.js', 'build'],
	output: '.vitepress/dist',
	address: (id) => `/${id}.html`,
	files: (documents) => ({
		'package.json': JSON.stringify({ type: 'module', dependencies: versions }),
		'.vitepress/config.mjs': `import { defineConfig } from 'vitepress';

export default defineConfig({ lang: 'zh-CN', title: '${site}', themeConfig: { search: { provider: 'local' } } });
`,
		'index.md': `# ${site}\n\n${list(documents, vitepress.address)}`,
		...Object.fromEntries(
			documents.map((document) => [`${document.id}.md`, `# ${document.meta.title}\n\n${plainMarkdown(document)}`]),
		),
	}),
};

export const rivals = [starlight, vitepress];

/** Writes the project of a rival; returns its folder. */
export function writeRival(rival: Rival, times: number, documents: readonly Document[]): string {
	const folder = join(tools, `${rival.name.toLowerCase()}-${times}`);
	rmSync(folder, { recursive: true, force: true });
	for (const [path, text] of Object.entries(rival.files(documents))) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}
