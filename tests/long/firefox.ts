/* Firefox, driven over WebDriver BiDi. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Driver, size } from './driver.ts';
import { home } from './folder.ts';
import { begin, end, said } from './process.ts';

interface Answer {
	id?: number;
	type: 'success' | 'error' | 'event';
	result: { [key: string]: unknown };
	message?: string;
	method?: string;
	params: { level?: string; text?: string; type?: string; message?: string };
}

export async function firefox(): Promise<Driver> {
	const folder = home();
	const prefs = {
		'browser.download.folderList': 2,
		'browser.download.dir': folder.downloads,
		'browser.download.alwaysOpenPanel': false,
	};
	writeFileSync(
		join(folder.path, 'user.js'),
		Object.entries(prefs)
			.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
			.join(''),
	);
	const browser = begin('firefox-esr', ['--headless', '--remote-debugging-port=0', '--profile', folder.path]);
	const socket = new WebSocket(`${await said(browser, /WebDriver BiDi listening on (ws:\S+)/)}/session`);
	await once(socket, 'open');

	const complaints: string[] = [];
	const waiting = new Map<number, (answer: Answer) => void>();
	socket.addEventListener('message', ({ data }) => {
		const answer: Answer = JSON.parse(data);
		waiting.get(answer.id ?? 0)?.(answer);
		const { level, text, type, message } = answer.params ?? {};
		if (answer.method === 'log.entryAdded' && (level === 'error' || level === 'warn')) complaints.push(`${text}`);
		if (answer.method === 'browsingContext.userPromptOpened') complaints.push(`${type}: ${message}`);
	});
	let last = 0;
	async function ask(method: string, params: object = {}): Promise<{ [key: string]: unknown }> {
		last += 1;
		const id = last;
		const { promise, resolve } = Promise.withResolvers<Answer>();
		waiting.set(id, resolve);
		socket.send(JSON.stringify({ id, method, params }));
		const answer = await promise;
		waiting.delete(id);
		if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
		return answer.result;
	}

	const { capabilities } = (await ask('session.new', { capabilities: {} })) as {
		capabilities: { browserVersion: string };
	};
	const { contexts } = (await ask('browsingContext.getTree')) as { contexts: { context: string }[] };
	const context = contexts[0]?.context;
	await ask('session.subscribe', { events: ['log.entryAdded', 'browsingContext.userPromptOpened'] });
	await ask('browsingContext.setViewport', { context, viewport: size });

	return {
		version: `Firefox ${capabilities.browserVersion}`,
		open: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
		reload: async () => void (await ask('browsingContext.reload', { context, wait: 'complete' })),
		async evaluate(expression) {
			const { result, exceptionDetails } = (await ask('script.evaluate', {
				expression,
				target: { context },
				awaitPromise: true,
			})) as { result?: { value: string }; exceptionDetails?: { text: string } };
			if (!result) throw new Error(exceptionDetails?.text);
			return result.value;
		},
		perform: async (actions) => void (await ask('input.performActions', { context, actions })),
		downloads: folder.saved,
		complaints: () => complaints.splice(0),
		async close() {
			const gone = once(browser, 'exit');
			await ask('browser.close').catch(() => end(browser));
			await gone;
			folder.remove();
		},
	};
}
