import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { addressOf, type Catalogue, documentOf } from '../features/search/passage.ts';

/** What Pagefind writes for user interfaces that we do not use. */
const unused = [
	'component-ui.css',
	'component-ui.js',
	'modular-ui.css',
	'modular-ui.js',
	'ui.css',
	'ui.js',
	'highlight.js',
];

/** Numbers by themselves too: the index takes GB/T24421.1 for one word. */
const numbers = /\d[\d.]*\d/g;

const checked = <Response extends { errors: string[] }>(response: Response): Response => {
	if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
	return response;
};

/** Writes the index of a catalogue: a record for each passage, with its kind, document and label. */
export async function writeIndex({ sources, passages }: Omit<Catalogue, 'format'>, folder: string): Promise<void> {
	const { index } = checked(await createIndex());
	if (!index) throw new Error('Pagefind gave no index');
	// All at once: one by one, each record waits for Pagefind's answer to the one before.
	const records = passages.map((passage) => {
		const { kind, source, id, parent = '', label, path = '', text, whole = false, asked = [] } = passage;
		const document = documentOf(passage, sources);
		return index.addCustomRecord({
			url: `/${addressOf(passage)}`,
			language: 'zh',
			content: [label, path, text, ...asked, ...(text.match(numbers) ?? [])].join('\n'),
			meta: { title: label, source, id, parent, label, path, text, whole: whole ? '1' : '', asked: asked.join('\n') },
			filters: { kind: [kind], doc: document ? [document] : [], label: [label || '全文'] },
		});
	});
	for (const response of await Promise.all(records)) checked(response);
	checked(await index.writeFiles({ outputPath: folder }));
	await index.deleteIndex();
	for (const name of unused) rmSync(`${folder}pagefind-${name}`);
}

/** Builds the search index from the catalogue that the site gives as data. */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const catalogue: Catalogue = JSON.parse(readFileSync(new URL('data/search.json', dir), 'utf8'));
				await writeIndex(catalogue, fileURLToPath(new URL('pagefind/', dir)));
				await close();
				logger.info(`${catalogue.passages.length} passages indexed.`);
			},
		},
	};
}
