import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/clauses/fault.ts';
import { capturedText } from '../../src/clauses/marks.ts';
import { readDocument, words } from '../../src/clauses/outline.ts';
import { compareVerbatim } from '../../src/clauses/verbatim.ts';
import { loadLibrary } from '../../src/content/library.ts';
import type { Document } from '../../src/schemas/document.ts';

/* One character of a document file changed anywhere, in prose or in a table, must not pass. */

const { documents } = loadLibrary('.');

function open(document: Document) {
	const text = readFileSync(document.file, 'utf8');
	const start = text.indexOf('\n---\n', 4) + 5;
	const captured = readFileSync(`content/sources/${document.meta['captured-from']}`, 'utf8');
	const bodyLine = text.slice(0, start).split('\n').length;
	return { body: text.slice(start), bodyLine, captured };
}

/** Places of the body that hold the document's own words: Chinese characters and figures outside marks. */
function ownWords(body: string): number[] {
	const marked = Array.from(
		body.matchAll(/\{[^}]*\}|<br>/g),
		({ index, 0: whole }) => [index, index + whole.length] as const,
	);
	return Array.from(body.matchAll(/[\u4e00-\u9fff\d，。、；：（）《》“”]/g), ({ index }) => index).filter(
		(at) => !marked.some(([from, to]) => at >= from && at < to),
	);
}

function problemOf(document: Document, body: string, { bodyLine, captured }: ReturnType<typeof open>): string {
	try {
		const { id, file, meta } = document;
		const fault = compareVerbatim(readDocument({ id, file, meta, body, bodyLine }), captured);
		return fault ? `${fault.file}:${fault.line} ${fault.problem}` : '';
	} catch (error) {
		if (error instanceof ContentError) return error.message;
		throw error;
	}
}

const inTable = (body: string, at: number) => body.lastIndexOf('\n|', at) >= body.lastIndexOf('\n\n', at);

describe.each(documents.map((document) => [document.id, document] as const))('%s', (_, document) => {
	const source = open(document);
	const { body } = source;
	const places = ownWords(body);
	const known = new Set(places);

	test('unchanged, it agrees, and there are words to check', () => {
		expect(problemOf(document, body, source)).toBe('');
		const length = Array.from(words(document), ({ runs }) => capturedText(runs)).join('').length;
		expect(length).toBeGreaterThan(1500);
		expect(places.length).toBeGreaterThan(1000);
	});

	test.each(['prose', 'table'])('in %s, a character dropped, added or swapped is found', (where) => {
		const here = places.filter((at) => inTable(body, at) === (where === 'table'));
		if (here.length === 0) throw new Error(`no ${where} in ${document.id}`);
		const change = fc.record({ at: fc.constantFrom(...here), how: fc.constantFrom('drop', 'add', 'swap') });
		fc.assert(
			fc.property(change, ({ at, how }) => {
				const char = body.charAt(at);
				const replacement = { drop: '', add: `${char}某`, swap: char === '某' ? '甲' : '某' }[how] ?? '';
				const problem = problemOf(document, body.slice(0, at) + replacement + body.slice(at + 1), source);
				expect(problem).toMatch(RegExp(`^${document.file}:\\d+`));
			}),
			{ numRuns: 80 },
		);
	});

	test('two neighbours exchanged are found, with the clause and both texts', () => {
		const pairs = places.filter(
			(at) => known.has(at + 1) && body[at] !== body[at + 1] && !/^[（#]|\d/.test(body.slice(at, at + 2)),
		);
		fc.assert(
			fc.property(fc.constantFrom(...pairs), (at) => {
				const changed = body.slice(0, at) + body.charAt(at + 1) + body.charAt(at) + body.slice(at + 2);
				expect(problemOf(document, changed, source)).not.toBe('');
			}),
			{ numRuns: 80 },
		);
	});
});

test('the message names document, clause and the two texts', () => {
	const document = documents.find(({ id }) => id === 'xize-2013');
	if (!document) throw new Error('xize-2013 is missing');
	const source = open(document);
	const problem = problemOf(document, source.body.replace('未满半年的不得', '满半年的不得'), source);
	expect(problem).toMatch(
		/^content\/documents\/xize-2013\.md:128 xize-2013 art-18\.p2: .*Captured “.*创建并运行未满半年.*”, here “.*创建并运行满半年/,
	);
});
