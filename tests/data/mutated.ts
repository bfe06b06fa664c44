import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError } from '../../src/clauses/fault.ts';
import { type Library, loadLibrary } from '../../src/content/library.ts';

/** What is spoilt here is neither what people ask nor the bank; they are tested in asked.test.ts and questions.test.ts. */
const besides = /content\/(?:asked|asked-of-several|lexicon|gaps|questions)\b/;

/** A copy of the project's content in which one file at a time can be spoilt. */
export function copyOfContent() {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	for (const folder of ['content', 'rubrics'])
		cpSync(folder, join(root, folder), {
			recursive: true,
			filter: (path) => !besides.test(path.replaceAll('\\', '/')),
		});

	/** The library as it reads with one file changed; throws what the validator says. */
	function libraryWith(file: string, text: string): Library {
		const path = join(root, file);
		const original = readFileSync(path);
		writeFileSync(path, text);
		try {
			return loadLibrary(root);
		} finally {
			writeFileSync(path, original);
		}
	}

	/** What the validator says when a file is changed; empty when it sees nothing wrong. */
	function faultsWith(file: string, text: string): string {
		try {
			libraryWith(file, text);
			return '';
		} catch (error) {
			if (error instanceof ContentError) return error.message;
			throw error;
		}
	}

	return { root, libraryWith, faultsWith, remove: () => rmSync(root, { recursive: true, force: true }) };
}
