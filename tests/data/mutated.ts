import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError } from '../../src/clauses/fault.ts';
import { loadLibrary } from '../../src/content/library.ts';

/** A copy of the project's content in which one file at a time can be spoilt. */
export function copyOfContent() {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	for (const folder of ['content', 'rubrics']) cpSync(folder, join(root, folder), { recursive: true });
	return {
		/** What the validator says when a file is changed; empty when it sees nothing wrong. */
		faultsWith(file: string, text: string): string {
			const path = join(root, file);
			const original = readFileSync(path);
			writeFileSync(path, text);
			try {
				loadLibrary(root);
				return '';
			} catch (error) {
				if (error instanceof ContentError) return error.message;
				throw error;
			} finally {
				writeFileSync(path, original);
			}
		},
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}
