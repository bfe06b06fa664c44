import { accidentRules } from './accidents.ts';
import { barRules } from './bars.ts';
import { dateRules } from './dates.ts';
import { groupRules } from './groups.ts';
import { unitRules } from './kinds-of-units.ts';
import { nameRules } from './names.ts';
import { partRules } from './parts.ts';
import { periodRules } from './periods.ts';
import { figureRules } from './self-check-figures.ts';
import { shapeRules } from './shapes.ts';
import { stepRules } from './steps.ts';
import type { Found, Rules, Told } from './told.ts';

/* All that does not seem to fit in the facts and forms of a pilot; what it rests on stands in content/form-checks.yaml. */

export interface Hint extends Required<Omit<Found, 'bars'>> {
	check: string;
	bars: boolean;
}

const rules: Rules = {
	...barRules,
	...periodRules,
	...dateRules,
	...accidentRules,
	...nameRules,
	...unitRules,
	...groupRules,
	...stepRules,
	...partRules,
	...figureRules,
	...shapeRules,
};

export const checkIds: readonly string[] = Object.keys(rules);

/** What bars stands first. */
export function checkAll(told: Told): Hint[] {
	const hints = Object.entries(rules).flatMap(([check, findIn]) =>
		findIn(told).map(({ forms = [], at, text, bars = false }) => ({ check, forms, at, text, bars })),
	);
	return [...hints.filter(({ bars }) => bars), ...hints.filter(({ bars }) => !bars)];
}
