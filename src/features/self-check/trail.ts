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
	try {
		const steps = JSON.parse(localStorage.getItem(key) ?? '');
		return Array.isArray(steps) ? steps : [];
	} catch {
		return [];
	}
}

function write(steps: readonly Step[]): void {
	try {
		if (steps.length > 0) localStorage.setItem(key, JSON.stringify(steps));
		else localStorage.removeItem(key);
	} catch {
		// Only a convenience.
	}
}

export const leaveTrail = (step: Step): void => write([step, ...readTrail().filter(({ id }) => id !== step.id)]);

export const forgetTrail = (gone?: string): void =>
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
