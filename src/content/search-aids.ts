import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../clauses/fault.ts';
import { shownText } from '../clauses/marks.ts';
import { normal } from '../clauses/normal.ts';
import { walk, words } from '../clauses/outline.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import type { Document } from '../schemas/document.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { type Asked, asked, type Gaps, gaps, type Lexicon, lexicon, shared } from '../schemas/search-aids.ts';
import { readYamlFile } from './read.ts';

/* What helps people find a clause who have not read it: questions to it, everyday words, what no text says. */

export interface SearchAids {
	/** By document. */
	asked: { [document: string]: Asked };
	/** Questions that several clauses answer. */
	shared: string[];
	lexicon: Lexicon;
	gaps: Gaps;
}

const files = {
	asked: (document: string) => `content/asked/${document}.yaml`,
	shared: 'content/asked-of-several.yaml',
	lexicon: 'content/lexicon.yaml',
	gaps: 'content/gaps.yaml',
};

export function readSearchAids(root: string, documents: readonly string[]): SearchAids {
	const has = (file: string) => existsSync(join(root, file));
	return {
		asked: Object.fromEntries(
			documents.filter((id) => has(files.asked(id))).map((id) => [id, readYamlFile(root, files.asked(id), asked)]),
		),
		shared: has(files.shared) ? readYamlFile(root, files.shared, shared) : [],
		lexicon: has(files.lexicon) ? readYamlFile(root, files.lexicon, lexicon) : [],
		gaps: has(files.gaps) ? readYamlFile(root, files.gaps, gaps) : [],
	};
}

/** How many questions a clause may have. */
const [fewest, most] = [3, 8];

/** So many characters of a clause in a row are its own words and not somebody's. */
const copied = 7;

const plain = (text: string) => normal(text).text;

/** What stands in each clause, its parts included, as it is compared. */
function textsOf(document: Document): Map<string, string> {
	const texts = new Map(Array.from(walk(document), ({ clause }) => [clause.id, '']));
	for (const { runs, visit } of words(document))
		for (const { id } of visit ? [visit.clause, ...visit.ancestors] : [])
			texts.set(id, (texts.get(id) ?? '') + plain(shownText(runs)));
	return texts;
}

type Finding = [problem: string, remedy: string];

export function checkSearchAids(aids: SearchAids, documents: readonly Document[], rubrics: readonly Rubric[]): Fault[] {
	const texts = new Map(documents.map((document) => [document.id, textsOf(document)]));
	const everything = documents.map((document) =>
		Array.from(words(document), ({ runs }) => plain(shownText(runs))).join('\n'),
	);
	const says = (word: string) => everything.some((text) => text.includes(plain(word)));
	const known = new Set([
		...documents.flatMap((document) => Array.from(walk(document), ({ clause }) => `docs/${document.id}#${clause.id}`)),
		...rubrics.flatMap((rubric) => [
			...criteriaOf(rubric).map(({ id }) => `rubrics/${rubric.id}#${id}`),
			...(rubric.vetoes?.lines ?? []).map(({ id }) => `rubrics/${rubric.id}#${id}`),
		]),
	]);
	const at = (file: string, findings: readonly Finding[]): Fault[] =>
		findings.map(([problem, remedy]) => ({ file, problem, remedy }));
	return [
		...Object.entries(aids.asked).flatMap(([id, questions]) =>
			at(files.asked(id), askedFindings(questions, texts.get(id) ?? new Map())),
		),
		...at(files.shared, sharedFindings(aids)),
		...at(files.lexicon, lexiconFindings(aids.lexicon, says)),
		...at(files.gaps, gapFindings(aids.gaps, says, known)),
	];
}

export function askedFindings(asked: Asked, texts: ReadonlyMap<string, string>): Finding[] {
	const ownWords = (id: string, question: string): Finding[] => {
		const [text, words] = [texts.get(id) ?? '', plain(question)];
		if (words !== '' && text.includes(words))
			return [[`${id}: “${question}” stands in the clause.`, 'Say it as someone would who has not read it.']];
		const stretch = Array.from({ length: Math.max(0, words.length - copied + 1) }, (_, from) =>
			words.slice(from, from + copied),
		).find((each) => text.includes(each));
		return stretch ? [[`${id}: “${question}” takes “${stretch}” from the clause.`, 'Say it in other words.']] : [];
	};
	return [
		...[...texts.keys()]
			.filter((id) => !(id in asked))
			.map((id): Finding => [`nothing is asked of ${id}.`, `Add ${fewest} to ${most} questions that it answers.`]),
		...Object.entries(asked).flatMap(([id, questions]): Finding[] => [
			...(texts.has(id) ? [] : [[`there is no clause ${id}.`, 'Mend its name.'] satisfies Finding]),
			...(questions.length < fewest || questions.length > most
				? [[`${id} has ${questions.length} questions.`, `Give it ${fewest} to ${most}.`] satisfies Finding]
				: []),
			...questions.flatMap((question) => ownWords(id, question)),
		]),
	];
}

/** Who asks what several clauses answer is shown all of them; that it is meant so is said once. */
export function sharedFindings({ asked, shared }: Pick<SearchAids, 'asked' | 'shared'>): Finding[] {
	const times = new Map<string, number>();
	for (const question of Object.values(asked)
		.flatMap((clauses) => Object.values(clauses))
		.flat())
		times.set(question, (times.get(question) ?? 0) + 1);
	return [
		...[...times]
			.filter(([question, count]) => count > 1 && !shared.includes(question))
			.map(([question]): Finding => [`“${question}” is asked of two clauses.`, 'Add it here if both answer it.']),
		...shared
			.filter((question) => (times.get(question) ?? 0) < 2)
			.map((question): Finding => [`“${question}” is not asked of two clauses.`, 'Remove it.']),
		...twice(shared).map((question): Finding => [`“${question}” stands here twice.`, 'Keep it once.']),
	];
}

const twice = (all: readonly string[]): string[] => all.filter((each, i) => all.indexOf(each) !== i);

export function lexiconFindings(rows: Lexicon, says: (word: string) => boolean): Finding[] {
	return [
		...twice(rows.flatMap(({ say }) => say)).map((word): Finding => [`“${word}” stands in two rows.`, 'Join them.']),
		...rows.flatMap(({ say, means, near }): Finding[] => [
			...(means.length + near.length === 0
				? [[`“${say[0]}” leads nowhere.`, 'Say what it means in the texts.'] satisfies Finding]
				: []),
			...[...means, ...near]
				.filter((word) => !says(word))
				.map((word): Finding => [`“${word}” (for “${say[0]}”) stands in no text.`, 'Use a word of the texts.']),
			...say
				.filter((word) => means.includes(word) || near.includes(word))
				.map((word): Finding => [`“${word}” leads to itself.`, 'Remove it on one side.']),
		]),
	];
}

export function gapFindings(all: Gaps, says: (word: string) => boolean, known: ReadonlySet<string>): Finding[] {
	return [
		...twice(all.map(({ id }) => id)).map((id): Finding => [`the id ${id} is taken.`, 'Give this one its own.']),
		...twice(all.flatMap(({ asked }) => asked)).map(
			(question): Finding => [`“${question}” is asked twice.`, 'Keep it once.'],
		),
		...all.flatMap(({ id, absent, near }): Finding[] => [
			...absent
				.filter(says)
				.map((word): Finding => [`${id}: “${word}” does stand in a text.`, 'See whether it is a gap at all.']),
			...near
				.filter((address) => !known.has(address))
				.map((address): Finding => [`${id}: there is no ${address}.`, 'Mend the address.']),
		]),
	];
}
