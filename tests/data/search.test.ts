import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shownText, withoutMarks } from '../../src/clauses/marks.ts';
import { normal } from '../../src/clauses/normal.ts';
import { words } from '../../src/clauses/outline.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { addressOf, type Catalogue, documentOf, type Passage } from '../../src/features/search/passage.ts';
import { readQuestion } from '../../src/features/search/question.ts';
import { prepare, rank } from '../../src/features/search/rank.ts';
import type { Bank } from '../../src/features/training/bank.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import { awardsOf } from '../../src/rubric/rules.ts';

const { sources, passages }: Catalogue = JSON.parse(readFileSync('tests/.out/root/data/search.json', 'utf8'));
const entries = passages.map(prepare);
const { documents, rubrics } = loadLibrary('.');

describe('what can be found', () => {
	test('every passage has an address of its own', () => {
		expect(new Set(passages.map(addressOf)).size).toBe(passages.length);
		for (const { source } of passages) expect(sources.map(({ id }) => id)).toContain(source);
	});

	test('every question is of its document', () => {
		const { questions }: Bank = JSON.parse(readFileSync('tests/.out/root/data/questions.json', 'utf8'));
		expect(questions.length).toBeGreaterThan(100);
		for (const { id, document } of questions) {
			const passage = passages.find((each) => each.kind === 'question' && each.id === id);
			expect(passage && documentOf(passage, sources), id).toBe(document);
		}
	});

	test.each(documents.map((document) => [document.id, document] as const))(
		'all words of %s are in it',
		(id, document) => {
			const texts = entries
				.filter(({ passage }) => sources.find((source) => source.id === passage.source)?.document === id)
				.map(({ text }) => text);
			const levels = rubrics.filter((rubric) => rubric.document === id).length > 0;
			let seen = 0;
			for (const { runs, visit } of words(document)) {
				const text = normal(shownText(runs)).text;
				// Of a table's rows, the lines' numbers, points and boxes stand apart from their words.
				if (text === '' || (levels && visit?.clause.kind === 'line' && /^[\d.]+$|^是否$/.test(text))) continue;
				seen += 1;
				expect(
					texts.some((held) => held.includes(text)),
					shownText(runs),
				).toBe(true);
			}
			expect(seen).toBeGreaterThan(20);
		},
	);

	test.each(rubrics.map((rubric) => [rubric.id, rubric] as const))(
		'every line of %s is one, with all its words',
		(id, rubric) => {
			for (const line of criteriaOf(rubric)) {
				const entry = entries.find(({ passage }) => addressOf(passage) === `rubrics/${id}/#${line.id}`);
				for (const text of [line.matter, line.lead, line.tail, line.look, ...awardsOf(line).map((award) => award.text)])
					if (text) expect(entry?.text).toContain(normal(withoutMarks(text.replaceAll('<br>', '\n'))).text);
			}
		},
	);

	test('each kind has its passages', () => {
		const count = (kind: string) => passages.filter((passage) => passage.kind === kind).length;
		expect(count('line')).toBe(38 + 46 + 38 + 3 + rubrics.length);
		expect(count('problem')).toBe(6 + 18);
		expect(count('standard')).toBeGreaterThan(10);
		expect(count('rule')).toBeGreaterThan(200);
		expect(count('notes')).toBeGreaterThan(40);
	});
});

const byAddress = new Map(passages.map((passage) => [addressOf(passage), passage]));

/** A passage and the clauses around it. */
function withAncestors(passage: Passage): string[] {
	const above = passage.parent && byAddress.get(addressOf({ ...passage, id: passage.parent }));
	return [addressOf(passage), ...(above ? withAncestors(above) : [])];
}

describe('any two characters or more that stand in a text find it', () => {
	test('every stretch of 2, 3, 5 and 9 characters of every passage', () => {
		let tried = 0;
		for (const { passage, text } of entries)
			for (const length of [2, 3, 5, 9])
				for (let at = 0; at + length <= passage.text.length; at += 1) {
					const stretch = normal(passage.text.slice(at, at + length)).text;
					tried += 1;
					if (!text.includes(stretch)) expect.fail(`${addressOf(passage)}: ${stretch}`);
				}
		expect(tried).toBeGreaterThan(100_000);
	});

	test('every formal citation leads to its clause', () => {
		const { documents: cited } = JSON.parse(readFileSync('tests/.out/root/data/documents.json', 'utf8'));
		for (const { id: source, clauses } of cited)
			for (const { id, citation, kind } of clauses) {
				if (kind === 'line' || citation.length > 110) continue;
				const [first] = rank(entries, readQuestion(citation, sources)).hits;
				expect(first && addressOf(first.entry.passage), citation).toBe(`docs/${source}/#${id}`);
			}
	});

	test('every name that the site gives a source leads to it', () => {
		for (const { id, short } of sources.filter(({ called }) => called.length > 0)) {
			const [first] = rank(entries, readQuestion(short, sources)).hits;
			expect(first?.entry.passage.id, short).toBe('');
			expect(sources.find(({ id: source }) => source === first?.entry.passage.source)?.short, id).toBe(short);
		}
	});

	test('stretches asked as questions are answered by passages that have them', () => {
		const stretches = passages.flatMap(({ text }, i) => {
			const at = (i * 7919) % Math.max(1, text.length - 6);
			const stretch = text.slice(at, at + 2 + (i % 5));
			return normal(stretch).text.length > 1 ? [stretch] : [];
		});
		expect(stretches.length).toBeGreaterThan(300);
		for (const stretch of stretches) {
			const { hits } = rank(entries, readQuestion(stretch, sources));
			const holding = entries.filter(({ text }) => text.includes(normal(stretch).text));
			// A clause stands for its parts, and they for it.
			const given = new Set(hits.map(({ entry }) => addressOf(entry.passage)));
			const around = new Set(hits.flatMap(({ entry }) => withAncestors(entry.passage)));
			const missed = holding
				.map(({ passage }) => passage)
				.filter(
					(passage) => !around.has(addressOf(passage)) && !withAncestors(passage).some((each) => given.has(each)),
				);
			expect(missed.map(addressOf), stretch).toEqual([]);
			expect(holding.length).toBeGreaterThan(0);
		}
	});
});
