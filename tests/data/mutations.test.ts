import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { thorough } from '../thorough.ts';
import { copyOfContent } from './mutated.ts';

/* One character changed anywhere, in the prose of a document or in a scoring table, must not pass. */

const { documents, rubrics } = loadLibrary('.');
const copy = copyOfContent();
afterAll(copy.remove);

/** A quick run tries a third. */
const runs = { numRuns: thorough ? 15 : 5 };

/** Places that hold the document's own words: anything but layout, the notation and what marks say. */
function proseOf(text: string): number[] {
	const start = text.indexOf('\n---\n', 4) + 5;
	const notation = Array.from(
		text.matchAll(/\{[^}]*\}|<br>|^#+ |^ *- |\||-{3,}|(?<=\| )[<^](?= )/gm),
		({ index, 0: whole }) => [index, index + whole.length] as const,
	);
	return Array.from(text.matchAll(/\S/g), ({ index }) => index).filter(
		(at) => at >= start && !notation.some(([from, to]) => at >= from && at < to),
	);
}

/** Places of a scoring table's file that are printed in the document. */
function printedOf(text: string): number[] {
	const lines = text.matchAll(
		/^( *(?:- )?(?:label|matter|lead|tail|text|look|box|all-or-nothing|caption): ['"]?)(.+?)['"]?$/gm,
	);
	return Array.from(lines).flatMap(({ index, 1: key = '', 2: words = '' }) => {
		const start = index + key.length;
		const notation = Array.from(
			words.matchAll(/\{[^}]*\}|<br>|\\n/g),
			(match) => [match.index, match.index + match[0].length] as const,
		);
		return Array.from(words.matchAll(/[^\s'"\\]/g), (match) => match.index)
			.filter((at) => !notation.some(([from, to]) => at >= from && at < to))
			.map((at) => start + at);
	});
}

const files = [
	...documents.map(({ id, file }) => ({ file, document: id, places: proseOf })),
	...rubrics.map(({ file, document }) => ({ file, document, places: printedOf })),
];

describe.each(files.map((entry) => [entry.file, entry] as const))('%s', (file, { document, places }) => {
	const text = readFileSync(file, 'utf8');
	const here = places(text);
	const tell = (spoilt: string) => copy.faultsWith(file, spoilt);
	const position = fc.constantFrom(...here);

	test('unchanged, it passes, and there are words to spoil', () => {
		expect(tell(text)).toBe('');
		expect(here.length).toBeGreaterThan(document === 'jiguan-shiwu' && file.endsWith('.md') ? 20 : 1000);
	});

	test.each([
		['dropped', () => ''],
		['doubled', (char: string) => char + char],
		['replaced', (char: string) => (char === '某' ? '甲' : '某')],
	] as const)('a character %s is found', (_, change) => {
		fc.assert(
			fc.property(position, (at) => {
				expect(tell(text.slice(0, at) + change(text.charAt(at)) + text.slice(at + 1))).not.toBe('');
			}),
			runs,
		);
	});

	test('two neighbours exchanged are found', () => {
		const known = new Set(here);
		const width = new Map([...'，；：？！（）'].map((wide, i) => [wide, ',;:?!()'.charAt(i)]));
		const same = (at: number) =>
			(width.get(text.charAt(at)) ?? text.charAt(at)) === (width.get(text.charAt(at + 1)) ?? text.charAt(at + 1));
		const pairs = here.filter((at) => known.has(at + 1) && !same(at));
		fc.assert(
			fc.property(fc.constantFrom(...pairs), (at) => {
				expect(tell(text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2))).not.toBe('');
			}),
			runs,
		);
	});

	test('a changed word is told with document, clause and the two texts', () => {
		const plain = here.filter(
			(at) => /[\u4e00-\u9fff]{3}/.test(text.slice(at - 1, at + 2)) && here.includes(at - 1) && here.includes(at + 1),
		);
		// What a table takes from a clause beside it is no part of the printed table, and told as a phrase that is not there.
		const beside = /^conditions:\n(?: .*\n)*/m.exec(text);
		const taken = (at: number) => beside && at >= beside.index && at < beside.index + beside[0].length;
		const inside = plain.filter(
			(at) => !taken(at) && !/[第一二三四五六七八九十条章附件]/.test(text.slice(at - 1, at + 2)),
		);
		fc.assert(
			fc.property(fc.constantFrom(...inside), (at) => {
				const told = tell(`${text.slice(0, at)}某${text.slice(at + 1)}`);
				expect(told).toMatch(
					RegExp(
						`^content/documents/${document}\\.md:\\d+: ${document} (opening|[a-z][a-z0-9.-]*): .*Captured “.*”, here “.*某.*”`,
						'm',
					),
				);
			}),
			runs,
		);
	});
});

test('the message names document, clause and the two texts', () => {
	const file = 'content/documents/xize-2013.md';
	const text = readFileSync(file, 'utf8');
	const line = text.split('\n').findIndex((words) => words.includes('未满半年的不得')) + 1;
	expect(copy.faultsWith(file, text.replace('未满半年的不得', '满半年的不得'))).toBe(
		`${file}:${line}: xize-2013 art-18.p2: the text differs from the capture 003_e565034590f69e50.txt. Captured “…点单位标准体系创建并运行未满半年的不得提出评估申…”, here “…点单位标准体系创建并运行满半年的不得提出评估申请…”. Restore the captured words, or declare the difference with a mark.`,
	);
});
