import { Problem } from './Problem.tsx';
import type { SiteProblem } from './problems.ts';
import { spots } from './spots.ts';

/** All common problems as a form, place by place. */
export const Checklist = ({ problems }: { problems: readonly SiteProblem[] }) => (
	<form class="walk" id="form" autoComplete="off">
		<fieldset id="fields" class="bare">
			{spots.map(([spot, words]) => (
				<section class="spot" key={spot} data-spot={spot}>
					<h2>
						{spot}
						<span class="small">{words}</span>
					</h2>
					{problems
						.filter((problem) => problem.spot === spot)
						.map((problem) => (
							<Problem key={problem.clause} problem={problem} />
						))}
				</section>
			))}
		</fieldset>
	</form>
);
