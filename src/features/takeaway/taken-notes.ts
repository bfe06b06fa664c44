import { checksIn, keys, linesOf } from '../../checks/saved.ts';
import { type Entry, goodOf, type Kind, readAll } from '../../kept/kind.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { walk } from '../../kept/kinds/walk.ts';
import { takenNow } from '../../kept/taken.ts';
import type { Shared } from '../../schemas/saved-shared.ts';

/** That everything stored is in a file now, check by check and kind by kind. */
export const takenNotes = (all: readonly Entry[]): Entry[] => [
	...checksIn(all).flatMap((check): Entry[] =>
		check.state === 'good' ? [[keys.backup(check.value.id), takenNow(goodOf(linesOf(all, check.value.id)))]] : [],
	),
	...[walk, fact].map((kind): Entry => [keys.backup(kind.name), takenNow(goodOf(readAll(kind as Kind<Shared>, all)))]),
];
