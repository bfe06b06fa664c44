/* `npm start`: the built site on this computer; `npm start -- --host`: for the network too. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { siteServer } from './serve.ts';

const firstPort = 4321;

/** So many are tried, where others have taken theirs. */
const ports = 20;

async function listening(server: Server, port: number, host: string): Promise<boolean> {
	server.listen(port, host);
	try {
		await once(server, 'listening');
		return true;
	} catch {
		return false;
	}
}

/** Where a site is served: on every loopback address that the computer has, or on all of its addresses. */
async function serveOn(folder: string, port: number, open: boolean): Promise<Server[] | undefined> {
	const servers: Server[] = [];
	for (const host of open ? ['::'] : ['127.0.0.1', '::1']) {
		const server = siteServer({ folderFor: () => folder });
		if (await listening(server, port, host)) servers.push(server);
		// A computer without IPv6 has the other.
		else if (host === '127.0.0.1') return undefined;
		else if (open && (await listening(server, port, '0.0.0.0'))) servers.push(server);
	}
	return servers.length > 0 ? servers : undefined;
}

export async function start(
	folder: string,
	open: boolean,
	from = firstPort,
): Promise<{ port: number; close: () => void }> {
	for (let port = from; port < from + ports; port += 1) {
		const servers = await serveOn(folder, port, open);
		if (!servers) continue;
		return {
			port,
			close: () => {
				for (const server of servers) {
					server.closeAllConnections();
					server.close();
				}
			},
		};
	}
	throw new Error(`端口 ${from} 到 ${from + ports - 1} 都被别的程序占着，没有打开。请关掉一些再试。`);
}

if (import.meta.main) {
	const open = process.argv.includes('--host');
	const { port } = await start('dist', open);
	const others = Object.values(networkInterfaces())
		.flatMap((each) => each ?? [])
		.filter(({ internal, family }) => !internal && family === 'IPv4')
		.map(({ address }) => address);
	console.log(`\n本机：http://localhost:${port}/`);
	if (open) for (const address of others) console.log(`网络：http://${address}:${port}/`);
	else console.log('要让网络上的其他电脑也能打开：npm start -- --host');
	console.log('停下来按 Ctrl+C。');
}
