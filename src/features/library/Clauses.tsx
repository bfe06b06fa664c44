import { fullLabel } from '../../clauses/citation.ts';
import type { Place } from '../../clauses/links.ts';
import { shownText } from '../../clauses/marks.ts';
import type { Visit } from '../../clauses/outline.ts';
import type { Clause, Document, Leaf, Mark, Node, Run } from '../../schemas/document.ts';
import { library } from '../../text/library.ts';
import { Notes } from '../../text/Notes.tsx';
import { Label, NoteLinks, Words } from '../../text/Words.tsx';
import { url } from '../../url.ts';
import { DocumentTable } from './DocumentTable.tsx';
import { UsedBy } from './UsedBy.tsx';
import type { Use } from './uses.ts';

interface Context {
	document: Document;
	/** What rests on each row, by its anchor. */
	uses: ReadonlyMap<string, readonly Use[]>;
	/** The clause around, with its ancestors; undefined at the top of the document. */
	around: Visit | undefined;
}

const placeOf = ({ document, around }: Context): Place => ({ document, visit: around });

const enter = ({ around, ...context }: Context, clause: Clause): Context & { around: Visit } => ({
	...context,
	around: { clause, ancestors: around ? [...around.ancestors, around.clause] : [] },
});

const marksIn = (runs: readonly Run[]): Mark[] => runs.flatMap(({ mark }) => mark ?? []);

function marksOf(node: Node): Mark[] {
	switch (node.type) {
		case 'clause':
			return [...marksIn(node.label), ...marksIn(node.heading ?? []), ...node.content.flatMap(marksOf)];
		case 'table':
			return node.rows.flat().flatMap(({ runs }) => marksIn(runs));
		default:
			return marksIn(node.runs);
	}
}

/** The nodes of a document as rows: number, words, and beside them what is said about them. */
export function Clauses({ nodes, context }: { nodes: readonly Node[]; context: Context }) {
	return (
		<>
			{nodes.map((node) => {
				if (node.type !== 'clause') return <LeafRow key={node.line} leaf={node} context={context} />;
				const inner = enter(context, node);
				return node.heading ? (
					<Section key={node.id} clause={node} heading={node.heading} context={inner} />
				) : (
					<ClauseRow key={node.id} clause={node} context={inner} />
				);
			})}
		</>
	);
}

function Section({
	clause,
	heading,
	context,
}: {
	clause: Clause;
	heading: Run[];
	context: Context & { around: Visit };
}) {
	const place = placeOf(context);
	const Heading = clause.kind === 'item' || context.around.ancestors.length > 0 ? 'h3' : 'h2';
	const marks = [...marksIn(clause.label), ...marksIn(heading)];
	return (
		<section id={clause.id} class={`part ${clause.kind}`}>
			<div class="row head">
				<Heading>
					<ClauseLink context={context} />
					<span>
						<NoteLinks runs={clause.label} place={placeOf(context)} />
						<Words runs={heading} place={place} />
					</span>
				</Heading>
				<Side marks={marks} context={context} row={clause.id} />
			</div>
			<Clauses nodes={clause.content} context={context} />
		</section>
	);
}

function ClauseRow({ clause, context }: { clause: Clause; context: Context & { around: Visit } }) {
	const Holder = clause.kind === 'article' ? 'h3' : 'div';
	return (
		<div class={`row ${clause.kind}`} id={clause.id}>
			<Holder class="no">
				<ClauseLink context={context} />
			</Holder>
			<div class="text">
				<NoteLinks runs={clause.label} place={placeOf(context)} />
				<Inner nodes={clause.content} context={context} />
			</div>
			<Side marks={marksOf(clause)} context={context} row={clause.id} />
		</div>
	);
}

function Inner({ nodes, context }: { nodes: readonly Node[]; context: Context }) {
	return (
		<>
			{nodes.map((node) => {
				if (node.type !== 'clause') return <LeafBody key={node.line} leaf={node} context={context} />;
				const inner = enter(context, node);
				const link = (
					<>
						<ClauseLink context={inner} />
						<NoteLinks runs={node.label} place={placeOf(inner)} />
					</>
				);
				const [only, ...more] = node.content;
				return only?.type === 'paragraph' && more.length === 0 ? (
					<p key={node.id} class={`inner ${node.kind}`} id={node.id}>
						{link}
						<Words runs={only.runs} place={placeOf(inner)} />
					</p>
				) : (
					<div key={node.id} class={`inner ${node.kind}`} id={node.id}>
						{link}
						<Inner nodes={node.content} context={inner} />
					</div>
				);
			})}
		</>
	);
}

/** The printed label, or a sign where none is printed, as the clause's link to itself. */
function ClauseLink({ context: { around } }: { context: Context & { around: Visit } }) {
	const { printed, id, label } = around.clause;
	const full = fullLabel(around);
	/** The script that copies citations puts 第九条 and （三） together itself. */
	const isArticleItem = around.clause.kind === 'item' && around.ancestors.at(-1)?.kind === 'article';
	return (
		<a class="self" href={`#${id}`} aria-label={full === printed || isArticleItem ? undefined : full}>
			<Label runs={label} />
		</a>
	);
}

function LeafRow({ leaf, context }: { leaf: Leaf; context: Context }) {
	const shape = leaf.type === 'table' ? 'row wide' : `row ${leaf.type}`;
	return (
		<div class={shape}>
			<div class="text">
				<LeafBody leaf={leaf} context={context} />
			</div>
			<Side marks={marksOf(leaf)} context={context} far={leaf.type === 'table'} />
		</div>
	);
}

const signature = /\d{4}年\d+月\d+日$/;

function LeafBody({ leaf, context }: { leaf: Leaf; context: Context }) {
	const place = placeOf(context);
	switch (leaf.type) {
		case 'table':
			return <DocumentTable table={leaf} place={place} />;
		case 'title':
			return (
				<p class="title">
					<Words runs={leaf.runs} place={place} />
				</p>
			);
		case 'subheading':
			return (
				<p class="subheading">
					<Words runs={leaf.runs} place={place} />
				</p>
			);
		case 'paragraph': {
			const signed = signature.test(shownText(leaf.runs)) ? 'signed' : '';
			const bullet = leaf.depth > 0 ? `bullet depth-${leaf.depth}` : '';
			return (
				<p class={signed || bullet || undefined}>
					<Words runs={leaf.runs} place={place} />
				</p>
			);
		}
	}
}

interface SideProps {
	marks: readonly Mark[];
	context: Context;
	/** The anchor of the clause beside it, if it stands by one. */
	row?: string;
	far?: boolean;
}

function Side({ marks, context, row, far = false }: SideProps) {
	const uses = row === undefined ? [] : (context.uses.get(row) ?? []);
	// Questions alone are found from the page of uses: a link for each would cost the longest page more than it has.
	const told = uses.some(
		({ lines, places, forms, periods }) => lines.length + places.length + forms.length + periods.length > 0,
	);
	const form =
		row === undefined ? undefined : library().forms.find(({ annex }) => annex === `${context.document.id}#${row}`);
	if (marks.length === 0 && !told) return null;
	return (
		<div class="side">
			<Notes marks={marks} place={placeOf(context)} far={far} />
			{form && <a href={url.form(form.id)}>填这张表</a>}
			{row && told && <UsedBy row={row} uses={uses} />}
		</div>
	);
}
