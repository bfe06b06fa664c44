/* The documents and their copies: 1, 10 or 100 times the content, no two of them alike. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { capturedText } from '../../src/clauses/marks.ts';
import { type Draw, readDocument, words } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { criteriaTable, vetoTable } from '../../src/rubric/printed-table.ts';
import { type Document, frontMatter } from '../../src/schemas/document.ts';

export interface Grown {
	document: Document;
	/** What a copy needs in a copy of the project; the first five are there already. */
	files?: { path: string; text: string }[];
}

const { documents, rubrics } = loadLibrary('.');

const draw: Draw = (what, line) => {
	const [id, part] = what.split(' ');
	const rubric = rubrics.find((candidate) => candidate.id === id);
	return rubric && (part === 'vetoes' ? vetoTable(rubric, line) : criteriaTable(rubric, line));
};

/** Of these numbers, labels and references are made. */
const structural = '零一二三四五六七八九十百千万两第章条款项部分附件年月日见和及与至等要求';

const names = documents.flatMap(({ meta }) => meta.aliases.map(({ text }) => text));
/** What stays as it is: marks, drawn tables, titles, names of documents. */
const kept = RegExp(`(\\{[^{}]*\\}|《[^》]*》|${names.map((name) => RegExp.escape(name)).join('|')})`);

const texts = new Map(
	documents.map(({ id, file }) => {
		const [, front = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
		return [id, { front, body }];
	}),
);
const changeable = (letter: string) => /\p{Script=Han}/u.test(letter) && !structural.includes(letter);
const letters = [...new Set(Array.from(texts.values(), ({ body }) => body).join(''))].filter(changeable);

function changed(text: string, copy: number): string {
	let turn = copy;
	return text
		.split(kept)
		.map((piece, i) =>
			i % 2 === 1
				? piece
				: Array.from(piece, (letter, at) => {
						turn = (turn * 31 + at + 7) % 65_521;
						return turn % 5 === 0 && changeable(letter) ? letters[turn % letters.length] : letter;
					}).join(''),
		)
		.join('');
}

const captureOf = (document: Document): string =>
	Array.from(words(document), ({ runs, bullet }) => `${bullet ? '*' : ''}${capturedText(runs).replaceAll('\n', '')}`)
		.filter((line) => line !== '')
		.join('\n');

function copyOf(original: Document, copy: number): Grown {
	const { front = '', body = '' } = texts.get(original.id) ?? {};
	const id = `${original.id}-${copy}`;
	const file = `content/documents/${id}.md`;
	const given = parse(front);
	const named = (text: string) => `${text}之 ${copy}`;
	const meta = {
		...given,
		order: given.order + copy * documents.length,
		title: named(given.title),
		short: named(given.short),
		called: [],
		problems: [],
		'captured-from': `${id}.txt`,
		aliases: given.aliases.map(({ text, ...alias }: { text: string }) => ({ text: named(text), ...alias })),
		furniture: [],
	};
	const document = readDocument(
		{ id, file, meta: frontMatter.parse(meta), body: changed(body, copy), bodyLine: 1 },
		draw,
	);
	const capture = captureOf(document);
	const sha256 = createHash('sha256').update(capture).digest('hex');
	return {
		document,
		files: [
			{ path: `content/sources/${id}.txt`, text: capture },
			{ path: file, text: `---\n${stringify({ ...meta, sha256 })}---\n${changed(body, copy)}` },
		],
	};
}

/** The five documents, and as many copies of each as make it so many times the content. */
export const grown = (times: number): Grown[] =>
	Array.from({ length: times }, (_, copy) =>
		documents.map((document) => (copy === 0 ? { document } : copyOf(document, copy))),
	).flat();

/** Writes the copies into a copy of the project. */
export function writeInto(root: string, all: readonly Grown[]): void {
	for (const folder of ['content/documents', 'content/sources']) mkdirSync(join(root, folder), { recursive: true });
	for (const { files = [] } of all) for (const { path, text } of files) writeFileSync(join(root, path), text);
}
