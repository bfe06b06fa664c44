/* Serves built sites for tests as `npm start` does, with the site's own headers, so that tests meet them as visitors do. */
import type { Server } from 'node:http';
import { siteServer } from '../src/deploy/serve.ts';

export { types } from '../src/deploy/serve.ts';

/** Serves a folder for each address, and under a prefix too. */
export const serve = (folderFor: (path: string) => string, port: number, prefix = '/'): Server =>
	siteServer({ folderFor, prefix }).listen(port, 'localhost');

/** The build under test, at / and at /a/b/. */
if (import.meta.main) serve(() => 'tests/.out/root', 4180, '/a/b/');
