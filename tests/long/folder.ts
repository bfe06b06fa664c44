import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Saved } from './driver.ts';

/** A home of its own for a browser: nothing in it from before, nothing of it left after. */
export function home() {
	const path = mkdtempSync(join(tmpdir(), 'browser-'));
	const downloads = join(path, 'downloads');
	mkdirSync(downloads);
	return {
		path,
		downloads,
		/** What stands in the folder under its own name and is not empty is whole: browsers write elsewhere until then. */
		saved(): Saved[] {
			const names = readdirSync(downloads);
			return names
				.filter((name) => !/\.(part|wkdownload)$/.test(name) && !names.includes(`${name}.wkdownload`))
				.map((name) => ({ name, bytes: readFileSync(join(downloads, name)) }))
				.filter(({ bytes }) => bytes.length > 0);
		},
		remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 20 }),
	};
}
