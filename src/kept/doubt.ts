import { atom } from 'nanostores';
import { dropNow, keepNow, readNow } from './now.ts';

/*
 * A browser that once could not write may, when it is started again, have lost what it said it had written since
 * (Chromium after a full disk: 13 of 13). Until someone takes a file away, its word is not taken.
 */

const key = 'doubt';

const since = readNow(key);

/** Since when; undefined where there is no doubt. */
export const $doubt = atom<string | undefined>(typeof since === 'string' ? since : undefined);

export function doubt(): void {
	if ($doubt.get() !== undefined) return;
	const at = new Date().toISOString();
	$doubt.set(at);
	keepNow(key, at);
}

/** A file holds what was written. */
export function trust(): void {
	$doubt.set(undefined);
	dropNow(key);
}
