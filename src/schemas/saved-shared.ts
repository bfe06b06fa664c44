import { any, list, maybe, named, type Sound, shape, text, when, whole } from './sound.ts';

/** What was written elsewhere at the same time, set aside until someone chooses. */
export interface SetAside {
	field: string;
	value: unknown;
	at: string;
}

/** A record that several people fill, with where it comes from. */
export interface Shared {
	format: number;
	setAside: SetAside[];
	updatedAt: string;
	/** The browser that wrote this, when by its clock, and a sum of what it wrote. */
	version?: { by: string; at: number; sum: string } | undefined;
	/** All that went into this: of each browser the latest version. */
	seen?: { [by: string]: number } | undefined;
	/** What was written elsewhere without knowing of this, until someone chooses. */
	rivals?: this[] | undefined;
}

/** A record that several people fill, and the versions of it that wait for someone to choose. */
export function sharedBy(said: { [field: string]: Sound }): Sound {
	const one = {
		...said,
		setAside: list(shape({ field: text, value: any, at: when })),
		updatedAt: when,
		version: maybe(shape({ by: text, at: whole, sum: text })),
		seen: maybe(named(whole)),
	};
	return shape({ ...one, rivals: maybe(list(shape(one))) });
}
