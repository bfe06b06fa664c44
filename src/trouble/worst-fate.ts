import type { Fate } from '../kept/engine.ts';

/** What a group of fields says of itself: what failed, what is on its way, what was saved last. */
export const worstFate = (fates: readonly Fate[]): Fate | undefined =>
	fates.find(({ state }) => state === 'failed' || state === 'gone') ??
	fates.find(({ state }) => state === 'saving') ??
	[...fates].sort((a, b) => (a.state === 'saved' && b.state === 'saved' ? a.at.localeCompare(b.at) : 0)).at(-1);
