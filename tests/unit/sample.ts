import { readDocument } from '../../src/clauses/outline.ts';
import { type Document, frontMatter } from '../../src/schemas/document.ts';

const meta = frontMatter.parse({
	order: 1,
	title: '样例办法',
	short: '样例',
	kind: 'official',
	number: '样发〔2020〕1号',
	status: '样例',
	about: '样例',
	'captured-from': 'sample.txt',
	sha256: '0'.repeat(64),
	aliases: [{ text: '样例办法' }],
	furniture: [],
});

/** A document read from a body, with made-up front matter. */
export const sample = (body: string, over: Partial<Document['meta']> = {}, id = 'sample'): Document =>
	readDocument({ id, file: `${id}.md`, meta: { ...meta, ...over }, body, bodyLine: 1 });
