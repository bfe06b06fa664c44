import type { Branch, Rubric } from '../../schemas/rubric.ts';
import { library } from '../../text/library.ts';
import { placeOfLine, sourceRuns } from '../../text/rubric-source.ts';
import { Words } from '../../text/Words.tsx';
import { RubricLine } from './RubricLine.tsx';

const headings = ['h2', 'h3', 'h4'] as const;

/** The anchor of a section: its place in the table. */
export const sectionAnchor = (index: number): string => `section-${index + 1}`;

/** A section of a table with what it is divided into, down to its lines. */
export function RubricBranch({
	rubric,
	branch,
	depth,
	id,
}: {
	rubric: Rubric;
	branch: Branch;
	depth: number;
	id?: string;
}) {
	const Heading = headings[depth] ?? 'h4';
	const first = branch.criteria[0]?.id ?? '';
	return (
		<section id={id} class={`branch depth-${depth}`}>
			<Heading>
				<Words runs={sourceRuns(rubric, branch.label)} place={placeOfLine(rubric, first)} elsewhere />
			</Heading>
			{branch.parts.map((part) => (
				<RubricBranch key={part.label} rubric={rubric} branch={part} depth={depth + 1} />
			))}
			{branch.criteria.map((criterion) => (
				<RubricLine
					key={criterion.id}
					rubric={rubric}
					criterion={criterion}
					theme={library().themes.find(({ lines }) => lines[rubric.id]?.includes(criterion.id))}
				/>
			))}
		</section>
	);
}
