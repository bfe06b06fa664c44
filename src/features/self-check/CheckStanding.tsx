import { sayStanding } from '../../checks/standing.ts';
import { useStandings } from '../../checks/use-standings.ts';
import type { Entry } from '../../kept/kind.ts';
import type { Check } from '../../schemas/saved-check.ts';

/** Where a check stands, once its table has come. */
export function CheckStanding({ check, all }: { check: Check; all: readonly Entry[] }) {
	const standing = useStandings([check], all).get(check.id);
	return standing ? <>{sayStanding(standing)}</> : null;
}
