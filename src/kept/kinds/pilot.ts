import { isPilot, type Pilot } from '../../schemas/saved-pilot.ts';
import type { Kind } from '../kind.ts';
import { earlier, later } from '../times.ts';

/** What everything that a unit keeps belongs to. */
export const pilot: Kind<Pilot> = {
	name: 'pilots',
	prefix: 'pilot ',
	format: 1,
	is: isPilot,
	upgrade: {},
	join: (mine, theirs) => ({
		...theirs,
		...mine,
		createdAt: earlier(mine.createdAt, theirs.createdAt),
		updatedAt: later(mine.updatedAt, theirs.updatedAt),
	}),
};

export const newPilot = (id: string, at = new Date().toISOString()): Pilot => ({
	format: 1,
	id,
	createdAt: at,
	updatedAt: at,
});
