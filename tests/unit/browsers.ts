import { atom } from 'nanostores';
import { vi } from 'vitest';
import type { Kind } from '../../src/kept/kind.ts';
import type { Kept } from '../../src/kept/open.ts';

/*
 * Browsers without a browser: each with its records, its localStorage and its clock; pages in them that run the real
 * engine, one step at a time. What is asked of storage waits until it is let be done, and so does the answer; a page
 * that is closed does not hear it. One page acts at a time, and what it reaches for as global is its own.
 */

type Task = () => void;

export interface Browser {
	name: string;
	store: Map<string, unknown>;
	local: Map<string, string>;
	/** By how much its clock is off, in milliseconds. */
	off: number;
	/** Storage refuses what is written. */
	full: boolean;
	pages: Page[];
	/** Called when something was written, or nothing more is known of it. */
	wrote: (page: Page, keys: readonly string[]) => void;
}

export interface Page {
	name: string;
	browser: Browser;
	alive: boolean;
	engine: Engine;
	/** What storage was asked, what it answers, and timers and news: each in order. */
	asked: Task[];
	answers: Task[];
	others: Task[];
	leaving: Set<Task>;
	turned: Set<Task>;
	visibilityState: 'visible' | 'hidden';
	last: number;
	/** Lets go of what hears on it. */
	over: Task[];
	records: Kept;
}

interface Engine {
	kept: typeof import('../../src/kept/engine.ts');
	doubt: typeof import('../../src/kept/doubt.ts');
	heard: { onmessage?: (event: { data: readonly string[] }) => void };
}

const world = { acting: undefined as Page | undefined, now: 0, ids: 0, heard: {} as Engine['heard'] };

const acting = (): Page => {
	if (!world.acting) throw new Error('nobody acts');
	return world.acting;
};

/** Runs what a page does at once. */
export function as<T>(page: Page, work: () => T): T {
	const before = world.acting;
	world.acting = page;
	try {
		return work();
	} finally {
		world.acting = before;
	}
}

/** Runs what a page does, and all that follows without waiting for storage. */
export async function act(page: Page, work: Task): Promise<void> {
	world.acting = page;
	work();
	await new Promise((done) => setImmediate(done));
	world.acting = undefined;
}

// ── What is global, by who acts ──

const RealDate = Date;
const clock = () => (world.acting ? world.now + world.acting.browser.off : RealDate.now());

class ActingDate extends RealDate {
	constructor(...given: [] | [number | string]) {
		super(given[0] ?? clock());
	}
	static override now = clock;
}

const local = new Proxy(
	{
		getItem: (key: string) => acting().browser.local.get(key) ?? null,
		setItem: (key: string, value: string) => acting().browser.local.set(key, value),
		removeItem: (key: string) => acting().browser.local.delete(key),
	},
	{
		ownKeys: () => [...acting().browser.local.keys()],
		getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
	},
);

const listening = (change: 'add' | 'delete') => (type: string, work: Task) => {
	if (type === 'pagehide') acting().leaving[change](work);
	if (type === 'visibilitychange') acting().turned[change](work);
};

class Channel {
	constructor() {
		world.heard = this as Engine['heard'];
	}
	postMessage() {}
}

export function install(): void {
	vi.stubGlobal('Date', ActingDate);
	vi.stubGlobal('localStorage', local);
	vi.stubGlobal('BroadcastChannel', Channel);
	vi.stubGlobal('document', {
		get visibilityState() {
			return acting().visibilityState;
		},
		addEventListener: listening('add'),
		removeEventListener: listening('delete'),
	});
	vi.stubGlobal('addEventListener', listening('add'));
	vi.stubGlobal('removeEventListener', listening('delete'));
	const real = { setTimeout, clearTimeout };
	vi.stubGlobal('setTimeout', (work: Task, ...rest: number[]) => {
		if (!world.acting) return real.setTimeout(work, ...rest);
		world.acting.others.push(work);
		return work;
	});
	vi.stubGlobal('clearTimeout', (work: Task) => {
		if (typeof work !== 'function') return real.clearTimeout(work);
		const { others } = acting();
		if (others.includes(work)) others.splice(others.indexOf(work), 1);
	});
}

/** In place of what every page draws anew when it loads ids.ts. */
export const idsOfPage = {
	freshId: () => `id${(world.ids++).toString().padStart(6, '0')}`,
	writerIn: (browser: string) => `${browser}.${acting().name}`,
	signAnew: () => {
		acting().name += "'";
	},
	tick: (now = Date.now()) => {
		const page = acting();
		page.last = Math.max(now, page.last + 1);
		return page.last;
	},
	nameOfBrowser: (stored: unknown) => (typeof stored === 'string' ? stored : idsOfPage.freshId()),
};

