import { readAtOnce, writeAtOnce } from '../storage/at-once.ts';
import { key, type LastOpened } from './pilots.ts';

/* The next day of the pilot last opened, for the home page: told by who reckons it, forgotten when a day is changed. */

export function tellNext(id: string, next: { name: string; by: string; planned: boolean } | undefined): void {
	const last = readAtOnce(key) as LastOpened | undefined;
	if (last?.id !== id) return;
	const { name, by, planned } = next ?? {};
	writeAtOnce(key, { ...last, next: next && { name, by, planned } });
}

export function forgetNext(): void {
	const last = readAtOnce(key) as LastOpened | undefined;
	if (last?.next) writeAtOnce(key, { ...last, next: undefined });
}
