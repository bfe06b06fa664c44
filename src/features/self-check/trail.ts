/* What this browser last worked on; small enough for the home page, which opens no database. */

const key = 'self-check';

interface Trail {
	id: string;
	rubric: string;
	name: string;
	short: string;
}

export function leaveTrail(steps: Trail | undefined): void {
	try {
		if (steps) localStorage.setItem(key, JSON.stringify(steps));
		else localStorage.removeItem(key);
	} catch {
		// Only a convenience.
	}
}

export function readTrail(): Trail | undefined {
	try {
		const steps = JSON.parse(localStorage.getItem(key) ?? '');
		return typeof steps.id === 'string' ? steps : undefined;
	} catch {
		return undefined;
	}
}
