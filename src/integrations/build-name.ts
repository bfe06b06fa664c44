import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesIn } from './built-files.ts';

/** What the site is built from; what READMEs say is none of it. */
const sources = ['content', 'rubrics', 'src'];
const isSource = (path: string) => !path.endsWith('README.md');

/** A short sum of all sources: the same sources give the same build, and files that it writes say which it was. */
function buildName(): string {
	const sum = createHash('sha256');
	for (const folder of sources)
		for (const path of filesIn(folder).filter(isSource)) sum.update(path).update(readFileSync(`${folder}/${path}`));
	return sum.digest('hex').slice(0, 10);
}

/** A Vite plugin that tells the site which build it is; while one works on it, it is none. */
export const buildNamed = () => ({
	name: 'build-named',
	config: (_: unknown, { command }: { command: string }) => ({
		define: { 'import.meta.env.BUILD': JSON.stringify(command === 'build' ? buildName() : '') },
	}),
});
