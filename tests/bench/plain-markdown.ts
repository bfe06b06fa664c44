/*
 * A document as somebody would write it for a generator of documentation: headings, paragraphs,
 * tables. The printed words alone; our notes, citations and references stay out, which makes the
 * rivals' pages lighter than one that shows what ours shows.
 */
import { shownText } from '../../src/clauses/marks.ts';
import type { Clause, Document, Leaf, Node, Run, Table } from '../../src/schemas/document.ts';

const escaped = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replaceAll(/^(\d+)\./gm, '$1\\.');

const words = (runs: readonly Run[]) => escaped(shownText(runs).trim());
const lines = (runs: readonly Run[]) => words(runs).replaceAll('\n', '\\\n');
const cell = (runs: readonly Run[]) => words(runs).replaceAll('\n', '<br>');

function table({ rows, head }: Table): string {
	const printed = rows.map((row) => `| ${row.map(({ runs, merged }) => (merged ? '' : cell(runs))).join(' | ')} |`);
	const width = rows[0]?.length ?? 0;
	const rule = `|${' --- |'.repeat(width)}`;
	// Markdown knows one line of headings, and no table without it.
	return head === 0
		? [`|${'  |'.repeat(width)}`, rule, ...printed].join('\n')
		: [printed[0], rule, ...printed.slice(1)].join('\n');
}

function leaf(node: Leaf): string {
	switch (node.type) {
		case 'table':
			return table(node);
		case 'title':
			return `**${words(node.runs)}**`;
		case 'subheading':
			return `### ${words(node.runs)}`;
		case 'paragraph':
			return node.depth > 0 ? `${'  '.repeat(node.depth - 1)}- ${lines(node.runs)}` : lines(node.runs);
	}
}

function clause({ label, heading, content }: Clause, depth: number): string[] {
	if (heading) return [`${depth > 0 ? '###' : '##'} ${words(label)} ${words(heading)}`, ...blocks(content, depth + 1)];
	const [first, ...more] = blocks(content, depth + 1);
	return [`${words(label)} ${first ?? ''}`.trim(), ...more];
}

const blocks = (nodes: readonly Node[], depth = 0): string[] =>
	nodes.flatMap((node) => (node.type === 'clause' ? clause(node, depth) : [leaf(node)]));

export const plainMarkdown = ({ content }: Document): string => `${blocks(content).join('\n\n')}\n`;
