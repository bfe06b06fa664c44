import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Entry } from '../kept/kind.ts';
import { factsIn } from '../pilots/facts.ts';
import type { SlimRubric } from '../rubric/slim.ts';
import type { Check } from '../schemas/saved-check.ts';
import { supply } from '../supply/supply.ts';
import { type Standing, standingOf } from './standing.ts';

/** Where checks stand, as their tables come; of a table that does not come nothing is told. */
export function useStandings(checks: readonly Check[], all: readonly Entry[]): ReadonlyMap<string, Standing> {
	const [tables, setTables] = useState<ReadonlyMap<string, SlimRubric>>(new Map());
	const wanted = [...new Set(checks.map(({ rubric }) => rubric))].sort().join(' ');
	useEffect(() => {
		for (const id of wanted.split(' ').filter(Boolean))
			supply<{ rubric: SlimRubric }>(`forms/${id}`).then(
				({ rubric }) => setTables((known) => new Map(known).set(id, rubric)),
				() => undefined,
			);
	}, [wanted]);
	return useMemo(() => {
		const kept = new Map(all);
		return new Map(
			checks.flatMap((check) => {
				const table = tables.get(check.rubric);
				const facts = factsIn(check.pilot, (key) => kept.get(key));
				return table ? [[check.id, standingOf(check, all, facts, table)] as const] : [];
			}),
		);
	}, [checks, all, tables]);
}