// ── Pages ──

const free: Engine[] = [];

/** Each has its own, with what it keeps to itself; they are used again once all that they waited for is over. */
async function anEngine(): Promise<Engine> {
	const known = free.pop();
	if (known) return known;
	vi.resetModules();
	const loader = { browser: { local: new Map() } } as unknown as Page;
	world.acting = loader;
	const doubt = await import('../../src/kept/doubt.ts');
	const kept = await import('../../src/kept/engine.ts');
	world.acting = undefined;
	return { doubt, kept, heard: world.heard };
}

export async function openPage(browser: Browser, name: string, kinds: readonly Kind[]): Promise<Page> {
	const engine = await anEngine();
	const page: Page = {
		name,
		browser,
		alive: true,
		engine,
		asked: [],
		answers: [],
		others: [],
		leaving: new Set(),
		turned: new Set(),
		visibilityState: 'visible',
		last: 0,
		over: [],
		records: undefined as unknown as Kept,
	};
	page.records = recordsOf(page, kinds);
	const since = browser.local.get('now doubt');
	engine.doubt.$doubt.set(since && JSON.parse(since));
	browser.pages.push(page);
	return page;
}

const cloned = <T>(value: T): T => (typeof value === 'object' ? structuredClone(value) : value);

function recordsOf(page: Page, kinds: readonly Kind[]): Kept {
	const ask = <T>(done: () => T): Promise<T> =>
		new Promise<T>((resolve, reject) => {
			page.asked.push(() => {
				try {
					const value = done();
					page.answers.push(() => resolve(value));
				} catch (error) {
					page.answers.push(() => reject(error));
				}
			});
		});
	return {
		$memoryOnly: atom(undefined),
		kinds,
		get: (key) => ask(() => cloned(page.browser.store.get(key))),
		all: () => ask(() => Array.from(page.browser.store, ([key, value]): [string, unknown] => [key, cloned(value)])),
		change: (keys, work) =>
			ask(() => {
				const { browser } = page;
				const entries = work(keys.map((key) => cloned(browser.store.get(key))));
				if (browser.full) throw new DOMException('full', 'QuotaExceededError');
				for (const [key, value] of entries)
					if (value === undefined) browser.store.delete(key);
					else browser.store.set(key, structuredClone(value));
				const changed = entries.map(([key]) => key);
				for (const other of browser.pages)
					if (other !== page && other.alive) other.others.push(() => other.engine.heard.onmessage?.({ data: changed }));
				browser.wrote(page, changed);
			}),
	};
}

const queues = (page: Page): Task[][] => [page.asked, page.answers, page.others].filter(({ length }) => length > 0);

/** Does one of the things that wait, of all pages; tells whether there was one. */
export async function workOn(browsers: readonly Browser[], which: number): Promise<boolean> {
	const waiting = browsers.flatMap(({ pages }) =>
		pages.filter(({ alive }) => alive).flatMap((page) => queues(page).map((queue) => ({ page, queue }))),
	);
	const next = waiting[which % waiting.length];
	const task = next?.queue.shift();
	if (!next || !task) return false;
	await act(next.page, task);
	return true;
}

export const time = {
	begin: (now: number) => {
		world.now = now;
		world.ids = 0;
	},
	pass: (milliseconds: number) => {
		world.now += milliseconds;
	},
};

/** The page is gone; of what it asked storage, the first things may still be done. */
export function close(page: Page, done: number): void {
	as(page, () => {
		for (const task of page.asked.splice(0, done)) task();
	});
	page.alive = false;
}

async function drain(page: Page): Promise<void> {
	for (;;) {
		const [queue] = queues(page);
		const task = queue?.shift();
		if (!task) return;
		await act(page, task);
	}
}

/** When nobody looks any more: lets go of all pages, so that their engines can be used again. */
export async function bury(browsers: readonly Browser[]): Promise<void> {
	const nowhere = () => ({ store: new Map(), local: new Map(), full: false, pages: [], wrote: () => {} });
	for (const page of browsers.flatMap(({ pages }) => pages)) {
		page.browser = { ...page.browser, ...nowhere() };
		await drain(page);
		for (const end of page.over) await act(page, end);
		await drain(page);
		free.push(page.engine);
	}
}
