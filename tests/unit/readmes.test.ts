import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/* What READMEs say of files and folders is so: whoever moves one mends what is said about it. */

const readmes = [
	'README.md',
	'src/README.md',
	'src/kept/README.md',
	'src/deploy/README.md',
	'content/README.md',
	'rubrics/README.md',
	'tests/README.md',
	'tests/fixtures/kept/README.md',
	'.github/CONTRIBUTING.md',
];

/** What is made by building and testing, or installed, is not looked through. */
const made = ['tests/.out', 'tests/bench/tools/node_modules'];

/** The files and folders below one, itself included; folders end in a stroke. */
const below = (folder: string): string[] => [
	`${folder}/`,
	...(made.includes(folder) ? [] : readdirSync(folder, { withFileTypes: true })).flatMap((entry) =>
		entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
	),
];

/** All that a README may name, from the root. */
const known = [
	...readdirSync('.').filter((name) => statSync(name).isFile()),
	...['src', 'content', 'rubrics', 'tests', '.github'].flatMap(below),
	'tests/.out/',
];

/** What stands in backticks, outside what is set off as code. */
const quotedIn = (line: string): string[] =>
	line.startsWith('    ') ? [] : Array.from(line.matchAll(/`([^`]+)`/g), ([, text = '']) => text);

/** A path, or a file by its name alone; not what begins with a stroke, which is an address of the site. */
const isPath = (text: string): boolean =>
	/^[\w.@][\w.@/<>*-]*$/.test(text) &&
	(/^\.?[\w-]+\/($|[\w.@<>*/-]+$)/.test(text) || /^[\w<>*-]+\.(test\.)?(tsx?|m?js|md|ya?ml|json|css|txt)$/.test(text));

/** `<id>` and `*` stand for any one name. */
const pattern = (path: string): RegExp =>
	new RegExp(
		`^${path
			.split(/<[^>]*>|\*/)
			.map((part) => part.replaceAll(/[.+]/g, '\\$&'))
			.join('[^/]+')}/?$`,
	);

/**
 * The paths of a text that lead nowhere. One is meant from the root, from the README's own folder, or within a folder
 * that its line names before it; a bare name in a line without such a folder may stand anywhere below the README.
 */
function astray(readme: string, text: string): string[] {
	const home = dirname(readme) === '.' ? '' : `${dirname(readme)}/`;
	const find = (path: string): string[] => known.filter((each) => pattern(path).test(each));
	return text.split('\n').flatMap((line) => {
		const within: string[] = [];
		const paths = quotedIn(line).filter(isPath);
		const links = Array.from(line.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, target = '']) => target);
		return [
			...links.filter((target) => !existsSync(normalize(join(dirname(readme), target)))),
			...paths.filter((path) => {
				const found = ['', home, ...within].flatMap((start) => find(start + path));
				const bare = !path.includes('/');
				const under = (start: string) =>
					known.some((each) => each.startsWith(start) && pattern(path).test(each.split('/').at(-1) ?? ''));
				const there = found.length > 0 || (bare && (within.length > 0 ? within : [home]).some(under));
				within.push(...found.filter((each) => each.endsWith('/')));
				return !there;
			}),
		];
	});
}

/** Folders right below another that a text does not name. */
const unnamed = (folder: string, text: string): string[] =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => `${folder}/${name}/`)
		.filter((path) => !text.includes(`\`${path}\``));

/** The rows of the glossary's tables: what is called so in the code. */
const glossaryOf = (text: string): string[] =>
	(text.split('\n## Glossary\n')[1]?.split('\n### One word')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (term|---)/.test(line))
		.flatMap((row) => quotedIn(row.split(' | ')[1] ?? ''));

const code = known
	.filter((path) => /^src\/.*\.(ts|tsx|astro)$/.test(path))
	.map((path) => `${path}\n${readFileSync(path, 'utf8')}`)
	.join('\n');

/** Names that stand nowhere in the code, nor among its files. */
const strange = (names: readonly string[]): string[] =>
	names.filter((name) => !isPath(name) && !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code));

const read = (file: string) => readFileSync(file, 'utf8');

const isShort = (text: string): boolean => Buffer.byteLength(text) <= 6144;

test('the first README is at most 6 KB', () => {
	expect(isShort(read('README.md'))).toBe(true);
	expect(isShort('字'.repeat(2048))).toBe(true);
	expect(isShort('字'.repeat(2049))).toBe(false);
});

test.each(readmes)('every path that %s names is there', (readme) => {
	expect(astray(readme, read(readme))).toEqual([]);
});

test('a path that is not there is found', () => {
	const text = [
		'| `src/rubric/` | `score.ts` adds up, `gone.ts` does not; `rules/` and `rules/choice.ts`, `rules/none.ts` |',
		'| `src/features/takeaway/` | `bring-in.ts`; `docx.ts` stands elsewhere |',
		'`src/nowhere/`, `content/documents/<id>.md`, `content/<id>/none.md`, `/data/search.json`, `npm test`, `a/b c`',
		'[here](README.md), [there](kept/README.md#formats), [nowhere](../gone.md)',
		'    `src/in/code.ts`',
	].join('\n');
	expect(astray('src/README.md', text)).toEqual([
		'gone.ts',
		'rules/none.ts',
		'docx.ts',
		'src/nowhere/',
		'content/<id>/none.md',
		'../gone.md',
	]);
});

test('src/README.md names every folder of the code', () => {
	const text = read('src/README.md');
	expect([...unnamed('src', text), ...unnamed('src/features', text)]).toEqual([]);
	expect(unnamed('src', text.replace('`src/yaml/`', ''))).toEqual(['src/yaml/']);
	expect(unnamed('src/features', text.replaceAll('`src/features/search/`', ''))).toEqual(['src/features/search/']);
});

test('the glossary’s names are those of the code', () => {
	const names = glossaryOf(read('src/README.md'));
	expect(names.length).toBeGreaterThan(150);
	expect(strange(names)).toEqual([]);
	expect(strange(['Rubric', 'Scoreboard', 'Rubri'])).toEqual(['Scoreboard', 'Rubri']);
});
