import { type Library, loadLibrary } from '../content/library.ts';

/** While someone writes, a page shows the files as they were at most this long ago. */
const freshFor = import.meta.env.DEV ? 1000 : Number.POSITIVE_INFINITY;

let loaded: { library: Library; at: number } | undefined;

/** The documents and scoring tables, read once in a build and again for each page in development. */
export function library(): Library {
	const now = performance.now();
	if (!loaded || now - loaded.at > freshFor) loaded = { library: loadLibrary(process.cwd()), at: now };
	return loaded.library;
}
