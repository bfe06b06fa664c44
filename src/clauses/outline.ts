import type { Cell, Clause, ClauseKind, Document, FrontMatter, Node, Run, Table } from '../schemas/document.ts';
import { type Block, BlockError, readBlocks } from './blocks.ts';
import { ContentError, type Fault } from './fault.ts';
import { type Label, looksLabelled, readLabel } from './labels.ts';
import { MarkError, markReader, shownText, splitRuns } from './marks.ts';

/** How deep a kind of clause stands; a new clause closes all that are as deep or deeper. */
const depthOf: Record<ClauseKind, number> = {
	annex: 0,
	chapter: 1,
	section: 1,
	article: 2,
	item: 3,
	point: 4,
	line: 5,
	paragraph: 5,
};

/** Draws a table that a document names with {table: …}; undefined when there is none of that name. */
export type Draw = (what: string, line: number) => Extract<Block, { type: 'table' }> | undefined;

interface Source {
	id: string;
	file: string;
	meta: FrontMatter;
	body: string;
	/** The file's line on which the body starts. */
	bodyLine: number;
}

/** From the text of a document file to the document with its clauses; throws ContentError. */
export function readDocument({ id, file, meta, body, bodyLine }: Source, draw: Draw = () => undefined): Document {
	const faults: Fault[] = [];
	const { read, marks } = markReader();
	const content: Node[] = [];
	let open: Clause[] = [];

	const attempt = (line: number, work: () => void) => {
		try {
			work();
		} catch (error) {
			const known = error instanceof MarkError || error instanceof BlockError;
			if (!known) throw error;
			faults.push({
				file,
				line: error instanceof BlockError ? error.line : line,
				problem: error.message,
				remedy: 'content/README.md, “Documents and their marks”, shows the notation.',
			});
		}
	};

	const place = (node: Node) => (open.at(-1)?.content ?? content).push(node);

	function openClause(label: Label, runs: Run[], onHeading: boolean, line: number): void {
		const parts = splitRuns(runs, shownText(runs).indexOf(label.printed) + label.printed.length);
		if (!parts) throw new MarkError(`the mark at the label “${label.printed}” must end where the label ends.`);
		const [labelRuns, rest] = parts;
		open = open.filter((clause) => depthOf[clause.kind] < depthOf[label.kind]);
		const clause: Clause = {
			type: 'clause',
			kind: label.kind,
			id: clauseId(label, open),
			number: label.number ?? 1,
			printed: label.printed,
			label: labelRuns,
			...(onHeading && { heading: trimStart(rest) }),
			content: onHeading ? [] : [{ type: 'paragraph', runs: trimStart(rest), depth: 0, line }],
			line,
		};
		place(clause);
		open.push(clause);
	}

	function add(block: Block): void {
		if (block.type === 'rule') {
			open = [];
			return;
		}
		if (block.type === 'table' || block.type === 'drawn') {
			const table = block.type === 'table' ? block : draw(block.what, block.line);
			if (!table)
				throw new BlockError(`there is no scoring table “${block.type === 'drawn' && block.what}”.`, block.line);
			place(readTable(table, read, open.at(-1)?.id));
			return;
		}
		const { type, line, depth } = block;
		const runs = read(block.text);
		if (type === 'title' || type === 'subheading') {
			place({ type, runs, line });
			return;
		}
		const label = depth === 0 && !block.plain ? readLabel(shownText(runs), type === 'heading') : undefined;
		if (label) openClause(label, runs, type === 'heading', line);
		else if (type === 'heading')
			throw new BlockError('this heading has no number. Use “###” for a subheading without one.', line);
		else {
			// After the items of an article an unnumbered paragraph is the article's next one.
			const article = open.findIndex(({ kind }) => kind === 'article');
			if (article >= 0) open = open.slice(0, article + 1);
			place({ type: 'paragraph', runs, depth, line });
		}
		refuseStrayLabels(shownText(runs), label !== undefined || block.plain || depth > 0, line);
	}

	attempt(bodyLine, () => {
		for (const block of readBlocks(body, bodyLine)) attempt(block.line, () => add(block));
	});
	const document = { id, file, meta, content: numberParagraphs(content, undefined), marks };
	if (faults.length === 0 && content.length === 0)
		faults.push({
			file,
			line: bodyLine,
			problem: 'there are no words here.',
			remedy: 'Write the text, or remove the file.',
		});
	faults.push(...repeatedIds(document));
	if (faults.length > 0) throw new ContentError(faults);
	return document;
}

