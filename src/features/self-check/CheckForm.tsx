import { withoutMarks } from '../../clauses/marks.ts';
import { labelsOf } from '../../rubric/labels.ts';
import type { Branch, Rubric } from '../../schemas/rubric.ts';
import { Line, Requirement } from './Line.tsx';

/** A whole table as a form: requirements first, then its sections down to the lines. */
export const CheckForm = ({ rubric }: { rubric: Rubric }) => (
	<form class="check-form" id="form" autoComplete="off">
		<fieldset id="fields" class="bare">
			<Requirements rubric={rubric} />
			{rubric.sections.map((section, i) => (
				<section class="check-section" id={`section-${i + 1}`} key={section.label}>
					<h2 tabIndex={-1}>{withoutMarks(section.label)}</h2>
					<Lines rubric={rubric} branch={section} path={[]} />
				</section>
			))}
		</fieldset>
	</form>
);

function Requirements({ rubric }: { rubric: Rubric }) {
	const { conditions, vetoes } = rubric;
	if (conditions.length === 0 && !vetoes) return null;
	const labels = labelsOf(rubric);
	return (
		<section class="check-section" id="requirements">
			<h2 tabIndex={-1}>先看能不能参评</h2>
			{conditions.map(({ id, text, clause }) => (
				<Requirement
					key={id}
					rubric={rubric}
					id={id}
					label={labels.get(id) ?? id}
					text={text}
					cited={[{ clause, quote: text }]}
				/>
			))}
			{vetoes?.lines.map(({ id, text, clauses }) => (
				<Requirement key={id} rubric={rubric} id={id} label={labels.get(id) ?? id} text={text} cited={clauses} />
			))}
		</section>
	);
}

const Lines = ({ rubric, branch, path }: { rubric: Rubric; branch: Branch; path: string[] }) => {
	const here = [...path, withoutMarks(branch.label)];
	return (
		<>
			{branch.parts.map((part) => (
				<Lines key={part.label} rubric={rubric} branch={part} path={here} />
			))}
			{branch.criteria.map((criterion) => (
				<Line key={criterion.id} rubric={rubric} criterion={criterion} path={here} />
			))}
		</>
	);
};
