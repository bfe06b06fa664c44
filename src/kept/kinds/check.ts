import { type Check, isCheck } from '../../schemas/saved-check.ts';
import type { Kind } from '../kind.ts';
import { earlier, later } from '../times.ts';

/** A self-check: its name, its table and its pilot. */
export const check: Kind<Check> = {
	name: 'checks',
	prefix: 'check ',
	format: 2,
	is: isCheck,
	// Of whichever pilot the first edition becomes (first-edition.ts).
	upgrade: { 1: (old: object) => ({ ...old, format: 2, pilot: '' }) },
	join: joinChecks,
};

/** The whole table goes before a part of it, then the newer one: the same whichever comes first. */
function joinChecks(known: Check, theirs: Check): Check {
	const rank = ({ part, updatedAt, name: called }: Check) => `${part ? 0 : 1} ${updatedAt} ${called}`;
	const [first, second] = rank(known) >= rank(theirs) ? [known, theirs] : [theirs, known];
	const part = known.part && theirs.part && [...new Set([...known.part, ...theirs.part])].sort();
	const by = part && known.by === theirs.by ? known.by : undefined;
	return {
		...withoutPart(second),
		...withoutPart(first),
		...(part && { part }),
		...(by !== undefined && { by }),
		createdAt: earlier(known.createdAt, theirs.createdAt),
		updatedAt: later(known.updatedAt, theirs.updatedAt),
	};
}

const withoutPart = ({ part: _, by: __, ...rest }: Check): Check => rest;
