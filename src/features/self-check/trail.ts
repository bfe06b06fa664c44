import { readAtOnce, writeAtOnce } from '../../storage/at-once.ts';

/* The checks that this browser worked on, the last one first; small enough for the home page, which opens no database. */

const key = 'self-check';

export interface Step {
	id: string;
	rubric: string;
	name: string;
	short: string;
	/** Lines not yet filled in, where that is known. */
	left?: number;
}

export function readTrail(): Step[] {
	const steps = readAtOnce(key);
	return Array.isArray(steps) ? steps : [];
}

/** Only a convenience, where it cannot be written. */
const write = (steps: readonly Step[]) => writeAtOnce(key, steps.length > 0 ? steps : undefined);

export const leaveTrail = (step: Step) => write([step, ...readTrail().filter(({ id }) => id !== step.id)]);

export const forgetTrail = (gone?: string) =>
	write(gone === undefined ? [] : readTrail().filter(({ id }) => id !== gone));

/** Brings the trail in line with the checks that there are; where there are none any more, it tells what is missing. */
export function followTrail(checks: readonly Step[]): void {
	if (checks.length === 0) return;
	const old = readTrail();
	const known = new Map(checks.map((check) => [check.id, check]));
	const kept = old.flatMap((step) => {
		const check = known.get(step.id);
		known.delete(step.id);
		return check ? [{ ...step, ...check }] : [];
	});
	write([...kept, ...known.values()]);
}
