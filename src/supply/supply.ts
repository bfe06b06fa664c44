import { url } from '../url.ts';

/*
 * The site's data by name, however they come: fetched, or, on a page opened from a folder, brought by a script that
 * lays them here (src/integrations/folder-twins.ts).
 */

const asked = new Map<string, Promise<unknown>>();

/** Comes once; a failure may be tried again. `within` is how long someone waits, in milliseconds. */
export function supply<Data>(name: string, within?: number): Promise<Data> {
	const known = asked.get(name);
	if (known) return known as Promise<Data>;
	const coming = location.protocol === 'file:' ? laid(name) : fetched(name, within);
	asked.set(name, coming);
	coming.catch(() => asked.delete(name));
	return coming as Promise<Data>;
}

async function fetched(name: string, within?: number): Promise<unknown> {
	const late = new AbortController();
	const timer = within === undefined ? undefined : setTimeout(() => late.abort(), within);
	try {
		const response = await fetch(url.data(name), { signal: late.signal });
		if (!response.ok) throw new Error(`${response.status} ${name}`);
		return await response.json();
	} finally {
		clearTimeout(timer);
	}
}

function laid(name: string): Promise<unknown> {
	return new Promise((done, fail) => {
		const script = document.createElement('script');
		script.src = url.data(name).replace(/json$/, 'folder.js');
		script.onload = () => done((globalThis as { supplied?: { [name: string]: unknown } }).supplied?.[name]);
		script.onerror = () => fail(new Error(name));
		document.head.append(script);
	});
}
