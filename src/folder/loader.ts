/*
 * The site opened from a folder: no server shows index.html where an address ends in a stroke, and browsers load no
 * modules from files. Every chunk lies beside itself as a classic script (src/integrations/folder-twins.ts) that gives
 * itself to this loader, which stands in for the browser's own.
 */

import { saidHere, whereWordsAre } from './where-words-are.ts';

type Exports = { [name: string]: unknown };

/** A chunk: what it needs, and what makes it. */
interface Chunk {
	needs: readonly string[];
	make: (
		require: (name: string) => Exports,
		module: { exports: Exports },
		load: (name: string) => Promise<Exports>,
		address: string,
	) => void;
}

const root = new URL('./', (document.currentScript as HTMLScriptElement).src).href;
const chunks = new Map<string, Chunk>();
const coming = new Map<string, Promise<void>>();
const made = new Map<string, Exports>();

/** Adds a script to the page; rejects where there is none. */
const bring = (address: string): Promise<void> =>
	new Promise((done, fail) => {
		const script = document.createElement('script');
		script.src = address;
		script.onload = () => done();
		script.onerror = () => fail(new Error(address));
		document.head.append(script);
	});

/** Brings a chunk and all that it needs; what did not come may be asked for again. */
function fetched(name: string): Promise<void> {
	const known = coming.get(name);
	if (known) return known;
	const all = bring(`${root}${name.replace(/js$/, 'folder.js')}`).then(async () => {
		await Promise.all((chunks.get(name)?.needs ?? []).map(fetched));
	});
	coming.set(name, all);
	all.catch(() => coming.delete(name));
	return all;
}

function run(name: string): Exports {
	const known = made.get(name);
	if (known) return known;
	const module = { exports: {} as Exports };
	made.set(name, module.exports);
	chunks.get(name)?.make(
		(other) => run(bare(other)),
		module,
		(other) => load(bare(other)),
		root + name,
	);
	made.set(name, module.exports);
	return module.exports;
}

const bare = (name: string) => name.replace(/^\.\//, '');

const load = (name: string): Promise<Exports> => fetched(name).then(() => run(name));

Object.assign(globalThis, {
	/** Called by each chunk that comes. */
	fromFolder: (name: string, needs: readonly string[], make: Chunk['make']) =>
		chunks.set(name, { needs: needs.map(bare), make }),
});

const withIndex = (address: string): string => address.replace(/\/(?=[?#]|$)/, '/index.html');

addEventListener('click', ({ target }) => {
	if (!(target instanceof Element)) return;
	const link = target.closest<HTMLAnchorElement>('a[href]');
	const form = target.closest('form');
	if (link) link.href = withIndex(link.href);
	if (form) form.action = withIndex(form.action);
});

const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')];
if (scripts.length > 0) whereWordsAre();
for (const { src } of scripts) {
	// Firefox does load modules from files, and what ran there must not run twice. Asked for again, the same module does
	// not: the browser only tells whether it came.
	const again = document.createElement('script');
	again.type = 'module';
	again.onerror = () => load(src.slice(root.length)).catch(saidHere);
	again.src = src;
	document.head.append(again);
}