/** A label at the start of a line that opens no clause would be lost without a word. */
function refuseStrayLabels(text: string, opens: boolean, line: number): void {
	for (const [i, start] of text.split('\n').entries())
		if (looksLabelled(start) && !(i === 0 && opens))
			throw new BlockError(
				`“${start.slice(0, 8)}” looks like the number of a clause and opens none. Put a blank line before it and a space after the number, or “\\” in front if these are plain words.`,
				line + i,
			);
}

function clauseId(label: Label, open: readonly Clause[]): string {
	const parent = open.at(-1);
	switch (label.kind) {
		case 'annex':
			return label.number === undefined ? 'annex' : `annex-${label.number}`;
		case 'chapter':
			return `ch-${label.number}`;
		case 'article':
			return `art-${label.number}`;
		case 'section':
			return parent ? `${parent.id}.s${label.number}` : `s${label.number}`;
		case 'item':
		case 'point':
			if (!parent) throw new MarkError(`“${label.printed}” stands under no article, section or annex.`);
			if (label.section !== undefined && label.section !== parent.number)
				throw new MarkError(`“${label.printed}” stands under “${parent.printed}”.`);
			return `${parent.id}.${label.number}`;
	}
}

/** Gives each unnumbered paragraph its own address where a clause has more than one. */
function numberParagraphs(nodes: Node[], parent: Clause | undefined): Node[] {
	const several = !parent || nodes.filter((node) => node.type === 'paragraph').length > 1;
	let number = 0;
	return nodes.map((node): Node => {
		if (node.type === 'clause') return { ...node, content: numberParagraphs(node.content, node) };
		if (node.type !== 'paragraph' || !several) return node;
		number += 1;
		return {
			type: 'clause',
			kind: 'paragraph',
			id: parent ? `${parent.id}.p${number}` : `p${number}`,
			number,
			printed: '',
			label: [],
			content: [node],
			line: node.line,
		};
	});
}

function repeatedIds(document: Document): Fault[] {
	const lines = new Map<string, number>();
	const faults: Fault[] = [];
	for (const { clause } of walk(document)) {
		const first = lines.get(clause.id);
		if (first === undefined) lines.set(clause.id, clause.line);
		else
			faults.push({
				file: document.file,
				line: clause.line,
				problem: `the clause id “${clause.id}” is taken already by line ${first}.`,
				remedy: `Mend the number “${clause.printed}” here or there.`,
			});
	}
	return faults;
}

/** A table with its merged cells told, and each of its lines as a clause. */
export function readTable(
	block: Extract<Block, { type: 'table' }>,
	read: (text: string) => Run[],
	around: string | undefined,
): Table {
	const rows = block.rows.map((row) =>
		row.map((text): Cell => {
			const merge = /^([<^])(?=\s|$)/.exec(text)?.[1];
			const runs = read((merge ? text.slice(1).trim() : text).replaceAll('<br>', '\n'));
			return {
				runs,
				colspan: 1,
				rowspan: 1,
				...(merge && { merged: merge === '<' ? 'left' : 'up' }),
			};
		}),
	);
	for (const [r, row] of rows.entries())
		for (const [c, cell] of row.entries()) {
			if (cell.merged) continue;
			while (row[c + cell.colspan]?.merged === 'left') cell.colspan += 1;
			while (rows[r + cell.rowspan]?.[c]?.merged === 'up') cell.rowspan += 1;
		}
	refuseBadMerges(rows, block.line);
	return { type: 'table', rows, head: block.head, lines: lineClauses(block, rows, around), line: block.line };
}

/** Each merged cell must be covered by exactly one other, and show nothing of its own. */
function refuseBadMerges(rows: readonly Cell[][], line: number): void {
	const covered = rows.map((row) => row.map(() => 0));
	for (const [r, row] of rows.entries())
		for (const [c, { merged, colspan, rowspan }] of row.entries()) {
			if (merged) continue;
			for (let y = r; y < r + rowspan; y += 1)
				for (let x = c; x < c + colspan; x += 1) {
					const around = covered[y];
					if (around) around[x] = (around[x] ?? 0) + 1;
				}
		}
	for (const [r, row] of rows.entries())
		for (const [c, { merged, runs }] of row.entries()) {
			if (covered[r]?.[c] !== 1)
				throw new BlockError(`row ${r + 1}, column ${c + 1}: the merged cells here do not make a rectangle.`, line);
			if (merged && shownText(runs) !== '')
				throw new BlockError(
					`row ${r + 1}, column ${c + 1}: “${shownText(runs)}” stands in a merged cell and would not be seen.`,
					line,
				);
		}
}

