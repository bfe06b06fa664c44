/* Serves built sites as any static server would. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

export const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** The headers that a site asks for in its `_headers`, so that tests meet them as visitors do. */
function headersIn(folder: string, path: string): Record<string, string> {
	const file = join(folder, '_headers');
	if (!existsSync(file)) return {};
	const blocks = readFileSync(file, 'utf8').trim().split('\n\n');
	return Object.fromEntries(
		blocks.flatMap((block) => {
			const [pattern = '', ...lines] = block.split('\n');
			const fits = path.startsWith(pattern.replace(/\*$/, ''));
			return fits
				? lines.map((line) =>
						line
							.trim()
							.split(/: (.*)/s)
							.slice(0, 2),
					)
				: [];
		}),
	);
}

/** Serves a folder for each address, and under a prefix too. */
export function serve(folderFor: (path: string) => string, port: number, prefix = '/'): Server {
	const ownPath = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length - 1) : path);
	const fileFor = (path: string): string => {
		const file = join(folderFor(path), normalize(decodeURIComponent(ownPath(path))));
		return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
	};
	return createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const asked = fileFor(pathname);
		const found = existsSync(asked);
		const file = found ? asked : 'tests/.out/root/404.html';
		response.writeHead(found ? 200 : 404, {
			...headersIn(folderFor(pathname), ownPath(pathname)),
			'content-type': types[extname(file)] ?? 'text/plain',
		});
		createReadStream(file).pipe(response);
	}).listen(port, 'localhost');
}

/** The build under test, at / and at /a/b/. */
if (import.meta.main) serve(() => 'tests/.out/root', 4180, '/a/b/');
