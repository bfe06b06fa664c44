import type { DraftPlan, PartPlan } from '../schemas/draft-plan.ts';
import type { DraftedTable, TableLine } from './told.ts';

/* Which lines of a table go into which text. */

/**
 * The lines under a part. Of a report that is cut into shares every line has one: by the deepest of the names that lead to
 * it; what no share names, and so all of a table that the plan does not know, goes to the one that takes the rest.
 */
export function linesUnder(plan: DraftPlan, text: string, part: PartPlan, form: DraftedTable): TableLine[] {
	if (part.whole) return [...form.lines];
	if (!part.share) return [];
	const report = `${text.split('#')[0]}#`;
	const shares = plan
		.filter((each) => each.text.startsWith(report))
		.flatMap(({ parts }) => parts.filter(({ share }) => share));
	const shareOf = ({ id, path }: TableLine) =>
		[...path, id]
			.reverse()
			.map((name) => shares.find(({ share }) => share?.[form.id]?.includes(name)))
			.find((found) => found !== undefined) ?? shares.find(({ rest }) => rest);
	return form.lines.filter((line) => shareOf(line) === part);
}