/** A line of a scoring table as a clause: its words are the cells that start in its rows. */
function lineClauses(
	{ ids = [], line }: Extract<Block, { type: 'table' }>,
	rows: Cell[][],
	around: string | undefined,
) {
	const starts = ids.flatMap((id, row) => (id ? [{ ...id, row }] : []));
	return starts.map(({ id, label, row }, i) => {
		const end = starts[i + 1]?.row ?? rows.length;
		const content = rows
			.slice(row, end)
			.flat()
			.filter(({ runs, merged }) => !merged && runs.length > 0)
			.map(({ runs }): Node => ({ type: 'paragraph', runs, depth: 0, line }));
		const clause: Clause = {
			type: 'clause',
			kind: 'line',
			id: around ? `${around}.${id}` : id,
			number: i + 1,
			printed: label,
			label: [],
			content,
			line,
		};
		return { row, clause };
	});
}

function trimStart(runs: Run[]): Run[] {
	const [first, ...rest] = runs;
	if (!first || first.mark) return runs;
	const text = first.text.trimStart();
	return text === '' ? rest : [{ text }, ...rest];
}

export interface Visit {
	clause: Clause;
	/** Outermost first; the clause itself is not among them. */
	ancestors: Clause[];
}

/** Every clause of a document in the order of the page. */
export function* walk(document: Document): Generator<Visit> {
	yield* walkNodes(document.content, []);
}

function* walkNodes(nodes: readonly Node[], ancestors: Clause[]): Generator<Visit> {
	for (const node of nodes) {
		if (node.type === 'table') for (const { clause } of node.lines) yield { clause, ancestors };
		if (node.type !== 'clause') continue;
		yield { clause: node, ancestors };
		yield* walkNodes(node.content, [...ancestors, node]);
	}
}

export interface Words {
	runs: readonly Run[];
	line: number;
	/** The clause they stand in; undefined before the first. */
	visit: Visit | undefined;
	/** They are an item of a bulleted list. */
	bullet: boolean;
}

/** All words of a document in the order of the page: labels, headings, paragraphs, cells. */
export function* words(document: Document): Generator<Words> {
	yield* wordsOf(document.content, undefined);
}

function* wordsOf(nodes: readonly Node[], visit: Visit | undefined): Generator<Words> {
	for (const node of nodes) {
		const { line } = node;
		switch (node.type) {
			case 'clause': {
				const inner: Visit = { clause: node, ancestors: visit ? [...visit.ancestors, visit.clause] : [] };
				yield { runs: node.label, line, visit: inner, bullet: false };
				if (node.heading) yield { runs: node.heading, line, visit: inner, bullet: false };
				yield* wordsOf(node.content, inner);
				break;
			}
			case 'table': {
				let at = visit;
				for (const [i, row] of node.rows.entries()) {
					const clause = node.lines.find((start) => start.row === i)?.clause;
					if (clause) at = { clause, ancestors: visit ? [...visit.ancestors, visit.clause] : [] };
					for (const { runs } of row) yield { runs, line, visit: at, bullet: false };
				}
				break;
			}
			default:
				yield { runs: node.runs, line, visit, bullet: node.type === 'paragraph' && node.depth > 0 };
		}
	}
}

/** All the words that stand under a clause, its own label left out, those of its parts kept. */
export function clauseText(clause: Clause): string {
	const lines = [clause.heading ? shownText(clause.heading) : '', ...clause.content.map(nodeText)];
	return lines.filter((line) => line !== '').join('\n');
}

function nodeText(node: Node): string {
	switch (node.type) {
		case 'clause':
			return `${node.printed} ${clauseText(node)}`.trim();
		case 'table':
			return node.rows
				.map((row) =>
					row
						.map(({ runs }) => shownText(runs))
						.filter(Boolean)
						.join(' '),
				)
				.join('\n');
		default:
			return shownText(node.runs);
	}
}
