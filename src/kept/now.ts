import { keysAtOnce, readAtOnce, writeAtOnce } from '../storage/at-once.ts';

/* What must survive a crash at any moment, written at once; the records follow when they can. */

const start = 'now ';

export const keepNow = (key: string, value: unknown): boolean => writeAtOnce(start + key, value);

export const readNow = (key: string): unknown => readAtOnce(start + key);

export const dropNow = (key: string): boolean => writeAtOnce(start + key, undefined);

export function dropAllNow(): void {
	for (const key of keysAtOnce(start)) writeAtOnce(key, undefined);
}
