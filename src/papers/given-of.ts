import { linesOf } from '../checks/saved.ts';
import { situationOf } from '../checks/situation.ts';
import { readLines, registerIn } from '../evidence/papers.ts';
import { type Entry, goodOf } from '../kept/kind.ts';
import { factsIn } from '../pilots/facts.ts';
import { score } from '../rubric/score.ts';
import type { Check } from '../schemas/saved-check.ts';
import type { Given } from './given.ts';
import type { TableForm } from './load-table-form.ts';

/** What papers are made from, of a check as it is stored. */
export function givenOf(check: Check, all: readonly Entry[], form: TableForm, today: string): Given {
	const kept = new Map(all);
	const facts = factsIn(check.pilot, (key) => kept.get(key));
	const lines = readLines(goodOf(linesOf(all, check.id)), registerIn(all, check.pilot));
	const { rubric } = form;
	return { form, check, facts, lines, rubric, result: score(rubric, situationOf(lines, facts)), today };
}
