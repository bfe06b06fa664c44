import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError, type Fault } from '../clauses/fault.ts';
import { type Links, linkDocuments } from '../clauses/links.ts';
import { readDocument } from '../clauses/outline.ts';
import { compareVerbatim } from '../clauses/verbatim.ts';
import { type Document, frontMatter } from '../schemas/document.ts';
import { readText, readYaml } from './read.ts';

export interface Library {
	/** In the order their front matter gives. */
	documents: Document[];
	links: Links;
}

/** Reads and checks all documents of a project folder; throws one ContentError with every fault. */
export function loadLibrary(root: string): Library {
	const faults: Fault[] = [];
	const documents = readdirSync(join(root, 'content/documents'))
		.filter((name) => name.endsWith('.md'))
		.flatMap((name) => {
			try {
				return [loadDocument(root, `content/documents/${name}`)];
			} catch (error) {
				if (!(error instanceof ContentError)) throw error;
				faults.push(...error.faults);
				return [];
			}
		})
		.sort((a, b) => a.meta.order - b.meta.order);
	if (faults.length > 0) throw new ContentError(faults);
	if (documents.length === 0)
		faults.push({ file: 'content/documents/', problem: 'there is no document here.', remedy: 'Add one.' });
	const links = linkDocuments(documents);
	faults.push(...links.faults);
	if (faults.length > 0) throw new ContentError(faults);
	return { documents, links };
}

function loadDocument(root: string, file: string): Document {
	const text = readText(join(root, file), file);
	const parts = /^---\r?\n(.*?\r?\n)---\r?\n(.*)$/s.exec(text);
	if (!parts)
		throw new ContentError([
			{
				file,
				line: 1,
				problem: 'there is no front matter.',
				remedy: 'Start the file with “---”, its keys, and “---”.',
			},
		]);
	const [, front = '', body = ''] = parts;
	const meta = readYaml(front, frontMatter, file, 2);
	const document = readDocument({
		id: basename(file, '.md'),
		file,
		meta,
		body,
		bodyLine: front.split('\n').length + 2,
	});

	const source = `content/sources/${meta['captured-from']}`;
	const captured = readText(join(root, source), source);
	const hash = createHash('sha256').update(captured).digest('hex');
	if (hash !== meta.sha256)
		throw new ContentError([
			{
				file: source,
				problem: `this capture has changed: its SHA-256 is ${hash}, ${file} records ${meta.sha256}.`,
				remedy: 'Captures are never edited. Restore the file.',
			},
		]);
	const difference = compareVerbatim(document, captured);
	if (difference) throw new ContentError([difference]);
	return document;
}
