/* WebKitGTK, driven over classic WebDriver. */
import { once } from 'node:events';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Driver, size } from './driver.ts';
import { home } from './folder.ts';
import { begin, end, said } from './process.ts';

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

/*
 * WebKitGTK tells a driver nothing of its console, so the page itself is asked to take notes, with the first question
 * put to it. What went wrong while it loaded is known only by what then does not come to life.
 */
const takeNotes = `if (!window.heardByTest) {
	const heard = (window.heardByTest = []);
	addEventListener('error', ({ message, target }) => heard.push(message ?? 'not loaded: ' + target.outerHTML), true);
	addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
	for (const level of ['error', 'warn']) console[level] = (...words) => heard.push(words.join(' '));
	addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		heard.push(violatedDirective + ' refused ' + blockedURI));
}`;

export const miniBrowser = (): string | undefined => globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0];

export async function webkit(): Promise<Driver> {
	const folder = home();
	const write = (name: string, text: string) => {
		const path = join(folder.path, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	};
	write('.config/user-dirs.dirs', `XDG_DOWNLOAD_DIR="${folder.downloads}"\n`);
	// The toolbar keeps the window at 447 px otherwise.
	write('.config/gtk-3.0/gtk.css', '* { padding: 0; margin: 0; min-width: 0; border-width: 0; }\n');

	const screen = begin('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
	const display = await said(screen, /^(\d+)\n/m);
	const port = await freePort();
	const server = begin('WebKitWebDriver', ['--host=local', `--port=${port}`], {
		HOME: folder.path,
		XDG_CONFIG_HOME: join(folder.path, '.config'),
		DISPLAY: `:${display}`,
		GDK_BACKEND: 'x11',
		LIBGL_ALWAYS_SOFTWARE: '1',
	});

	let session = '';
	async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
		const response = await fetch(`http://127.0.0.1:${port}${session}${path}`, {
			method,
			...(body && { body: JSON.stringify(body) }),
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(`${path}: ${value?.message}`);
		return value;
	}
	while (!(await ask('GET', '/status').catch(() => undefined))) {
		if (server.exitCode !== null) throw new Error('WebKitWebDriver ended at once');
		await setTimeout(50);
	}

	const { sessionId, capabilities } = (await ask('POST', '/session', {
		capabilities: {
			alwaysMatch: {
				browserName: 'MiniBrowser',
				'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
			},
		},
	})) as { sessionId: string; capabilities: { browserVersion: string } };
	session = `/session/${sessionId}`;
	await ask('POST', '/window/rect', size);

	const complaints: string[] = [];
	return {
		version: `WebKitGTK ${capabilities.browserVersion}`,
		open: async (url) => void (await ask('POST', '/url', { url })),
		reload: async () => void (await ask('POST', '/refresh', {})),
		async evaluate(expression) {
			const { text, fault, heard } = (await ask('POST', '/execute/async', {
				script: `${takeNotes}
					const done = arguments[0];
					const give = (answer) => done({ ...answer, heard: window.heardByTest.splice(0) });
					Promise.resolve(${expression}).then((text) => give({ text }), (error) => give({ fault: String(error) }));`,
				args: [],
			})) as { text?: string; fault?: string; heard: string[] };
			complaints.push(...heard);
			if (text === undefined) throw new Error(fault);
			return text;
		},
		perform: async (actions) => void (await ask('POST', '/actions', { actions })),
		downloads: folder.saved,
		complaints: () => complaints.splice(0),
		async close() {
			await ask('DELETE', '').catch(() => undefined);
			for (const child of [server, screen]) {
				const gone = once(child, 'exit');
				end(child);
				await gone;
			}
			folder.remove();
		},
	};
}
