import { isProfile, type Profile } from '../../schemas/saved-check.ts';
import type { SharedKind } from '../kind.ts';
import { joinBehind, shared } from '../lineage.ts';

/** What all checks share about the unit: one record. */
export const facts: SharedKind<Profile> = {
	name: 'facts',
	prefix: 'profile',
	format: 2,
	is: isProfile,
	// Until 2026-11 nobody knew who had written it, or when.
	upgrade: { 1: shared(2) },
	// Two units on one computer do not change places.
	join: joinBehind,
	empty: () => ({ ...shared(2)({}), name: '', sector: '', from: '', to: '', running: '' }),
};
