/* Serves a built site as any static server would: its own headers, index.html where an address ends in a stroke, its own page for what is not there. */
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

/** The headers that a site asks for in its `_headers`. */
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

interface Site {
	/** Where the files for an address lie. */
	folderFor: (path: string) => string;
	/** The site answers under this path too. */
	prefix?: string;
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** The path that an address names; undefined where it is none. */
function pathOf(address: string | undefined): string | undefined {
	try {
		return normalize(decodeURIComponent(new URL(address ?? '/', 'http://localhost').pathname));
	} catch {
		return undefined;
	}
}

export function siteServer({ folderFor, prefix = '/' }: Site): Server {
	return createServer((request, response) => {
		const named = pathOf(request.url);
		const asked = named ?? '/404.html';
		const path = asked.startsWith(prefix) ? asked.slice(prefix.length - 1) : asked;
		const folder = folderFor(asked);
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		if (!isFile(file) && isFile(join(file, 'index.html'))) {
			response.writeHead(301, { location: `${asked.slice(asked.lastIndexOf('/') + 1)}/` }).end();
			return;
		}
		const found = named !== undefined && isFile(file);
		const answer = found ? file : join(folder, '404.html');
		response.writeHead(found ? 200 : 404, {
			...headersIn(folder, path),
			'content-type': types[extname(answer)] ?? 'text/plain',
		});
		createReadStream(answer).pipe(response);
	});
}
