/* Serves a built site as a good host would: compressed, and what has a hash in its name for long. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { types } from '../serve.ts';

const hashed = /^\/(?:_astro|assets)\//;

export function serveCompressed(folder: string, port: number): Server {
	const ready = new Map<string, Buffer>();
	const compressed = (file: string): Buffer => {
		const body = ready.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
		ready.set(file, body);
		return body;
	};
	return createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = join(folder, normalize(decodeURIComponent(pathname)));
		const file = path.endsWith('/') ? join(path, 'index.html') : path;
		const found = existsSync(file) && statSync(file).isFile();
		const body = compressed(found ? file : join(folder, '404.html'));
		response.writeHead(found ? 200 : 404, {
			'content-type': types[extname(found ? file : '.html')] ?? 'application/octet-stream',
			'content-encoding': 'gzip',
			'content-length': body.length,
			'cache-control': hashed.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
		});
		response.end(body);
	}).listen(port, 'localhost');
}
