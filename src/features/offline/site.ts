const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** The root of the site, known by where this script was loaded from. */
export const root = new URL('../', script).href;

/** Where scripts may only be named by those who are trusted to, this names one. */
const trusted = (
	window as {
		trustedTypes?: { createPolicy: (name: string, rules: object) => { createScriptURL: (of: string) => string } };
	}
).trustedTypes?.createPolicy('site-worker', { createScriptURL: () => `${root}sw.js` });

export const worker: string = trusted?.createScriptURL('') ?? `${root}sw.js`;

/** What this browser was told: to keep the site, or not to. Another site on the same server has its own. */
const key = `offline ${new URL(root).pathname}`;

/** A classic script imports nothing that modules import too, and so guards this for itself. */
export function remembered(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return 'off';
	}
}

export function remember(state: 'on' | 'off'): void {
	try {
		localStorage.setItem(key, state);
	} catch {
		// Denied: it is asked again.
	}
}

/** Absent on plain HTTP, in private windows of some browsers, and on a page opened from a folder; some throw. */
function workers(): ServiceWorkerContainer | undefined {
	try {
		return location.host ? navigator.serviceWorker : undefined;
	} catch {
		return undefined;
	}
}

export const container = workers();

async function ownCaches(): Promise<string[]> {
	try {
		return (await caches.keys()).filter((key) => key.startsWith(`site ${root} `));
	} catch {
		return [];
	}
}

export async function deleteCaches(): Promise<void> {
	for (const key of await ownCaches()) await caches.delete(key);
}

/** The caches of this site that hold all of it; none where there are none to look at. */
export async function wholeCaches(): Promise<string[]> {
	try {
		const ours = await ownCaches();
		const lists = await Promise.all(ours.map((key) => caches.match(`${root}offline.json`, { cacheName: key })));
		return ours.filter((_, i) => lists[i]);
	} catch {
		return [];
	}
}

/** The registration of this site, not of one around it. */
export async function own(): Promise<ServiceWorkerRegistration | undefined> {
	const registration = await container?.getRegistration(root);
	return registration?.scope === root ? registration : undefined;
}
