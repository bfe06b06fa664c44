import { fullLabel } from '../clauses/citation.ts';
import type { Links } from '../clauses/links.ts';
import { markReader, shownText, withoutMarks } from '../clauses/marks.ts';
import { readTable } from '../clauses/outline.ts';
import { labelsOf } from '../rubric/labels.ts';
import { criteriaTable, ruleLines, vetoTable } from '../rubric/printed-table.ts';
import type { Document, Node, Table } from '../schemas/document.ts';
import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';
import { longDate } from '../text/dates.ts';

/* A scoring table as the papers need it: served as data, and read when someone asks for a paper. */

const format = 1;

export type Holds = Rubric['columns'][number]['holds'];

/** A cell as printed; it stands over `across` columns and `down` rows. */
export interface FormCell {
	text: string;
	across: number;
	down: number;
}

export interface FormRow {
	/** The line, veto or condition that begins in this row. */
	line: string | null;
	/** By column; null where a neighbour's cell covers it. */
	cells: (FormCell | null)[];
}

interface Printed {
	/** What stands over the table in its document: 附件2 评价指标B：…. */
	heading: string | null;
	/** How many rows at the top are headings. */
	head: number;
	rows: FormRow[];
}

/** A line, a veto or a condition of entry, and what it rests on. */
export interface FormLine {
	id: string;
	/** 第12项; 否决第1项; 基本条件. */
	label: string;
	/** A few words of what is asked. */
	words: string;
	/** The labels of the sections around it, outermost first. */
	path: string[];
	/** Its own place, and the clauses it rests on. */
	place: string;
	clauses: string[];
}

export interface Form {
	format: typeof format;
	id: string;
	title: string;
	short: string;
	/** The document the table is taken from, with its number and date, and where in it the table stands. */
	edition: string;
	total: number;
	table: Printed & { columns: Holds[] };
	vetoes: Printed | null;
	conditions: (FormLine & { text: string })[];
	vetoLines: (FormLine & { text: string })[];
	lines: FormLine[];
	/** At how many places of the table's words the site mended what its capture got wrong or lost. */
	mended: number;
}

interface Sources {
	documents: readonly Document[];
	links: Pick<Links, 'clause'>;
}

const fewWords = 30;

const few = (text: string): string => {
	const [line = ''] = withoutMarks(text).split('\n');
	const letters = Array.from(line);
	return letters.length > fewWords ? `${letters.slice(0, fewWords).join('')}…` : line;
};

