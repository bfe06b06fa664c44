import type { Kind } from '../kind.ts';

/** What a file said of a record beyond what one record carries, in one piece; nobody is asked about it. */
export const aside: Kind = {
	name: 'aside',
	prefix: 'aside ',
	format: 1,
	is: (raw): raw is unknown => Array.isArray(raw),
	upgrade: {},
	join: (mine) => mine,
};
