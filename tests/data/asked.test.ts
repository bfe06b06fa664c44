import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { normal } from '../../src/clauses/normal.ts';

/* What people ask who have not read a clause, written for every clause; not yet indexed. */

type Asked = { [clause: string]: string[] };

interface Clause {
	id: string;
	text: string;
}

const [fewest, most] = [3, 8];

/** So many characters of a clause in a row are its own words and not somebody's. */
const copied = 7;

const plain = (text: string) => normal(text).text;

/** What is wrong with the questions of a document. */
function faults(asked: Asked, clauses: readonly Clause[]): string[] {
	const texts = new Map(clauses.map(({ id, text }) => [id, plain(text)]));
	const all = Object.values(asked).flat();
	return [
		...clauses.filter(({ id }) => !(id in asked)).map(({ id }) => `${id}: nothing is asked`),
		...Object.entries(asked).flatMap(([id, questions]) => {
			const text = texts.get(id);
			if (text === undefined) return [`${id}: no such clause`];
			const own = questions.flatMap((question) => {
				const words = plain(question);
				const stretch = Array.from({ length: Math.max(0, words.length - copied + 1) }, (_, at) =>
					words.slice(at, at + copied),
				).find((each) => text.includes(each));
				if (text.includes(words)) return [`${id}: “${question}” stands in the clause`];
				return stretch ? [`${id}: “${question}” takes ${stretch} from the clause`] : [];
			});
			const count =
				questions.length < fewest || questions.length > most ? [`${id}: ${questions.length} questions`] : [];
			return [...own, ...count];
		}),
		...new Set(all.filter((question, i) => all.indexOf(question) !== i).map((question) => `“${question}” twice`)),
	];
}

const { documents } = JSON.parse(readFileSync('tests/.out/root/data/documents.json', 'utf8')) as {
	documents: { id: string; clauses: Clause[] }[];
};

describe.each(documents.map(({ id, clauses }) => [id, clauses] as const))('%s', (id, clauses) => {
	test('every clause is asked for in words that are not its own', () => {
		const asked: Asked = parse(readFileSync(`content/asked/${id}.yaml`, 'utf8'));
		const count = Object.values(asked).flat().length;
		console.log(`${id}: ${count} questions to ${Object.keys(asked).length} of ${clauses.length} clauses`);
		expect(count).toBeGreaterThan(100);
		expect(faults(asked, clauses)).toEqual([]);
	});
});

test('what is wrong is found', () => {
	const clauses = [
		{ id: 'a', text: '试点单位应当成立领导小组，由主要负责人任组长。' },
		{ id: 'b', text: '资料应当齐全。' },
	];
	const good: Asked = {
		a: ['一把手要不要挂帅', '谁牵头', '头儿不管行吗'],
		b: ['东西缺一样行吗', '要备哪些', '差什么'],
	};
	expect(faults(good, clauses)).toEqual([]);
	const bad: [Asked, RegExp][] = [
		[{ a: good.a ?? [] }, /^b: nothing/],
		[{ ...good, c: ['一', '二', '三'] }, /no such clause/],
		[{ ...good, a: ['领导小组', '谁牵头', '头儿不管行吗'] }, /stands in the clause/],
		[{ ...good, a: ['应当成立领导小组吗', '谁牵头', '头儿不管行吗'] }, /takes/],
		[{ ...good, a: ['谁牵头', '头儿不管行吗'] }, /2 questions/],
		[{ ...good, b: ['谁牵头', '要备哪些', '差什么'] }, /twice/],
	];
	for (const [asked, fault] of bad) expect(faults(asked, clauses).join()).toMatch(fault);
});
