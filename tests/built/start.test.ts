import { get } from 'node:http';
import { expect, test } from 'vitest';
import { start } from '../../src/deploy/start.ts';

/** What an address answers, asked for by any name. */
const ask = (
	host: string,
	port: number,
	path: string,
	name = host,
): Promise<{ status: number; text: string; headers: object }> =>
	new Promise((done, fail) => {
		get({ host, port, path, headers: { host: `${name}:${port}` } }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (chunk) => {
				text += chunk;
			});
			response.on('end', () => done({ status: response.statusCode ?? 0, text, headers: response.headers }));
		}).on('error', fail);
	});

test('npm start answers on every loopback name and address, by whatever name it is asked', async () => {
	const { port, close } = await start('tests/.out/root', false, 4500);
	try {
		for (const host of ['localhost', '127.0.0.1', '::1'])
			for (const name of [host, 'intranet.test', '10.1.2.3'])
				expect((await ask(host, port, '/', name)).text, `${host} ${name}`).toContain('试点要求是什么');
		const { headers } = await ask('127.0.0.1', port, '/check/');
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'text/html; charset=utf-8' });
		const missing = await ask('127.0.0.1', port, `/${encodeURIComponent('没有')}/`);
		expect(missing).toMatchObject({ status: 404, text: expect.stringContaining('没有这一页') });
		for (const path of ['/%E0%A4%A', '/../package.json', '/%2e%2e/package.json'])
			expect((await ask('127.0.0.1', port, path)).status, path).toBe(404);
		expect((await ask('127.0.0.1', port, '/404.html')).status, 'a page like the others').toBe(200);
		expect(await ask('127.0.0.1', port, '/check')).toMatchObject({ status: 301, headers: { location: 'check/' } });
	} finally {
		close();
	}
});

test('a port that is taken is passed over, and with --host the network is answered too', async () => {
	const first = await start('tests/.out/root', true, 4540);
	const second = await start('tests/.out/root', true, 4540);
	try {
		expect(second.port).toBeGreaterThan(first.port);
		for (const host of ['127.0.0.1', '::1']) expect((await ask(host, second.port, '/about/')).status).toBe(200);
	} finally {
		first.close();
		second.close();
	}
});
