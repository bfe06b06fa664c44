import type { DraftPlan } from '../../schemas/draft-plan.ts';
import { library } from '../../text/library.ts';

/** What reports are drafted from, and what facts are called. */
export interface DraftPlanData {
	format: 1;
	plan: DraftPlan;
	factLabels: { [fact: string]: string };
}

export function draftPlan(): DraftPlanData {
	const { drafts, facts } = library();
	const labels = facts.flatMap((group) => group.facts.map(({ id, label }) => [id, label] as const));
	return { format: 1, plan: drafts, factLabels: Object.fromEntries(labels) };
}
