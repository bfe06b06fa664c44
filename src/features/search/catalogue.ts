import { fullLabel } from '../../clauses/citation.ts';
import { shownText, withoutMarks } from '../../clauses/marks.ts';
import { clauseText, type Visit, walk, words } from '../../clauses/outline.ts';
import { ruleLines } from '../../rubric/printed-table.ts';
import type { Clause, Document } from '../../schemas/document.ts';
import type { Branch, Rubric } from '../../schemas/rubric.ts';
import type { Asked } from '../../schemas/search-aids.ts';
import { library } from '../../text/library.ts';
import type { Catalogue, Kind, Passage, Source } from './passage.ts';

const format = 2;

const documentSource = ({ id, meta }: Document): Source => ({
	id: `docs/${id}/`,
	document: id,
	short: meta.short,
	called: [meta.short, meta.title, ...meta.called],
});

const rubricSource = ({ id, document, short, title, called }: Rubric): Source => ({
	id: `rubrics/${id}/`,
	document,
	short,
	called: [short, title, ...called],
});

/** What stands in each clause and in none below it; by the empty id, before the first clause. */
function ownTexts(document: Document): Map<string, string> {
	const texts = new Map<string, string>();
	for (const { runs, visit } of words(document)) {
		const text = shownText(runs);
		const id = visit?.clause.id ?? '';
		if (text && runs !== visit?.clause.label) texts.set(id, texts.has(id) ? `${texts.get(id)}\n${text}` : text);
	}
	return texts;
}

/** A section or chapter longer than this is told by its parts. */
const longest = 300;

function textOf(clause: Clause, own: string): string {
	const all = clauseText(clause).trim();
	const holdsLines = clause.content.some((node) => node.type === 'table' && node.lines.length > 0);
	return clause.heading && (holdsLines || all.length > longest) ? own : all;
}

const hasParts = ({ heading, content }: Clause) =>
	heading !== undefined &&
	content.some((node) => node.type === 'clause' || (node.type === 'table' && node.lines.length > 0));

function kindOf({ meta }: Document, { clause, ancestors }: Visit): Kind {
	if (meta.kind === 'official') return 'rule';
	return clause.kind === 'item' && ancestors.some(({ id }) => meta.problems.includes(id)) ? 'problem' : 'notes';
}

const questions = (asked: readonly string[] | undefined | '') => (asked ? { asked } : {});

/** The clauses of a document; the lines of its tables are told by the tables. */
function clausePassages(document: Document, asked: Asked): Passage[] {
	const own = ownTexts(document);
	const { id: source } = documentSource(document);
	const { title, number = '' } = document.meta;
	const whole: Passage = {
		kind: document.meta.kind === 'official' ? 'rule' : 'notes',
		source,
		id: '',
		label: '',
		text: [title, number, own.get('') ?? ''].join('\n').trim(),
		whole: true,
	};
	const clauses = Array.from(walk(document))
		.filter(({ clause }) => clause.kind !== 'line')
		.map((visit): Passage => {
			const { clause, ancestors } = visit;
			return {
				kind: kindOf(document, visit),
				source,
				id: clause.id,
				parent: ancestors.at(-1)?.id ?? '',
				label: fullLabel(visit),
				text: textOf(clause, own.get(clause.id) ?? ''),
				...(hasParts(clause) && { whole: true }),
				...questions(asked[clause.id]),
			};
		});
	return [whole, ...clauses];
}

function linePassages(rubric: Rubric, asked: Asked): Passage[] {
	const { id: source } = rubricSource(rubric);
	const line = (id: string, label: string, path: string, lines: (string | undefined)[]): Passage => ({
		kind: 'line',
		source,
		id,
		label,
		path,
		text: lines.flatMap((text) => (text ? [withoutMarks(text.replaceAll('<br>', '\n'))] : [])).join('\n'),
		...questions(id && Object.entries(asked).find(([clause]) => clause.split('.').at(-1) === id)?.[1]),
	});
	const inBranch = ({ label, parts, criteria }: Branch, path: string[]): Passage[] => [
		...parts.flatMap((part) => inBranch(part, [...path, label])),
		...criteria.map((criterion) =>
			line(criterion.id, criterion.label, [...path, label].map(withoutMarks).join(' '), [
				criterion.matter,
				...ruleLines(criterion),
				criterion.look,
			]),
		),
	];
	const vetoes = rubric.vetoes?.lines ?? [];
	return [
		{
			...line('', '', '', [rubric.title, rubric.columns.map(({ head }) => head).join(' '), ...(rubric.foot ?? [])]),
			whole: true,
		},
		...vetoes.map(({ id, number, text }) => line(id, `否决第${number}项`, rubric.vetoes?.caption ?? '', [text])),
		...rubric.sections.flatMap((section) => inBranch(section, [])),
	];
}

/** Everything that can be found; `listed` adds what other features know. */
export function catalogue(listed: { source: Source; passages: Passage[] }[]): Catalogue {
	const { documents, rubrics, aids } = library();
	const askedOf = (document: string): Asked => aids.asked[document] ?? {};
	return {
		format,
		sources: [...documents.map(documentSource), ...rubrics.map(rubricSource), ...listed.map(({ source }) => source)],
		passages: [
			...documents.flatMap((document) => clausePassages(document, askedOf(document.id))),
			...rubrics.flatMap((rubric) => linePassages(rubric, askedOf(rubric.document))),
			...listed.flatMap(({ passages }) => passages),
		],
	};
}
