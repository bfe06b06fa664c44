import { type Library, loadLibrary } from '../content/library.ts';

let loaded: Library | undefined;

/** The documents, read once in a build and afresh for every page in development. */
export function library(): Library {
	if (!loaded || import.meta.env.DEV) loaded = loadLibrary(process.cwd());
	return loaded;
}
