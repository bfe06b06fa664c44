import { setTimeout } from 'node:timers/promises';
import type { Device, Driver, Saved } from './driver.ts';

const patience = 20_000;

/** Keys that write nothing, as WebDriver names them. */
export const keys = { ArrowDown: '\ue015', Backspace: '\ue003', End: '\ue010' };

type Something<Answer> = Exclude<Answer, undefined | null | false | '' | 0>;

/** Where to press to hit an element: in sight, at rest, and nothing over it. Runs in the page. */
async function pointOf(css: string, words: string): Promise<[number, number] | undefined> {
	const nameOf = (node: Element) => (node.ariaLabel ?? node.textContent ?? '').trim();
	const node = [...document.querySelectorAll(css)].find(
		(each) => each.checkVisibility() && nameOf(each).startsWith(words),
	);
	const middle = (): [number, number] | undefined => {
		// A link that runs over two lines has nothing in the middle of its box.
		const box = node?.getClientRects()[0];
		return box && [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
	};
	node?.scrollIntoView({ block: 'center', behavior: 'instant' });
	const before = middle();
	for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
	const point = middle();
	if (!node || !point || String(point) !== String(before)) return undefined;
	return node.contains(document.elementFromPoint(...point)) ? point : undefined;
}

/** What a reader does with a page, by real presses and keys; each waits until it can be done. */
export class Page {
	readonly driver: Driver;
	readonly base: string;

	constructor(driver: Driver, base: string) {
		this.driver = driver;
		this.base = base;
	}

	open = (address: string): Promise<void> => this.driver.open(this.base + address);

	reload = (): Promise<void> => this.driver.reload();

	async evaluate<Args extends unknown[], Result>(
		work: (...args: Args) => Result,
		...args: Args
	): Promise<Awaited<Result>> {
		const call = `(${work})(...${JSON.stringify(args)})`;
		const text = await this.driver.evaluate(`(async () => JSON.stringify({ value: await ${call} }))()`);
		return JSON.parse(text).value;
	}

	/** Asks the page again and again until what it says is something, and gives that. */
	async waitFor<Args extends unknown[], Result>(
		work: (...args: Args) => Result,
		...args: Args
	): Promise<Something<Awaited<Result>>> {
		let refusal = '';
		const ask = () =>
			this.evaluate(work, ...args).catch((error: Error) => {
				// A page that is just being left cannot answer.
				refusal = error.message;
				return undefined;
			});
		return until(ask, () => `${JSON.stringify(args)} ${refusal} ${`${work}`.replaceAll(/\s+/g, ' ').slice(0, 200)}`);
	}

	async click(css: string, words = ''): Promise<void> {
		const [x, y] = await this.waitFor(pointOf, css, words);
		await this.fits();
		const actions = [
			{ type: 'pointerMove', x, y },
			{ type: 'pointerDown', button: 0 },
			{ type: 'pointerUp', button: 0 },
		];
		await this.driver.perform([{ type: 'pointer', id: 'mouse', actions }]);
	}

	async press(...pressed: string[]): Promise<void> {
		const actions = pressed.flatMap((value) => [
			{ type: 'keyDown', value },
			{ type: 'keyUp', value },
		]);
		await this.driver.perform([{ type: 'key', id: 'keyboard', actions }] satisfies Device[]);
	}

	/** Types into a field, one key after another. */
	async type(css: string, text: string): Promise<void> {
		await this.click(css);
		await this.press(...text);
		await this.waitFor(
			(field, typed) => document.querySelector<HTMLInputElement>(field)?.value.endsWith(typed),
			css,
			text,
		);
	}

	/** Waits until an element shows some words, and gives all of its words. */
	see = (css: string, words = ''): Promise<string> =>
		this.waitFor(
			(wanted, said) =>
				[...document.querySelectorAll(wanted)]
					.filter((node) => node.checkVisibility())
					.map((node) => node.textContent ?? '')
					.find((text) => text.includes(said)),
			css,
			words,
		);

	/** The next file to be saved by what is done. */
	async saves(act: () => Promise<void>): Promise<Saved> {
		const before = new Set(this.driver.downloads().map(({ name }) => name));
		await act();
		return until(
			async () => this.driver.downloads().find(({ name }) => !before.has(name)),
			() => 'a file',
		);
	}

	/** Nothing stands beyond the width of the window. */
	async fits(): Promise<void> {
		const [address, beyond] = await this.waitFor(
			() =>
				document.readyState === 'complete' &&
				([location.href, document.documentElement.scrollWidth - innerWidth] as const),
		);
		if (beyond > 0) throw new Error(`${address} is ${beyond} px too wide`);
	}
}

async function until<Result>(look: () => Promise<Result>, what: () => string): Promise<Something<Result>> {
	for (const deadline = Date.now() + patience; Date.now() < deadline; await setTimeout(50)) {
		const found = await look();
		if (found) return found as Something<Result>;
	}
	throw new Error(`waited in vain for ${what()}`);
}
