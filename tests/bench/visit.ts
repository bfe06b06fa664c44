/* What a page costs who opens it, and when it first shows something. */
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export const kinds = ['html', 'css', 'js', 'font', 'other'] as const;
export type Kind = (typeof kinds)[number];

export interface Cost {
	requests: number;
	/** Each body by gzip -9, whatever the server did. */
	bytes: Record<Kind, number>;
	total: number;
	/** Script that the page runs, in files of its own and within the page. */
	script: number;
	/** Script without which the words are not to be seen. */
	scriptToRead: number;
}

const size = (body: string | Buffer) => gzipSync(body, { level: 9 }).length;

const kindOf: Record<string, Kind> = { document: 'html', stylesheet: 'css', script: 'js', font: 'font' };

/** A phone's window. */
const window = { viewport: { width: 412, height: 823 } };

/** Opens a page and lets it fetch all that it wants to; `words` are some that stand at its end. */
export async function costOf(browser: Browser, address: string, words: string): Promise<Cost> {
	const page = await browser.newPage(window);
	const bodies: Promise<{ kind: Kind; body: Buffer }>[] = [];
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		const type = response.request().resourceType();
		const kind = /\.m?js$/.test(pathname) ? 'js' : (kindOf[type] ?? 'other');
		// A site's icon is asked for once in a browser's life, whichever page comes first.
		if (/^https?:/.test(response.url()) && !pathname.startsWith('/favicon'))
			bodies.push(response.body().then((body) => ({ kind, body })));
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	const inline = await page.evaluate(() =>
		Array.from(document.scripts, ({ src, type, text }) => (src || /json/.test(type) ? '' : text)).join(''),
	);
	const loaded = await Promise.all(bodies);
	await page.close();

	const still = await browser.newPage({ ...window, javaScriptEnabled: false });
	await still.goto(address);
	// biome-ignore lint/performance/useDomNodeTextContent: words that are not to be seen do not count.
	const readable = (await still.locator('body').innerText()).replaceAll(/\s/g, '').includes(words);
	await still.close();

	const bytes = { html: 0, css: 0, js: 0, font: 0, other: 0 };
	for (const { kind, body } of loaded) bytes[kind] += size(body);
	const script = bytes.js + (inline === '' ? 0 : size(inline));
	return {
		requests: loaded.length,
		bytes,
		total: kinds.reduce((sum, kind) => sum + bytes[kind], 0),
		script,
		scriptToRead: readable ? 0 : script,
	};
}

/** Milliseconds to the first contentful paint, nothing cached, on a phone's line: Lighthouse's slow 4G. */
export async function firstPaint(browser: Browser, address: string): Promise<number> {
	const page = await browser.newPage(window);
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: (1.6 * 1024 * 1024) / 8,
		uploadThroughput: (750 * 1024) / 8,
	});
	await page.goto(address, { waitUntil: 'commit' });
	const paint = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					for (const { name, startTime } of list.getEntries())
						if (name === 'first-contentful-paint') resolve(startTime);
				}).observe({ type: 'paint', buffered: true });
			}),
	);
	await page.close();
	return paint;
}
