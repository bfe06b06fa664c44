import { supply } from '../../supply/supply.ts';
import { type Gap, type GapsData, prepareGaps } from './gaps.ts';
import { type EverydayWords, type LexiconData, prepareLexicon } from './lexicon.ts';
import { type Sounds, soundsOf } from './sound.ts';
import type { SoundTable } from './sound-table.ts';

/* How people ask who have not read the texts, as it comes with the site; without it, what was typed is looked for. */

/** What comes once, and may be tried again after a failure. */
function once<Value>(bring: () => Promise<Value>): () => Promise<Value> {
	let coming: Promise<Value> | undefined;
	return () => {
		coming ??= bring();
		coming.catch(() => {
			coming = undefined;
		});
		return coming;
	};
}

/** Nobody waits longer for more than what was typed. */
const waitFor = 4000;

export const openLexicon = once(
	(): Promise<EverydayWords> => supply<LexiconData>('lexicon', waitFor).then(prepareLexicon),
);

export const openGaps = once((): Promise<readonly Gap[]> => supply<GapsData>('gaps', waitFor).then(prepareGaps));

export const openSounds = once((): Promise<Sounds> => supply<SoundTable>('sounds', waitFor).then(soundsOf));
