/*
 * Keeps the whole site of one build for use without a network, and answers from it alone. A page that was opened from
 * the build before still gets the scripts it was made with.
 * `version` is written above by src/integrations/offline.ts. Nothing depends on this worker.
 */

const { scope } = registration;
const prefix = `site ${scope} `;
const name = prefix + version;

/** The files of a build by the addresses that pages ask for: a folder stands for its index.html. */
const addressOf = (path) => scope + path.replace(/(^|\/)index\.html$/, '$1');

const listAt = addressOf('offline.json');

async function keep() {
	const answer = await fetch(listAt, { cache: 'no-store' });
	const list = await answer.clone().json();
	if (list.version !== version) throw new Error(`the site is being changed: ${list.version} instead of ${version}`);
	const cache = await caches.open(name);
	const older = await known();
	const waiting = [...list.files];
	const work = async () => {
		for (let file = waiting.pop(); file; file = waiting.pop()) {
			const address = addressOf(file.path);
			const had = older.get(`${file.path} ${file.sha256}`);
			// The digest makes sure that no file of another build slips in.
			const response = had ?? (await fetch(address, { cache: 'no-cache', integrity: `sha256-${file.sha256}` }));
			if (!response.ok) throw new Error(`${response.status} ${address}`);
			// A body of its own, as it is after unpacking: what was redirected may not answer for a page.
			const headers = new Headers(response.headers);
			for (const header of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(header);
			await cache.put(address, new Response(response.body, { headers }));
		}
	};
	await Promise.all([work(), work(), work(), work()]);
	await cache.put(listAt, answer);
}

/** What earlier builds left that need not be fetched again. */
async function known() {
	const found = new Map();
	for (const key of await caches.keys()) {
		if (!key.startsWith(prefix) || key === name) continue;
		const cache = await caches.open(key);
		const list = await (await cache.match(listAt))?.json();
		for (const { path, sha256 } of list?.files ?? []) {
			const response = await cache.match(addressOf(path));
			if (response) found.set(`${path} ${sha256}`, response);
		}
	}
	return found;
}

/** Pages of the build before may still be open and want its scripts; what is older goes, what is coming stays. */
async function clear() {
	const whole = [];
	for (const key of await caches.keys()) {
		if (!key.startsWith(prefix) || key === name) continue;
		if (await caches.match(listAt, { cacheName: key })) whole.push(key);
		else if (!registration.installing) await caches.delete(key);
	}
	await Promise.all(whole.slice(0, -1).map((key) => caches.delete(key)));
}

const own = (address) => caches.match(address, { cacheName: name });

async function answer(request) {
	const { origin, pathname } = new URL(request.url);
	const address = addressOf((origin + pathname).slice(scope.length));
	const kept = await own(address);
	if (kept) return kept;
	const before = address.startsWith(`${scope}_astro/`) && (await caches.match(address));
	if (before) return before;
	try {
		return await fetch(request);
	} catch (error) {
		if (request.mode !== 'navigate') throw error;
		if (await own(`${address}/`)) return Response.redirect(`${address}/`);
		const none = await own(addressOf('404.html'));
		return none ? new Response(none.body, { status: 404, headers: none.headers }) : Response.error();
	}
}

addEventListener('install', (event) => {
	event.waitUntil(
		keep().catch(async (error) => {
			await caches.delete(name);
			throw error;
		}),
	);
});

addEventListener('activate', (event) => event.waitUntil(clear()));

/** A new build waits until someone says so; what the browser cleared is fetched again when a page notices. */
addEventListener('message', (event) => {
	if (event.data === 'take over') skipWaiting();
	if (event.data === 'fill')
		event.waitUntil(
			keep().then(
				() => event.ports[0].postMessage(true),
				() => event.ports[0].postMessage(false),
			),
		);
});

addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});
