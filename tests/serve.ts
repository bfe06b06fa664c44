/* Serves the two builds under test as any static server would: / and /a/b/. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
};

function fileFor(path: string): string {
	const folder = path.startsWith('/a/b/') ? 'tests/.out/prefix' : 'tests/.out/root';
	const file = join(folder, normalize(decodeURIComponent(path)));
	return existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
}

createServer((request, response) => {
	const file = fileFor(new URL(request.url ?? '/', 'http://localhost').pathname);
	const found = existsSync(file);
	response.writeHead(found ? 200 : 404, { 'content-type': types[extname(found ? file : '.html')] ?? 'text/plain' });
	createReadStream(found ? file : 'tests/.out/root/404.html').pipe(response);
}).listen(4180, 'localhost');