export function formOf(rubric: Rubric, { documents, links }: Sources): Form {
	const document = documents.find(({ id }) => id === rubric.document);
	const placed = (anchor: string | undefined, id: string) => (anchor ? `${anchor}.${id}` : id);
	const labelOf = (anchor: string): string => {
		const visit = links.clause(rubric.document, anchor);
		return visit ? fullLabel(visit) : '';
	};
	const placeOf = (anchor: string) => `《${document?.meta.title ?? rubric.title}》${labelOf(anchor)}`;
	const cite = (clause: string): string => {
		const [id, anchor = ''] = clause.split('#');
		const visit = links.clause(id ?? '', anchor);
		return `${documents.find((each) => each.id === id)?.meta.short ?? ''}${visit ? fullLabel(visit) : ''}`;
	};
	const citeAll = (clauses: readonly { clause: string }[]) => [...new Set(clauses.map(({ clause }) => cite(clause)))];

	const lineOf = (criterion: Criterion, path: string[]): FormLine => ({
		id: criterion.id,
		label: criterion.label,
		words: few(criterion.matter ?? ruleLines(criterion)[0] ?? ''),
		path,
		place: placeOf(placed(rubric.anchor, criterion.id)),
		clauses: citeAll(criterion.clauses),
	});
	const linesIn = ({ label, parts, criteria }: Branch, above: string[]): FormLine[] => {
		const path = [...above, withoutMarks(label)];
		return [...parts.flatMap((part) => linesIn(part, path)), ...criteria.map((each) => lineOf(each, path))];
	};
	const lines = rubric.sections.flatMap((section) => linesIn(section, []));
	const { vetoes } = rubric;
	const labels = labelsOf(rubric);
	// A table that no document here prints is printed as it says itself.
	const tables = document ? tablesIn(document.content) : ownTables(rubric);
	const tableWith = (clause: string) => {
		const table = tables.find((each) => each.lines.some(({ clause: { id } }) => id === clause));
		if (!table) throw new Error(`${rubric.document} prints no table with ${clause}`);
		return table;
	};
	const headingOf = (anchor: string | undefined) => {
		const visit = anchor === undefined ? undefined : links.clause(rubric.document, anchor);
		return visit ? `${fullLabel(visit)} ${shownText(visit.clause.heading ?? [])}`.trim() : null;
	};
	const around = (anchor: string | undefined) => (document ? anchor : undefined);
	const table = tableWith(placed(around(rubric.anchor), lines[0]?.id ?? ''));
	const printedVetoes = vetoes && tableWith(placed(around(vetoes.anchor), vetoes.lines[0]?.id ?? ''));
	return {
		format,
		id: rubric.id,
		title: rubric.title,
		short: rubric.short,
		edition: `《${document?.meta.title ?? rubric.title}》${sayEdition(document)}${rubric.anchor ? labelOf(rubric.anchor) : ''}`,
		total: rubric.total,
		table: {
			heading: headingOf(rubric.anchor),
			head: table.head,
			columns: rubric.columns.map(({ holds }) => holds),
			rows: printed(table),
		},
		vetoes:
			vetoes && printedVetoes
				? { heading: headingOf(vetoes.anchor), head: printedVetoes.head, rows: printed(printedVetoes) }
				: null,
		conditions: rubric.conditions.map(({ id, text, clause }) => ({
			id,
			label: labels.get(id) ?? id,
			words: few(text),
			text: withoutMarks(text),
			path: [],
			place: placeOf(clause.split('#')[1] ?? ''),
			clauses: [],
		})),
		vetoLines: (vetoes?.lines ?? []).map(({ id, text, clauses }) => ({
			id,
			label: labels.get(id) ?? id,
			words: few(text),
			text: withoutMarks(text),
			path: [],
			place: placeOf(placed(vetoes?.anchor, id)),
			clauses: citeAll(clauses),
		})),
		lines,
		mended: [table, ...(printedVetoes ? [printedVetoes] : [])].reduce((sum, each) => sum + mendedIn(each), 0),
	};
}

function sayEdition(document: Document | undefined): string {
	if (!document) return '（自己的表，本站没有它的出处）';
	const { number, date } = document.meta;
	if (!number && !date) return '（所据文本没有文号和日期）';
	return `（${number ?? '所据文本没有文号'}，${date ? longDate(date) : '所据文本没有日期'}）`;
}

const ownTables = (rubric: Rubric): Table[] =>
	[criteriaTable(rubric, 1), vetoTable(rubric, 1)].flatMap((block) =>
		block ? [readTable(block, (text) => markReader().read(text), undefined)] : [],
	);

const tablesIn = (nodes: readonly Node[]): Table[] =>
	nodes.flatMap((node) => (node.type === 'table' ? [node] : node.type === 'clause' ? tablesIn(node.content) : []));

const printed = ({ rows, lines }: Table): FormRow[] =>
	rows.map((cells, row) => {
		const clause = lines.find((line) => line.row === row)?.clause.id;
		return {
			line: clause?.slice(clause.lastIndexOf('.') + 1) ?? null,
			cells: cells.map(({ merged, runs, colspan, rowspan }) =>
				merged ? null : { text: shownText(runs), across: colspan, down: rowspan },
			),
		};
	});

const mendedIn = ({ rows }: Table): number =>
	rows
		.flat()
		.flatMap(({ runs }) => runs)
		.filter(({ mark }) => mark?.kind === 'repair' || mark?.kind === 'restore').length;
